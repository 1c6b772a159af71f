using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrivacyPortal.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Exports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "request_exports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    What = table.Column<Guid>(type: "uuid", nullable: false),
                    Box = table.Column<byte[]>(type: "bytea", nullable: true),
                    AskedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AskedByName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AskedAt = table.Column<long>(type: "bigint", nullable: false),
                    AllowedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AllowedByName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    AllowedAt = table.Column<long>(type: "bigint", nullable: true),
                    DeclinedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_request_exports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_request_exports_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_request_exports_RequestId",
                table: "request_exports",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_request_exports_What_AskedBy",
                table: "request_exports",
                columns: new[] { "What", "AskedBy" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "request_exports");
        }
    }
}
