using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrimeTask.ApiService.Data.Migrations
{
    /// <inheritdoc />
    public partial class SumDueTasksByMonth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_task_due_counts",
                table: "task_due_counts");

            migrationBuilder.AddColumn<string>(
                name: "unit",
                table: "task_due_counts",
                type: "character varying(8)",
                maxLength: 8,
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql("UPDATE task_due_counts SET unit = CASE WHEN whole_day THEN 'day' ELSE 'hour' END;");

            migrationBuilder.DropColumn(
                name: "whole_day",
                table: "task_due_counts");

            migrationBuilder.AddPrimaryKey(
                name: "pk_task_due_counts",
                table: "task_due_counts",
                columns: new[] { "unit", "start" });

            migrationBuilder.Sql(
                """
                INSERT INTO task_due_counts (unit, start, count)
                SELECT 'month', date_trunc('month', start, 'UTC'), sum(count) FROM task_due_counts WHERE unit = 'day' GROUP BY 2;
                ANALYZE task_due_counts;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_task_due_counts",
                table: "task_due_counts");

            migrationBuilder.AddColumn<bool>(
                name: "whole_day",
                table: "task_due_counts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.Sql(
                """
                DELETE FROM task_due_counts WHERE unit = 'month';
                UPDATE task_due_counts SET whole_day = unit = 'day';
                """);

            migrationBuilder.DropColumn(
                name: "unit",
                table: "task_due_counts");

            migrationBuilder.AddPrimaryKey(
                name: "pk_task_due_counts",
                table: "task_due_counts",
                columns: new[] { "whole_day", "start" });
        }
    }
}
