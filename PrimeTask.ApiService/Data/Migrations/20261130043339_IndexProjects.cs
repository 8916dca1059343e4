using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrimeTask.ApiService.Data.Migrations
{
    /// <inheritdoc />
    public partial class IndexProjects : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_tasks_owner_id_label_keys",
                table: "tasks",
                columns: new[] { "owner_id", "label_keys" },
                filter: "cardinality(label_keys) > 0")
                .Annotation("Npgsql:CreatedConcurrently", true)
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_project_id_status",
                table: "tasks",
                columns: new[] { "project_id", "status" },
                filter: "project_id IS NOT NULL")
                .Annotation("Npgsql:CreatedConcurrently", true);

            // EF Core's model has no indexes of expressions, so what a migration that was broken off left of them is dropped here.
            migrationBuilder.Sql("DROP INDEX CONCURRENTLY IF EXISTS ix_tasks_owner_id_position", suppressTransaction: true);
            migrationBuilder.Sql("CREATE INDEX CONCURRENTLY ix_tasks_owner_id_position ON tasks (owner_id, coalesce(position, id::numeric), id)", suppressTransaction: true);
            migrationBuilder.Sql("DROP INDEX CONCURRENTLY IF EXISTS ix_tasks_position", suppressTransaction: true);
            migrationBuilder.Sql("CREATE INDEX CONCURRENTLY ix_tasks_position ON tasks (coalesce(position, id::numeric), id)", suppressTransaction: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_tasks_owner_id_label_keys",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_project_id_status",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_owner_id_position",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_position",
                table: "tasks");
        }
    }
}
