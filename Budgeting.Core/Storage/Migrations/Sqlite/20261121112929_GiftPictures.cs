using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Budgeting.Core.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class GiftPictures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "picture",
                table: "gifts",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "gift_pictures",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gift_pictures", x => x.id);
                    table.CheckConstraint("ck_gift_pictures_bytes", "typeof(bytes) = 'blob' AND length(bytes) BETWEEN 1 AND 1048576");
                    table.ForeignKey(
                        name: "FK_gift_pictures_gifts_id",
                        column: x => x.id,
                        principalTable: "gifts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "gift_pictures");

            migrationBuilder.DropColumn(
                name: "picture",
                table: "gifts");
        }
    }
}
