using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrimeTask.ApiService.Data.Migrations
{
    /// <inheritdoc />
    public partial class CountMovedTasksTogether : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Once a statement instead of once a row: changes that come at the same time share one.
            migrationBuilder.Sql(
                """
                DROP FUNCTION count_moved_task() CASCADE;
                CREATE FUNCTION count_moved_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    INSERT INTO task_count_changes (owner_id, status, priority, change)
                    SELECT owner_id, status, priority, sum(change) FROM (
                        SELECT owner_id, status, priority, -1 AS change FROM old_tasks
                        UNION ALL SELECT owner_id, status, priority, 1 FROM new_tasks) AS moves
                    GROUP BY owner_id, status, priority HAVING sum(change) <> 0;
                    RETURN NULL;
                END
                $$;
                CREATE TRIGGER tasks_moved AFTER UPDATE ON tasks
                    REFERENCING OLD TABLE AS old_tasks NEW TABLE AS new_tasks FOR EACH STATEMENT EXECUTE FUNCTION count_moved_tasks();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                DROP FUNCTION count_moved_tasks() CASCADE;
                CREATE FUNCTION count_moved_task() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    INSERT INTO task_count_changes (owner_id, status, priority, change)
                    VALUES (OLD.owner_id, OLD.status, OLD.priority, -1), (NEW.owner_id, NEW.status, NEW.priority, 1);
                    RETURN NULL;
                END
                $$;
                CREATE TRIGGER tasks_moved AFTER UPDATE ON tasks FOR EACH ROW
                    WHEN (OLD.status <> NEW.status OR OLD.priority <> NEW.priority OR OLD.owner_id <> NEW.owner_id)
                    EXECUTE FUNCTION count_moved_task();
                """);
        }
    }
}
