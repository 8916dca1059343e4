using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrimeTask.ApiService.Data.Migrations
{
    /// <inheritdoc />
    public partial class IndexDueDays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_tasks_due_on",
                table: "tasks",
                column: "due_on",
                filter: "due_date IS NULL AND due_on IS NOT NULL AND status IN ('pending', 'in_progress')")
                .Annotation("Npgsql:CreatedConcurrently", true);

            migrationBuilder.CreateIndex(
                name: "ix_tasks_due_on_id",
                table: "tasks",
                columns: new[] { "due_on", "id" },
                filter: "due_date IS NULL AND due_on IS NOT NULL")
                .Annotation("Npgsql:CreatedConcurrently", true);

            migrationBuilder.CreateIndex(
                name: "ix_tasks_owner_id_due_on",
                table: "tasks",
                columns: new[] { "owner_id", "due_on" },
                filter: "due_date IS NULL AND due_on IS NOT NULL AND status IN ('pending', 'in_progress')")
                .Annotation("Npgsql:CreatedConcurrently", true);

            migrationBuilder.CreateIndex(
                name: "ix_tasks_owner_id_due_on_id",
                table: "tasks",
                columns: new[] { "owner_id", "due_on", "id" },
                filter: "due_date IS NULL AND due_on IS NOT NULL")
                .Annotation("Npgsql:CreatedConcurrently", true);

            migrationBuilder.CreateIndex(
                name: "ix_tasks_owner_id_undated",
                table: "tasks",
                columns: new[] { "owner_id", "id" },
                filter: "due_date IS NULL AND due_on IS NULL")
                .Annotation("Npgsql:CreatedConcurrently", true);

            migrationBuilder.CreateIndex(
                name: "ix_tasks_undated",
                table: "tasks",
                column: "id",
                filter: "due_date IS NULL AND due_on IS NULL")
                .Annotation("Npgsql:CreatedConcurrently", true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_tasks_due_on",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_due_on_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_owner_id_due_on",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_owner_id_due_on_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_owner_id_undated",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_undated",
                table: "tasks");
        }
    }
}
