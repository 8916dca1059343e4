using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrimeTask.ApiService.Data.Migrations
{
    /// <inheritdoc />
    public partial class IndexDueDays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "time_zone",
                table: "users",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "UTC");

            migrationBuilder.AddColumn<DateOnly>(
                name: "due_on",
                table: "tasks",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "start_on",
                table: "tasks",
                type: "date",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_tasks_due_on",
                table: "tasks",
                column: "due_on",
                filter: "due_date IS NULL AND due_on IS NOT NULL AND status IN ('pending', 'in_progress')");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_due_on_id",
                table: "tasks",
                columns: new[] { "due_on", "id" },
                filter: "due_date IS NULL AND due_on IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_id",
                table: "tasks",
                column: "id",
                filter: "due_date IS NULL AND due_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_owner_id_due_on",
                table: "tasks",
                columns: new[] { "owner_id", "due_on" },
                filter: "due_date IS NULL AND due_on IS NOT NULL AND status IN ('pending', 'in_progress')");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_owner_id_due_on_id",
                table: "tasks",
                columns: new[] { "owner_id", "due_on", "id" },
                filter: "due_date IS NULL AND due_on IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_owner_id_id1",
                table: "tasks",
                columns: new[] { "owner_id", "id" },
                filter: "due_date IS NULL AND due_on IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_tasks_due_on",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_due_on_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_owner_id_due_on",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_owner_id_due_on_id",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_owner_id_id1",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "time_zone",
                table: "users");

            migrationBuilder.DropColumn(
                name: "due_on",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "start_on",
                table: "tasks");
        }
    }
}
