using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Budgeting.Core.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Execution : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "combined_duties_reason",
                table: "organizations",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<int>(
                name: "fiscal_year_start_month",
                table: "organizations",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<bool>(
                name: "separate_duties",
                table: "organizations",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.CreateTable(
                name: "programs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    description = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    status = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programs", x => x.id);
                    table.CheckConstraint("ck_programs_status", "status BETWEEN 0 AND 1");
                    table.ForeignKey(
                        name: "FK_programs_organizations_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "proposals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fiscal_year = table.Column<int>(type: "integer", nullable: false),
                    start_month = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    status = table.Column<int>(type: "integer", nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_by = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    duties_combined = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_proposals", x => x.id);
                    table.CheckConstraint("ck_proposals_status", "status BETWEEN 0 AND 4");
                    table.CheckConstraint("ck_proposals_year", "fiscal_year BETWEEN 2000 AND 2100 AND start_month BETWEEN 1 AND 12");
                    table.ForeignKey(
                        name: "FK_proposals_organizations_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "program_budgets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    program_id = table.Column<Guid>(type: "uuid", nullable: false),
                    requested_amount = table.Column<long>(type: "bigint", nullable: false),
                    approved_amount = table.Column<long>(type: "bigint", nullable: true),
                    approval_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    fund_source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_program_budgets", x => x.id);
                    table.CheckConstraint("ck_program_budgets_amounts", "requested_amount >= 0 AND (approved_amount IS NULL OR approved_amount >= 0)");
                    table.ForeignKey(
                        name: "FK_program_budgets_programs_program_id",
                        column: x => x.program_id,
                        principalTable: "programs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_program_budgets_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "allotments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    program_budget_id = table.Column<Guid>(type: "uuid", nullable: false),
                    quarter = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    category = table.Column<int>(type: "integer", nullable: true),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    released_on = table.Column<DateOnly>(type: "date", nullable: true),
                    cancelled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_allotments", x => x.id);
                    table.CheckConstraint("ck_allotments_amount", "amount > 0");
                    table.CheckConstraint("ck_allotments_category", "category IS NULL OR category BETWEEN 0 AND 2");
                    table.CheckConstraint("ck_allotments_place", "quarter BETWEEN 1 AND 4 AND number > 0");
                    table.CheckConstraint("ck_allotments_status", "status BETWEEN 0 AND 2");
                    table.ForeignKey(
                        name: "FK_allotments_program_budgets_program_budget_id",
                        column: x => x.program_budget_id,
                        principalTable: "program_budgets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_allotments_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "budget_adjustments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    program_budget_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    authority_no = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    reallocation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_budget_adjustments", x => x.id);
                    table.CheckConstraint("ck_budget_adjustments_amount", "amount <> 0");
                    table.CheckConstraint("ck_budget_adjustments_kind", "kind BETWEEN 0 AND 1");
                    table.ForeignKey(
                        name: "FK_budget_adjustments_program_budgets_program_budget_id",
                        column: x => x.program_budget_id,
                        principalTable: "program_budgets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_budget_adjustments_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "justifications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    program_budget_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    evidence_url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_justifications", x => x.id);
                    table.CheckConstraint("ck_justifications_kind", "kind BETWEEN 0 AND 2");
                    table.ForeignKey(
                        name: "FK_justifications_program_budgets_program_budget_id",
                        column: x => x.program_budget_id,
                        principalTable: "program_budgets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_justifications_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "line_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    program_budget_id = table.Column<Guid>(type: "uuid", nullable: false),
                    object_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, collation: "C"),
                    category = table.Column<int>(type: "integer", nullable: false),
                    description = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    unit_cost = table.Column<long>(type: "bigint", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false, computedColumnSql: "(quantity / 1000) * (unit_cost / 1000) + (quantity / 1000) * (unit_cost % 1000) / 1000", stored: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_line_items", x => x.id);
                    table.CheckConstraint("ck_line_items_category", "category BETWEEN 0 AND 2");
                    table.CheckConstraint("ck_line_items_quantity", "quantity > 0 AND quantity % 1000 = 0 AND unit_cost >= 0");
                    table.ForeignKey(
                        name: "FK_line_items_program_budgets_program_budget_id",
                        column: x => x.program_budget_id,
                        principalTable: "program_budgets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_line_items_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "obligations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    allotment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    category = table.Column<int>(type: "integer", nullable: false),
                    object_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, collation: "C"),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    reference_no = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    series_no = table.Column<int>(type: "integer", nullable: true),
                    payee = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    description = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    final_amount = table.Column<long>(type: "bigint", nullable: true),
                    used = table.Column<long>(type: "bigint", nullable: false, computedColumnSql: "CASE status WHEN 3 THEN 0 WHEN 2 THEN COALESCE(final_amount, amount) ELSE amount END", stored: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    created_by = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_by = table.Column<Guid>(type: "uuid", nullable: true),
                    duties_combined = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_obligations", x => x.id);
                    table.CheckConstraint("ck_obligations_amount", "amount > 0");
                    table.CheckConstraint("ck_obligations_final_amount", "CASE WHEN status = 2 THEN final_amount IS NOT NULL AND final_amount BETWEEN 0 AND amount ELSE final_amount IS NULL END");
                    table.CheckConstraint("ck_obligations_kinds", "category BETWEEN 0 AND 2 AND kind BETWEEN 0 AND 3");
                    table.CheckConstraint("ck_obligations_status", "status BETWEEN 0 AND 3");
                    table.ForeignKey(
                        name: "FK_obligations_allotments_allotment_id",
                        column: x => x.allotment_id,
                        principalTable: "allotments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_obligations_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "disbursements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    method = table.Column<int>(type: "integer", nullable: false),
                    reference = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    payee = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    status = table.Column<int>(type: "integer", nullable: false),
                    voided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    created_by = table.Column<Guid>(type: "uuid", nullable: true),
                    duties_combined = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disbursements", x => x.id);
                    table.CheckConstraint("ck_disbursements_amount", "amount > 0");
                    table.CheckConstraint("ck_disbursements_kinds", "status BETWEEN 0 AND 1 AND method BETWEEN 0 AND 4");
                    table.ForeignKey(
                        name: "FK_disbursements_obligations_obligation_id",
                        column: x => x.obligation_id,
                        principalTable: "obligations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_disbursements_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "work_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    disbursement_id = table.Column<Guid>(type: "uuid", nullable: true),
                    description = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, collation: "C"),
                    unit_cost = table.Column<long>(type: "bigint", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false, computedColumnSql: "(quantity / 1000) * (unit_cost / 1000) + (quantity / 1000) * (unit_cost % 1000) / 1000", stored: true),
                    accepted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_items", x => x.id);
                    table.CheckConstraint("ck_work_items_quantity", "quantity > 0 AND quantity % 1000 = 0 AND unit_cost >= 0");
                    table.ForeignKey(
                        name: "FK_work_items_disbursements_disbursement_id",
                        column: x => x.disbursement_id,
                        principalTable: "disbursements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_work_items_obligations_obligation_id",
                        column: x => x.obligation_id,
                        principalTable: "obligations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_work_items_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_organizations_fiscal_year_start_month",
                table: "organizations",
                sql: "fiscal_year_start_month BETWEEN 1 AND 12");

            migrationBuilder.CreateIndex(
                name: "IX_allotments_program_budget_id_quarter_number",
                table: "allotments",
                columns: new[] { "program_budget_id", "quarter", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_allotments_proposal_id",
                table: "allotments",
                column: "proposal_id");

            migrationBuilder.CreateIndex(
                name: "ix_allotments_sum",
                table: "allotments",
                columns: new[] { "program_budget_id", "status", "amount" });

            migrationBuilder.CreateIndex(
                name: "IX_budget_adjustments_program_budget_id_date",
                table: "budget_adjustments",
                columns: new[] { "program_budget_id", "date" });

            migrationBuilder.CreateIndex(
                name: "IX_budget_adjustments_proposal_id",
                table: "budget_adjustments",
                column: "proposal_id");

            migrationBuilder.CreateIndex(
                name: "IX_disbursements_proposal_id_date",
                table: "disbursements",
                columns: new[] { "proposal_id", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_disbursements_sum",
                table: "disbursements",
                columns: new[] { "obligation_id", "status", "amount" });

            migrationBuilder.CreateIndex(
                name: "IX_justifications_program_budget_id",
                table: "justifications",
                column: "program_budget_id");

            migrationBuilder.CreateIndex(
                name: "IX_justifications_proposal_id",
                table: "justifications",
                column: "proposal_id");

            migrationBuilder.CreateIndex(
                name: "IX_line_items_program_budget_id_amount",
                table: "line_items",
                columns: new[] { "program_budget_id", "amount" });

            migrationBuilder.CreateIndex(
                name: "IX_line_items_proposal_id",
                table: "line_items",
                column: "proposal_id");

            migrationBuilder.CreateIndex(
                name: "IX_obligations_organization_id_reference_no",
                table: "obligations",
                columns: new[] { "organization_id", "reference_no" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_obligations_proposal_id_series_no",
                table: "obligations",
                columns: new[] { "proposal_id", "series_no" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_obligations_proposal_id_status",
                table: "obligations",
                columns: new[] { "proposal_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_obligations_sum",
                table: "obligations",
                columns: new[] { "allotment_id", "used" });

            migrationBuilder.CreateIndex(
                name: "IX_program_budgets_program_id",
                table: "program_budgets",
                column: "program_id");

            migrationBuilder.CreateIndex(
                name: "IX_program_budgets_proposal_id_program_id",
                table: "program_budgets",
                columns: new[] { "proposal_id", "program_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_programs_organization_id_code",
                table: "programs",
                columns: new[] { "organization_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_proposals_organization_id_fiscal_year",
                table: "proposals",
                columns: new[] { "organization_id", "fiscal_year" },
                unique: true,
                filter: "status <> 3");

            migrationBuilder.CreateIndex(
                name: "IX_work_items_disbursement_id",
                table: "work_items",
                column: "disbursement_id");

            migrationBuilder.CreateIndex(
                name: "IX_work_items_proposal_id",
                table: "work_items",
                column: "proposal_id");

            migrationBuilder.CreateIndex(
                name: "ix_work_items_sum",
                table: "work_items",
                columns: new[] { "obligation_id", "amount" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "budget_adjustments");

            migrationBuilder.DropTable(
                name: "justifications");

            migrationBuilder.DropTable(
                name: "line_items");

            migrationBuilder.DropTable(
                name: "work_items");

            migrationBuilder.DropTable(
                name: "disbursements");

            migrationBuilder.DropTable(
                name: "obligations");

            migrationBuilder.DropTable(
                name: "allotments");

            migrationBuilder.DropTable(
                name: "program_budgets");

            migrationBuilder.DropTable(
                name: "programs");

            migrationBuilder.DropTable(
                name: "proposals");

            migrationBuilder.DropCheckConstraint(
                name: "ck_organizations_fiscal_year_start_month",
                table: "organizations");

            migrationBuilder.DropColumn(
                name: "combined_duties_reason",
                table: "organizations");

            migrationBuilder.DropColumn(
                name: "fiscal_year_start_month",
                table: "organizations");

            migrationBuilder.DropColumn(
                name: "separate_duties",
                table: "organizations");
        }
    }
}
