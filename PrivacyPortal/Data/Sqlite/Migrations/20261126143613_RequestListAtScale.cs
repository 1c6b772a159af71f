using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrivacyPortal.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RequestListAtScale : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_requests_ChangedAt",
                table: "requests");

            migrationBuilder.DropIndex(
                name: "IX_requests_ReceivedOn",
                table: "requests");

            migrationBuilder.DropIndex(
                name: "IX_requests_Status_DueOn",
                table: "requests");

            migrationBuilder.AddColumn<bool>(
                name: "IsClosed",
                table: "requests",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.Sql("UPDATE requests SET \"IsClosed\" = TRUE WHERE \"ClosedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_requests_AnsweredOn_DueOn",
                table: "requests",
                columns: new[] { "AnsweredOn", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_requests_ChangedAt_Id",
                table: "requests",
                columns: new[] { "ChangedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_requests_closed_ChangedAt",
                table: "requests",
                columns: new[] { "ChangedAt", "Id", "ClosedAt" },
                filter: "\"ClosedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_requests_closed_DueOn",
                table: "requests",
                columns: new[] { "DueOn", "Id", "ClosedAt" },
                filter: "\"ClosedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_requests_closed_ReceivedOn",
                table: "requests",
                columns: new[] { "ReceivedOn", "Id", "ClosedAt" },
                filter: "\"ClosedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_requests_DueOn_Id",
                table: "requests",
                columns: new[] { "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_requests_IsClosed_DueOn_Id",
                table: "requests",
                columns: new[] { "IsClosed", "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_requests_open_ChangedAt",
                table: "requests",
                columns: new[] { "ChangedAt", "Id", "ClosedAt" },
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_requests_open_DueOn",
                table: "requests",
                columns: new[] { "DueOn", "Id", "ClosedAt" },
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_requests_open_ReceivedOn",
                table: "requests",
                columns: new[] { "ReceivedOn", "Id", "ClosedAt" },
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_requests_open_Reference",
                table: "requests",
                columns: new[] { "Reference", "Id", "ClosedAt" },
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_requests_open_Right",
                table: "requests",
                columns: new[] { "Right", "DueOn", "Id", "ClosedAt" },
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_requests_open_Status",
                table: "requests",
                columns: new[] { "Status", "DueOn", "Id", "ClosedAt" },
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_requests_open_Status_Right",
                table: "requests",
                columns: new[] { "Status", "Right", "DueOn", "Id", "ClosedAt" },
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_requests_ReceivedOn_Id",
                table: "requests",
                columns: new[] { "ReceivedOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_requests_Right_ChangedAt_Id_ClosedAt",
                table: "requests",
                columns: new[] { "Right", "ChangedAt", "Id", "ClosedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_requests_AnsweredOn_DueOn",
                table: "requests");

            migrationBuilder.DropIndex(
                name: "IX_requests_ChangedAt_Id",
                table: "requests");

            migrationBuilder.DropIndex(
                name: "IX_requests_closed_ChangedAt",
                table: "requests");

            migrationBuilder.DropIndex(
                name: "IX_requests_closed_DueOn",
                table: "requests");

            migrationBuilder.DropIndex(
                name: "IX_requests_closed_ReceivedOn",
                table: "requests");

            migrationBuilder.DropIndex(
                name: "IX_requests_DueOn_Id",
                table: "requests");

            migrationBuilder.DropIndex(
                name: "IX_requests_IsClosed_DueOn_Id",
                table: "requests");

            migrationBuilder.DropIndex(
                name: "IX_requests_open_ChangedAt",
                table: "requests");

            migrationBuilder.DropIndex(
                name: "IX_requests_open_DueOn",
                table: "requests");

            migrationBuilder.DropIndex(
                name: "IX_requests_open_ReceivedOn",
                table: "requests");

            migrationBuilder.DropIndex(
                name: "IX_requests_open_Reference",
                table: "requests");

            migrationBuilder.DropIndex(
                name: "IX_requests_open_Right",
                table: "requests");

            migrationBuilder.DropIndex(
                name: "IX_requests_open_Status",
                table: "requests");

            migrationBuilder.DropIndex(
                name: "IX_requests_open_Status_Right",
                table: "requests");

            migrationBuilder.DropIndex(
                name: "IX_requests_ReceivedOn_Id",
                table: "requests");

            migrationBuilder.DropIndex(
                name: "IX_requests_Right_ChangedAt_Id_ClosedAt",
                table: "requests");

            migrationBuilder.DropColumn(
                name: "IsClosed",
                table: "requests");

            migrationBuilder.CreateIndex(
                name: "IX_requests_ChangedAt",
                table: "requests",
                column: "ChangedAt");

            migrationBuilder.CreateIndex(
                name: "IX_requests_ReceivedOn",
                table: "requests",
                column: "ReceivedOn");

            migrationBuilder.CreateIndex(
                name: "IX_requests_Status_DueOn",
                table: "requests",
                columns: new[] { "Status", "DueOn" });
        }
    }
}
