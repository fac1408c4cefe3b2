using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Budgeting.Core.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Places : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "place",
                table: "gifts",
                type: "TEXT",
                maxLength: 3751,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<byte[]>(
                name: "replaces_id",
                table: "gifts",
                type: "BLOB",
                nullable: true);

            // As if all had been put there at once, before anything else was.
            migrationBuilder.Sql("""
                UPDATE gifts SET place = printf('1%010x%05x', 0, ranked.number)
                FROM (SELECT id, row_number() OVER (PARTITION BY occasion_id, status ORDER BY position, id) AS number FROM gifts) AS ranked
                WHERE ranked.id = gifts.id;
                """);

            migrationBuilder.DropIndex(
                name: "IX_gifts_occasion_id_status_position",
                table: "gifts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_gifts_position_integer",
                table: "gifts");

            migrationBuilder.DropColumn(
                name: "position",
                table: "gifts");

            migrationBuilder.CreateIndex(
                name: "IX_gifts_occasion_id_status_place",
                table: "gifts",
                columns: new[] { "occasion_id", "status", "place" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_gifts_occasion_id_status_place",
                table: "gifts");

            migrationBuilder.DropColumn(
                name: "place",
                table: "gifts");

            migrationBuilder.DropColumn(
                name: "replaces_id",
                table: "gifts");

            migrationBuilder.AddColumn<long>(
                name: "position",
                table: "gifts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateIndex(
                name: "IX_gifts_occasion_id_status_position",
                table: "gifts",
                columns: new[] { "occasion_id", "status", "position" });

            migrationBuilder.AddCheckConstraint(
                name: "ck_gifts_position_integer",
                table: "gifts",
                sql: "typeof(position) = 'integer'");
        }
    }
}
