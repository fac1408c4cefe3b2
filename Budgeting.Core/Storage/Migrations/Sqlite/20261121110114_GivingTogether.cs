using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Budgeting.Core.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class GivingTogether : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "previous_id",
                table: "occasions",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "givers",
                table: "gifts",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<byte[]>(
                name: "guest_id",
                table: "gifts",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "guest_name",
                table: "gifts",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "import_key",
                table: "gifts",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "no_longer_wished",
                table: "gifts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<byte[]>(
                name: "wish_id",
                table: "gifts",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "kept_until",
                table: "occasions",
                type: "TEXT",
                nullable: false,
                computedColumnSql: "CASE WHEN surprises THEN COALESCE(reveal_on, '9999-12-31') ELSE '0001-01-01' END",
                stored: false);

            migrationBuilder.CreateTable(
                name: "guest_links",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    occasion_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kept_for_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_guest_links", x => x.id);
                    table.CheckConstraint("ck_guest_links_version_integer", "typeof(version) = 'integer'");
                    table.ForeignKey(
                        name: "FK_guest_links_occasions_occasion_id",
                        column: x => x.occasion_id,
                        principalTable: "occasions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_guest_links_people_kept_for_id",
                        column: x => x.kept_for_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "wishes",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    occasion_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    url = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    notes = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wishes", x => x.id);
                    table.CheckConstraint("ck_wishes_version_integer", "typeof(version) = 'integer'");
                    table.ForeignKey(
                        name: "FK_wishes_occasions_occasion_id",
                        column: x => x.occasion_id,
                        principalTable: "occasions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_wishes_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_occasions_previous_id",
                table: "occasions",
                column: "previous_id");

            migrationBuilder.CreateIndex(
                name: "IX_gifts_occasion_id_import_key",
                table: "gifts",
                columns: new[] { "occasion_id", "import_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_gifts_wish_id",
                table: "gifts",
                column: "wish_id");

            migrationBuilder.CreateIndex(
                name: "IX_guest_links_hash",
                table: "guest_links",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_guest_links_kept_for_id",
                table: "guest_links",
                column: "kept_for_id");

            migrationBuilder.CreateIndex(
                name: "IX_guest_links_occasion_id",
                table: "guest_links",
                column: "occasion_id");

            migrationBuilder.CreateIndex(
                name: "IX_wishes_occasion_id",
                table: "wishes",
                column: "occasion_id");

            migrationBuilder.CreateIndex(
                name: "IX_wishes_person_id",
                table: "wishes",
                column: "person_id");

            migrationBuilder.AddForeignKey(
                name: "FK_gifts_wishes_wish_id",
                table: "gifts",
                column: "wish_id",
                principalTable: "wishes",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_occasions_occasions_previous_id",
                table: "occasions",
                column: "previous_id",
                principalTable: "occasions",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_gifts_wishes_wish_id",
                table: "gifts");

            migrationBuilder.DropForeignKey(
                name: "FK_occasions_occasions_previous_id",
                table: "occasions");

            migrationBuilder.DropTable(
                name: "guest_links");

            migrationBuilder.DropTable(
                name: "wishes");

            migrationBuilder.DropIndex(
                name: "IX_occasions_previous_id",
                table: "occasions");

            migrationBuilder.DropIndex(
                name: "IX_gifts_occasion_id_import_key",
                table: "gifts");

            migrationBuilder.DropIndex(
                name: "IX_gifts_wish_id",
                table: "gifts");

            migrationBuilder.DropColumn(
                name: "kept_until",
                table: "occasions");

            migrationBuilder.DropColumn(
                name: "previous_id",
                table: "occasions");

            migrationBuilder.DropColumn(
                name: "givers",
                table: "gifts");

            migrationBuilder.DropColumn(
                name: "guest_id",
                table: "gifts");

            migrationBuilder.DropColumn(
                name: "guest_name",
                table: "gifts");

            migrationBuilder.DropColumn(
                name: "import_key",
                table: "gifts");

            migrationBuilder.DropColumn(
                name: "no_longer_wished",
                table: "gifts");

            migrationBuilder.DropColumn(
                name: "wish_id",
                table: "gifts");
        }
    }
}
