using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrimeTask.ApiService.Data.Migrations
{
    /// <inheritdoc />
    public partial class IndexEverybodysOrdersAndUsers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "searched",
                table: "users",
                type: "text",
                nullable: true,
                computedColumnSql: "email || E'\\n' || username || E'\\n' || first_name || ' ' || last_name",
                stored: true);

            migrationBuilder.CreateIndex(
                name: "ix_users_created_at_id",
                table: "users",
                columns: new[] { "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_users_searched",
                table: "users",
                column: "searched")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_users_updated_at_id",
                table: "users",
                columns: new[] { "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_priority_rank_id",
                table: "tasks",
                columns: new[] { "priority_rank", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_status_rank_id",
                table: "tasks",
                columns: new[] { "status_rank", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_title_id",
                table: "tasks",
                columns: new[] { "title", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_users_created_at_id",
                table: "users");

            migrationBuilder.DropIndex(
                name: "ix_users_searched",
                table: "users");

            migrationBuilder.DropIndex(
                name: "ix_users_updated_at_id",
                table: "users");

            migrationBuilder.DropIndex(
                name: "ix_tasks_priority_rank_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_status_rank_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_title_id",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "searched",
                table: "users");
        }
    }
}
