using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrimeTask.ApiService.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddSubtasks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "parent_id",
                table: "tasks",
                type: "bigint",
                nullable: true);

            migrationBuilder.ApplySqlFile("subtasks.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER IF EXISTS tasks_follow_parent ON tasks; DROP FUNCTION IF EXISTS follow_parent()");

            migrationBuilder.DropColumn(
                name: "parent_id",
                table: "tasks");
        }
    }
}
