using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrivacyPortal.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Retention : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "master_key_proof");

            migrationBuilder.AddColumn<long>(
                name: "FileEndedAt",
                table: "requests",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PackagesEndedAt",
                table: "requests",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "WorkingDataEndedAt",
                table: "requests",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "FileEndedAt",
                table: "requests");

            migrationBuilder.DropColumn(
                name: "PackagesEndedAt",
                table: "requests");

            migrationBuilder.DropColumn(
                name: "WorkingDataEndedAt",
                table: "requests");

            migrationBuilder.CreateTable(
                name: "master_key_proof",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Box = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_master_key_proof", x => x.Id);
                });
        }
    }
}
