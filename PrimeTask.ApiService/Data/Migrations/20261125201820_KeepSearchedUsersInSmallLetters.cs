using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrimeTask.ApiService.Data.Migrations
{
    /// <inheritdoc />
    public partial class KeepSearchedUsersInSmallLetters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
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
                oldComputedColumnSql: "email || E'\\n' || username || E'\\n' || first_name || ' ' || last_name",
                oldStored: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "searched",
                table: "users",
                type: "text",
                nullable: true,
                computedColumnSql: "email || E'\\n' || username || E'\\n' || first_name || ' ' || last_name",
                stored: true,
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true,
                oldComputedColumnSql: "lower(email || E'\\n' || username || E'\\n' || first_name || ' ' || last_name)",
                oldStored: true);
        }
    }
}
