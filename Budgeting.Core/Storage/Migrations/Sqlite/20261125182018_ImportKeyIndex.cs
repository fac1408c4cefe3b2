using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Budgeting.Core.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ImportKeyIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_expenses_period_id_import_key",
                table: "expenses");

            migrationBuilder.DropIndex(
                name: "IX_contributions_period_id_import_key",
                table: "contributions");

            migrationBuilder.CreateIndex(
                name: "IX_expenses_period_id_import_key",
                table: "expenses",
                columns: new[] { "period_id", "import_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_contributions_period_id_import_key",
                table: "contributions",
                columns: new[] { "period_id", "import_key" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_expenses_period_id_import_key",
                table: "expenses");

            migrationBuilder.DropIndex(
                name: "IX_contributions_period_id_import_key",
                table: "contributions");

            migrationBuilder.CreateIndex(
                name: "IX_expenses_period_id_import_key",
                table: "expenses",
                columns: new[] { "period_id", "import_key" },
                unique: true,
                filter: "import_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_contributions_period_id_import_key",
                table: "contributions",
                columns: new[] { "period_id", "import_key" },
                unique: true,
                filter: "import_key IS NOT NULL");
        }
    }
}
