using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrimeTask.ApiService.Data.Migrations
{
    /// <inheritdoc />
    public partial class IndexTasksByOwnerAndId : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_tasks_owner_id_id",
                table: "tasks",
                columns: new[] { "owner_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_tasks_owner_id_id",
                table: "tasks");
        }
    }
}
