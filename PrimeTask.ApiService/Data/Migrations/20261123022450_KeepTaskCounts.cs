using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace PrimeTask.ApiService.Data.Migrations
{
    /// <inheritdoc />
    public partial class KeepTaskCounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "task_count_changes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    owner_id = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    priority = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    change = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_count_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "task_counts",
                columns: table => new
                {
                    owner_id = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    priority = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    count = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_counts", x => new { x.owner_id, x.status, x.priority });
                });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_owner_id_due_date1",
                table: "tasks",
                columns: new[] { "owner_id", "due_date" },
                filter: "status IN ('pending', 'in_progress')");

            migrationBuilder.CreateIndex(
                name: "ix_task_count_changes_owner_id",
                table: "task_count_changes",
                column: "owner_id");

            // Creating the triggers keeps writers out until the tasks that were there before are counted too.
            migrationBuilder.Sql(
                """
                CREATE FUNCTION count_created_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    INSERT INTO task_count_changes (owner_id, status, priority, change)
                    SELECT owner_id, status, priority, count(*) FROM created GROUP BY owner_id, status, priority;
                    RETURN NULL;
                END
                $$;
                CREATE FUNCTION count_deleted_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    INSERT INTO task_count_changes (owner_id, status, priority, change)
                    SELECT owner_id, status, priority, -count(*) FROM deleted GROUP BY owner_id, status, priority;
                    RETURN NULL;
                END
                $$;
                CREATE FUNCTION count_moved_task() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    INSERT INTO task_count_changes (owner_id, status, priority, change)
                    VALUES (OLD.owner_id, OLD.status, OLD.priority, -1), (NEW.owner_id, NEW.status, NEW.priority, 1);
                    RETURN NULL;
                END
                $$;
                CREATE FUNCTION forget_task_counts() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    DELETE FROM task_count_changes;
                    DELETE FROM task_counts;
                    RETURN NULL;
                END
                $$;
                CREATE TRIGGER tasks_created AFTER INSERT ON tasks
                    REFERENCING NEW TABLE AS created FOR EACH STATEMENT EXECUTE FUNCTION count_created_tasks();
                CREATE TRIGGER tasks_deleted AFTER DELETE ON tasks
                    REFERENCING OLD TABLE AS deleted FOR EACH STATEMENT EXECUTE FUNCTION count_deleted_tasks();
                CREATE TRIGGER tasks_moved AFTER UPDATE ON tasks FOR EACH ROW
                    WHEN (OLD.status <> NEW.status OR OLD.priority <> NEW.priority OR OLD.owner_id <> NEW.owner_id)
                    EXECUTE FUNCTION count_moved_task();
                CREATE TRIGGER tasks_truncated AFTER TRUNCATE ON tasks FOR EACH STATEMENT EXECUTE FUNCTION forget_task_counts();
                INSERT INTO task_counts (owner_id, status, priority, count)
                SELECT owner_id, status, priority, count(*) FROM tasks GROUP BY owner_id, status, priority
                UNION ALL SELECT 0, status, priority, count(*) FROM tasks GROUP BY status, priority;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                DROP FUNCTION count_created_tasks() CASCADE;
                DROP FUNCTION count_deleted_tasks() CASCADE;
                DROP FUNCTION count_moved_task() CASCADE;
                DROP FUNCTION forget_task_counts() CASCADE;
                """);

            migrationBuilder.DropTable(
                name: "task_count_changes");

            migrationBuilder.DropTable(
                name: "task_counts");

            migrationBuilder.DropIndex(
                name: "ix_tasks_owner_id_due_date1",
                table: "tasks");
        }
    }
}
