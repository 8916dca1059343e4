using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace PrimeTask.ApiService.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddTrashAndHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "task_history",
                columns: table => new
                {
                    task_id = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    actor_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changes = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_history", x => new { x.task_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "trashed_tasks",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    owner_id = table.Column<long>(type: "bigint", nullable: false),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    deleted_by = table.Column<long>(type: "bigint", nullable: false),
                    task = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trashed_tasks", x => x.id);
                    table.ForeignKey(
                        name: "fk_trashed_tasks_users_owner_id",
                        column: x => x.owner_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_trashed_tasks_deleted_at_id",
                table: "trashed_tasks",
                columns: new[] { "deleted_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_trashed_tasks_owner_id_deleted_at_id",
                table: "trashed_tasks",
                columns: new[] { "owner_id", "deleted_at", "id" });

            migrationBuilder.ApplySqlFile("task-history.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER IF EXISTS tasks_forgotten ON tasks; DROP TRIGGER IF EXISTS trashed_tasks_forgotten ON trashed_tasks; DROP FUNCTION IF EXISTS forget_task_history()");

            migrationBuilder.DropTable(
                name: "task_history");

            migrationBuilder.DropTable(
                name: "trashed_tasks");
        }
    }
}
