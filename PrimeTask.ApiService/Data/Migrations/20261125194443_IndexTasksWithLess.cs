using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrimeTask.ApiService.Data.Migrations
{
    /// <inheritdoc />
    public partial class IndexTasksWithLess : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_tasks_description",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_due_ascending_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_due_descending_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_owner_id_due_ascending_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_owner_id_due_date",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_owner_id_due_descending_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_title",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "due_ascending",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "due_descending",
                table: "tasks");

            migrationBuilder.RenameIndex(
                name: "ix_tasks_owner_id_due_date1",
                table: "tasks",
                newName: "ix_tasks_owner_id_due_date");

            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:btree_gin", ",,")
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,")
                .OldAnnotation("Npgsql:PostgresExtension:pg_trgm", ",,");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_due_date_id",
                table: "tasks",
                columns: new[] { "due_date", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_owner_id_due_date_id",
                table: "tasks",
                columns: new[] { "owner_id", "due_date", "id" });

            // One index of owner and text: of a search in one's own tasks it finds both at once.
            migrationBuilder.Sql(
                """
                CREATE INDEX ix_tasks_owner_id_text ON tasks USING gin (owner_id, (title || E'\u0001' || coalesce(description, '')) gin_trgm_ops);
                ANALYZE tasks;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX ix_tasks_owner_id_text;");

            migrationBuilder.DropIndex(
                name: "ix_tasks_due_date_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_owner_id_due_date_id",
                table: "tasks");

            migrationBuilder.RenameIndex(
                name: "ix_tasks_owner_id_due_date",
                table: "tasks",
                newName: "ix_tasks_owner_id_due_date1");

            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,")
                .OldAnnotation("Npgsql:PostgresExtension:btree_gin", ",,")
                .OldAnnotation("Npgsql:PostgresExtension:pg_trgm", ",,");

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
                name: "ix_tasks_due_descending_id",
                table: "tasks",
                columns: new[] { "due_descending", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_owner_id_due_ascending_id",
                table: "tasks",
                columns: new[] { "owner_id", "due_ascending", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_owner_id_due_date",
                table: "tasks",
                columns: new[] { "owner_id", "due_date" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_owner_id_due_descending_id",
                table: "tasks",
                columns: new[] { "owner_id", "due_descending", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_title",
                table: "tasks",
                column: "title")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });
        }
    }
}
