using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Budgeting.Core.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AuditByTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_organization_id_at_id",
                table: "audit_entries",
                columns: new[] { "organization_id", "at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_audit_entries_organization_id_at_id",
                table: "audit_entries");
        }
    }
}
