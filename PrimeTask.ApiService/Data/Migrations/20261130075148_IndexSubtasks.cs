using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrimeTask.ApiService.Data.Migrations
{
    /// <inheritdoc />
    public partial class IndexSubtasks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_tasks_parent_id",
                table: "tasks",
                column: "parent_id",
                filter: "parent_id IS NOT NULL")
                .Annotation("Npgsql:CreatedConcurrently", true);

            // After the index, which every deletion of a task needs then; and validated in a transaction of its own, so that nobody waits to write meanwhile.
            migrationBuilder.Sql(
                "ALTER TABLE tasks DROP CONSTRAINT IF EXISTS fk_tasks_tasks_parent_id, ADD CONSTRAINT fk_tasks_tasks_parent_id FOREIGN KEY (parent_id) REFERENCES tasks (id) ON DELETE SET NULL NOT VALID",
                suppressTransaction: true);
            migrationBuilder.Sql("ALTER TABLE tasks VALIDATE CONSTRAINT fk_tasks_tasks_parent_id", suppressTransaction: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_tasks_tasks_parent_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_parent_id",
                table: "tasks");
        }
    }
}
