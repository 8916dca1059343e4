using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrimeTask.ApiService.Data.Migrations
{
    /// <inheritdoc />
    public partial class CountTasksByDueHour : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Keeps writers out until the tasks that were there before are counted too.
            migrationBuilder.Sql("LOCK TABLE tasks IN SHARE ROW EXCLUSIVE MODE;");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "due_hour",
                table: "task_count_changes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "task_due_counts",
                columns: table => new
                {
                    whole_day = table.Column<bool>(type: "boolean", nullable: false),
                    start = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    count = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_due_counts", x => new { x.whole_day, x.start });
                });

            migrationBuilder.Sql(
                """
                CREATE FUNCTION open_due_hour(status text, due_date timestamptz) RETURNS timestamptz LANGUAGE sql STABLE AS $$
                    SELECT CASE WHEN status IN ('pending', 'in_progress') THEN date_trunc('hour', due_date, 'UTC') END
                $$;
                CREATE OR REPLACE FUNCTION count_created_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    INSERT INTO task_count_changes (owner_id, status, priority, due_hour, change)
                    SELECT owner_id, status, priority, open_due_hour(status, due_date), count(*) FROM created GROUP BY 1, 2, 3, 4;
                    RETURN NULL;
                END
                $$;
                CREATE OR REPLACE FUNCTION count_deleted_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    INSERT INTO task_count_changes (owner_id, status, priority, due_hour, change)
                    SELECT owner_id, status, priority, open_due_hour(status, due_date), -count(*) FROM deleted GROUP BY 1, 2, 3, 4;
                    RETURN NULL;
                END
                $$;
                CREATE OR REPLACE FUNCTION count_moved_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    INSERT INTO task_count_changes (owner_id, status, priority, due_hour, change)
                    SELECT owner_id, status, priority, open_due_hour(status, due_date), sum(change) FROM (
                        SELECT owner_id, status, priority, due_date, -1 AS change FROM old_tasks
                        UNION ALL SELECT owner_id, status, priority, due_date, 1 FROM new_tasks) AS moves
                    GROUP BY 1, 2, 3, 4 HAVING sum(change) <> 0;
                    RETURN NULL;
                END
                $$;
                CREATE OR REPLACE FUNCTION forget_task_counts() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    DELETE FROM task_count_changes;
                    DELETE FROM task_counts;
                    DELETE FROM task_due_counts;
                    RETURN NULL;
                END
                $$;
                INSERT INTO task_due_counts (whole_day, start, count)
                SELECT whole_day, date_trunc(CASE WHEN whole_day THEN 'day' ELSE 'hour' END, due_hour, 'UTC'), count(*)
                FROM (SELECT open_due_hour(status, due_date) AS due_hour FROM tasks) AS dues, (VALUES (true), (false)) AS units (whole_day)
                WHERE due_hour IS NOT NULL GROUP BY 1, 2;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                CREATE OR REPLACE FUNCTION count_created_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    INSERT INTO task_count_changes (owner_id, status, priority, change)
                    SELECT owner_id, status, priority, count(*) FROM created GROUP BY owner_id, status, priority;
                    RETURN NULL;
                END
                $$;
                CREATE OR REPLACE FUNCTION count_deleted_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    INSERT INTO task_count_changes (owner_id, status, priority, change)
                    SELECT owner_id, status, priority, -count(*) FROM deleted GROUP BY owner_id, status, priority;
                    RETURN NULL;
                END
                $$;
                CREATE OR REPLACE FUNCTION count_moved_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    INSERT INTO task_count_changes (owner_id, status, priority, change)
                    SELECT owner_id, status, priority, sum(change) FROM (
                        SELECT owner_id, status, priority, -1 AS change FROM old_tasks
                        UNION ALL SELECT owner_id, status, priority, 1 FROM new_tasks) AS moves
                    GROUP BY owner_id, status, priority HAVING sum(change) <> 0;
                    RETURN NULL;
                END
                $$;
                CREATE OR REPLACE FUNCTION forget_task_counts() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    DELETE FROM task_count_changes;
                    DELETE FROM task_counts;
                    RETURN NULL;
                END
                $$;
                DROP FUNCTION open_due_hour(text, timestamptz);
                """);

            migrationBuilder.DropTable(
                name: "task_due_counts");

            migrationBuilder.DropColumn(
                name: "due_hour",
                table: "task_count_changes");
        }
    }
}
