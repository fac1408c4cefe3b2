using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Budgeting.Core.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class IndexOfEntries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_audit_entries_entity_id_sequence",
                table: "audit_entries");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_organization_id_entity_id_sequence",
                table: "audit_entries",
                columns: new[] { "organization_id", "entity_id", "sequence" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_audit_entries_organization_id_entity_id_sequence",
                table: "audit_entries");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_entity_id_sequence",
                table: "audit_entries",
                columns: new[] { "entity_id", "sequence" });
        }
    }
}
