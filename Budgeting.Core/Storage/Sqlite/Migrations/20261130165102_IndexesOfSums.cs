using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Budgeting.Core.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class IndexesOfSums : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_work_items_sum",
                table: "work_items");

            migrationBuilder.DropIndex(
                name: "IX_obligations_proposal_id_series_no",
                table: "obligations");

            migrationBuilder.DropIndex(
                name: "ix_obligations_sum",
                table: "obligations");

            migrationBuilder.DropIndex(
                name: "ix_disbursements_sum",
                table: "disbursements");

            migrationBuilder.DropIndex(
                name: "ix_allotments_sum",
                table: "allotments");

            migrationBuilder.CreateIndex(
                name: "ix_work_items_sum",
                table: "work_items",
                columns: new[] { "obligation_id", "organization_id", "amount" });

            migrationBuilder.CreateIndex(
                name: "IX_obligations_proposal_id_ended_on",
                table: "obligations",
                columns: new[] { "proposal_id", "ended_on" },
                filter: "ended_on IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_obligations_proposal_id_series_no_organization_id",
                table: "obligations",
                columns: new[] { "proposal_id", "series_no", "organization_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_obligations_sum",
                table: "obligations",
                columns: new[] { "allotment_id", "organization_id", "used" });

            migrationBuilder.CreateIndex(
                name: "ix_disbursements_sum",
                table: "disbursements",
                columns: new[] { "obligation_id", "organization_id", "status", "amount" });

            migrationBuilder.CreateIndex(
                name: "ix_allotments_sum",
                table: "allotments",
                columns: new[] { "program_budget_id", "organization_id", "status", "amount" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_work_items_sum",
                table: "work_items");

            migrationBuilder.DropIndex(
                name: "IX_obligations_proposal_id_ended_on",
                table: "obligations");

            migrationBuilder.DropIndex(
                name: "IX_obligations_proposal_id_series_no_organization_id",
                table: "obligations");

            migrationBuilder.DropIndex(
                name: "ix_obligations_sum",
                table: "obligations");

            migrationBuilder.DropIndex(
                name: "ix_disbursements_sum",
                table: "disbursements");

            migrationBuilder.DropIndex(
                name: "ix_allotments_sum",
                table: "allotments");

            migrationBuilder.CreateIndex(
                name: "ix_work_items_sum",
                table: "work_items",
                columns: new[] { "obligation_id", "amount" });

            migrationBuilder.CreateIndex(
                name: "IX_obligations_proposal_id_series_no",
                table: "obligations",
                columns: new[] { "proposal_id", "series_no" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_obligations_sum",
                table: "obligations",
                columns: new[] { "allotment_id", "used" });

            migrationBuilder.CreateIndex(
                name: "ix_disbursements_sum",
                table: "disbursements",
                columns: new[] { "obligation_id", "status", "amount" });

            migrationBuilder.CreateIndex(
                name: "ix_allotments_sum",
                table: "allotments",
                columns: new[] { "program_budget_id", "status", "amount" });
        }
    }
}
