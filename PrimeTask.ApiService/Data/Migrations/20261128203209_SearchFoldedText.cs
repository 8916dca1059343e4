using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrimeTask.ApiService.Data.Migrations
{
    /// <inheritdoc />
    public partial class SearchFoldedText : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "searched",
                table: "users",
                type: "text",
                nullable: true,
                computedColumnSql: "coalesce(search_text, lower((email || E'\\u0001' || username || E'\\u0001' || first_name || ' ' || last_name) COLLATE \"C\"))",
                stored: true,
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true,
                oldComputedColumnSql: "lower(email || E'\\n' || username || E'\\n' || first_name || ' ' || last_name)",
                oldStored: true);

            migrationBuilder.Sql(
                """
                DROP INDEX ix_tasks_owner_id_text;
                CREATE INDEX ix_tasks_owner_id_text ON tasks USING gin
                    (owner_id, coalesce(search_text, lower(title COLLATE "C" || E'\u0001' || coalesce(description, ''))) gin_trgm_ops);
                ANALYZE tasks;
                ANALYZE users;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "searched",
                table: "users",
                type: "text",
                nullable: true,
                computedColumnSql: "lower(email || E'\\n' || username || E'\\n' || first_name || ' ' || last_name)",
                stored: true,
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true,
                oldComputedColumnSql: "coalesce(search_text, lower((email || E'\\u0001' || username || E'\\u0001' || first_name || ' ' || last_name) COLLATE \"C\"))",
                oldStored: true);

            migrationBuilder.Sql(
                """
                DROP INDEX ix_tasks_owner_id_text;
                CREATE INDEX ix_tasks_owner_id_text ON tasks USING gin (owner_id, (title || E'\u0001' || coalesce(description, '')) gin_trgm_ops);
                ANALYZE tasks;
                """);
        }
    }
}
