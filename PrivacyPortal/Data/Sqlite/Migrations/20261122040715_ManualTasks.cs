using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrivacyPortal.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ManualTasks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // SQLite's own: EF would rebuild the table outside of the transaction, which a kill leaves half done.
            migrationBuilder.Sql("ALTER TABLE request_sources DROP COLUMN RecordsByHand;");

            migrationBuilder.AddColumn<DateOnly>(
                name: "TaskDueOn",
                table: "request_steps",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TaskOwner",
                table: "request_steps",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "TaskOwnerId",
                table: "request_steps",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TaskReminded",
                table: "request_steps",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ByHand",
                table: "request_sources",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "request_documents",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "Answer");

            migrationBuilder.AddColumn<Guid>(
                name: "SourceId",
                table: "request_documents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_requests_ChangedAt",
                table: "requests",
                column: "ChangedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_requests_ChangedAt",
                table: "requests");

            migrationBuilder.DropColumn(
                name: "TaskDueOn",
                table: "request_steps");

            migrationBuilder.DropColumn(
                name: "TaskOwner",
                table: "request_steps");

            migrationBuilder.DropColumn(
                name: "TaskOwnerId",
                table: "request_steps");

            migrationBuilder.DropColumn(
                name: "TaskReminded",
                table: "request_steps");

            migrationBuilder.DropColumn(
                name: "ByHand",
                table: "request_sources");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "request_documents");

            migrationBuilder.DropColumn(
                name: "SourceId",
                table: "request_documents");

            migrationBuilder.AddColumn<int>(
                name: "RecordsByHand",
                table: "request_sources",
                type: "INTEGER",
                nullable: true);
        }
    }
}
