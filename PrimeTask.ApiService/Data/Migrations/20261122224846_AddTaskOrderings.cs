using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrimeTask.ApiService.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddTaskOrderings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_tasks_owner_id_status",
                table: "tasks");

            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "due_ascending",
                table: "tasks",
                type: "timestamp with time zone",
                nullable: false,
                computedColumnSql: "coalesce(due_date, 'infinity'::timestamptz)",
                stored: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "due_descending",
                table: "tasks",
                type: "timestamp with time zone",
                nullable: false,
                computedColumnSql: "coalesce(due_date, '-infinity'::timestamptz)",
                stored: true);

            migrationBuilder.AddColumn<short>(
                name: "priority_rank",
                table: "tasks",
                type: "smallint",
                nullable: false,
                computedColumnSql: "(CASE priority WHEN 'low' THEN 0 WHEN 'medium' THEN 1 WHEN 'high' THEN 2 END)::smallint",
                stored: true);

            migrationBuilder.AddColumn<short>(
                name: "status_rank",
                table: "tasks",
                type: "smallint",
                nullable: false,
                computedColumnSql: "(CASE status WHEN 'pending' THEN 0 WHEN 'in_progress' THEN 1 WHEN 'completed' THEN 2 WHEN 'cancelled' THEN 3 END)::smallint",
                stored: true);

            migrationBuilder.CreateIndex(
                name: "ix_tasks_description",
                table: "tasks",
                column: "description")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_due_ascending_id",
                table: "tasks",
                columns: new[] { "due_ascending", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_due_date",
                table: "tasks",
                column: "due_date",
                filter: "status IN ('pending', 'in_progress')");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_due_descending_id",
                table: "tasks",
                columns: new[] { "due_descending", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_owner_id_due_ascending_id",
                table: "tasks",
                columns: new[] { "owner_id", "due_ascending", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_owner_id_due_descending_id",
                table: "tasks",
                columns: new[] { "owner_id", "due_descending", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_owner_id_priority_rank_id",
                table: "tasks",
                columns: new[] { "owner_id", "priority_rank", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_owner_id_status_rank_id",
                table: "tasks",
                columns: new[] { "owner_id", "status_rank", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_owner_id_title_id",
                table: "tasks",
                columns: new[] { "owner_id", "title", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_owner_id_updated_at_id",
                table: "tasks",
                columns: new[] { "owner_id", "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_title",
                table: "tasks",
                column: "title")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_updated_at_id",
                table: "tasks",
                columns: new[] { "updated_at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_tasks_description",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_due_ascending_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_due_date",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_due_descending_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_owner_id_due_ascending_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_owner_id_due_descending_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_owner_id_priority_rank_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_owner_id_status_rank_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_owner_id_title_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_owner_id_updated_at_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_title",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_updated_at_id",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "due_ascending",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "due_descending",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "priority_rank",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "status_rank",
                table: "tasks");

            migrationBuilder.AlterDatabase()
                .OldAnnotation("Npgsql:PostgresExtension:pg_trgm", ",,");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_owner_id_status",
                table: "tasks",
                columns: new[] { "owner_id", "status" });
        }
    }
}
