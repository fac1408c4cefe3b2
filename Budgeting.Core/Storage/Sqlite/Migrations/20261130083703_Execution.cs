using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Budgeting.Core.Storage.Sqlite.Migrations
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
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "fiscal_year_start_month",
                table: "organizations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<bool>(
                name: "separate_duties",
                table: "organizations",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.CreateTable(
                name: "programs",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programs", x => x.id);
                    table.CheckConstraint("ck_programs_status", "status BETWEEN 0 AND 1");
                    table.CheckConstraint("ck_programs_version_integer", "typeof(version) = 'integer'");
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
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    fiscal_year = table.Column<int>(type: "INTEGER", nullable: false),
                    start_month = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    created_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    approved_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    approved_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    duties_combined = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_proposals", x => x.id);
                    table.CheckConstraint("ck_proposals_fiscal_year_integer", "typeof(fiscal_year) = 'integer'");
                    table.CheckConstraint("ck_proposals_start_month_integer", "typeof(start_month) = 'integer'");
                    table.CheckConstraint("ck_proposals_status", "status BETWEEN 0 AND 4");
                    table.CheckConstraint("ck_proposals_version_integer", "typeof(version) = 'integer'");
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
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    proposal_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    program_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    requested_amount = table.Column<long>(type: "INTEGER", nullable: false),
                    approved_amount = table.Column<long>(type: "INTEGER", nullable: true),
                    approval_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    fund_source = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_program_budgets", x => x.id);
                    table.CheckConstraint("ck_program_budgets_amounts", "requested_amount >= 0 AND (approved_amount IS NULL OR approved_amount >= 0)");
                    table.CheckConstraint("ck_program_budgets_approved_amount_integer", "approved_amount IS NULL OR typeof(approved_amount) = 'integer'");
                    table.CheckConstraint("ck_program_budgets_requested_amount_integer", "typeof(requested_amount) = 'integer'");
                    table.CheckConstraint("ck_program_budgets_version_integer", "typeof(version) = 'integer'");
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
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    proposal_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    program_budget_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    quarter = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    category = table.Column<int>(type: "INTEGER", nullable: true),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    released_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    cancelled_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_allotments", x => x.id);
                    table.CheckConstraint("ck_allotments_amount", "amount > 0");
                    table.CheckConstraint("ck_allotments_amount_integer", "typeof(amount) = 'integer'");
                    table.CheckConstraint("ck_allotments_category", "category IS NULL OR category BETWEEN 0 AND 2");
                    table.CheckConstraint("ck_allotments_number_integer", "typeof(number) = 'integer'");
                    table.CheckConstraint("ck_allotments_place", "quarter BETWEEN 1 AND 4 AND number > 0");
                    table.CheckConstraint("ck_allotments_quarter_integer", "typeof(quarter) = 'integer'");
                    table.CheckConstraint("ck_allotments_status", "status BETWEEN 0 AND 2");
                    table.CheckConstraint("ck_allotments_version_integer", "typeof(version) = 'integer'");
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
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    proposal_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    program_budget_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    authority_no = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    reallocation_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_budget_adjustments", x => x.id);
                    table.CheckConstraint("ck_budget_adjustments_amount", "amount <> 0");
                    table.CheckConstraint("ck_budget_adjustments_amount_integer", "typeof(amount) = 'integer'");
                    table.CheckConstraint("ck_budget_adjustments_kind", "kind BETWEEN 0 AND 1");
                    table.CheckConstraint("ck_budget_adjustments_version_integer", "typeof(version) = 'integer'");
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
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    proposal_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    program_budget_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    evidence_url = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_justifications", x => x.id);
                    table.CheckConstraint("ck_justifications_kind", "kind BETWEEN 0 AND 2");
                    table.CheckConstraint("ck_justifications_version_integer", "typeof(version) = 'integer'");
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
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    proposal_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    program_budget_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    object_code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    category = table.Column<int>(type: "INTEGER", nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    unit_cost = table.Column<long>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false, computedColumnSql: "(quantity / 1000) * (unit_cost / 1000) + (quantity / 1000) * (unit_cost % 1000) / 1000", stored: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_line_items", x => x.id);
                    table.CheckConstraint("ck_line_items_category", "category BETWEEN 0 AND 2");
                    table.CheckConstraint("ck_line_items_quantity", "quantity > 0 AND quantity % 1000 = 0 AND unit_cost >= 0");
                    table.CheckConstraint("ck_line_items_quantity_integer", "typeof(quantity) = 'integer'");
                    table.CheckConstraint("ck_line_items_unit_cost_integer", "typeof(unit_cost) = 'integer'");
                    table.CheckConstraint("ck_line_items_version_integer", "typeof(version) = 'integer'");
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
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    proposal_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    allotment_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    category = table.Column<int>(type: "INTEGER", nullable: false),
                    object_code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    reference_no = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    series_no = table.Column<int>(type: "INTEGER", nullable: true),
                    payee = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    final_amount = table.Column<long>(type: "INTEGER", nullable: true),
                    used = table.Column<long>(type: "INTEGER", nullable: false, computedColumnSql: "CASE status WHEN 3 THEN 0 WHEN 2 THEN COALESCE(final_amount, amount) ELSE amount END", stored: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    created_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    approved_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    duties_combined = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_obligations", x => x.id);
                    table.CheckConstraint("ck_obligations_amount", "amount > 0");
                    table.CheckConstraint("ck_obligations_amount_integer", "typeof(amount) = 'integer'");
                    table.CheckConstraint("ck_obligations_final_amount", "CASE WHEN status = 2 THEN final_amount IS NOT NULL AND final_amount BETWEEN 0 AND amount ELSE final_amount IS NULL END");
                    table.CheckConstraint("ck_obligations_final_amount_integer", "final_amount IS NULL OR typeof(final_amount) = 'integer'");
                    table.CheckConstraint("ck_obligations_kinds", "category BETWEEN 0 AND 2 AND kind BETWEEN 0 AND 3");
                    table.CheckConstraint("ck_obligations_series_no_integer", "series_no IS NULL OR typeof(series_no) = 'integer'");
                    table.CheckConstraint("ck_obligations_status", "status BETWEEN 0 AND 3");
                    table.CheckConstraint("ck_obligations_version_integer", "typeof(version) = 'integer'");
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
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    proposal_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    obligation_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    method = table.Column<int>(type: "INTEGER", nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    payee = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    voided_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    created_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    duties_combined = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disbursements", x => x.id);
                    table.CheckConstraint("ck_disbursements_amount", "amount > 0");
                    table.CheckConstraint("ck_disbursements_amount_integer", "typeof(amount) = 'integer'");
                    table.CheckConstraint("ck_disbursements_kinds", "status BETWEEN 0 AND 1 AND method BETWEEN 0 AND 4");
                    table.CheckConstraint("ck_disbursements_version_integer", "typeof(version) = 'integer'");
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
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    proposal_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    obligation_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    disbursement_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    description = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    unit_cost = table.Column<long>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false, computedColumnSql: "(quantity / 1000) * (unit_cost / 1000) + (quantity / 1000) * (unit_cost % 1000) / 1000", stored: true),
                    accepted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_items", x => x.id);
                    table.CheckConstraint("ck_work_items_quantity", "quantity > 0 AND quantity % 1000 = 0 AND unit_cost >= 0");
                    table.CheckConstraint("ck_work_items_quantity_integer", "typeof(quantity) = 'integer'");
                    table.CheckConstraint("ck_work_items_unit_cost_integer", "typeof(unit_cost) = 'integer'");
                    table.CheckConstraint("ck_work_items_version_integer", "typeof(version) = 'integer'");
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

            migrationBuilder.AddCheckConstraint(
                name: "ck_organizations_fiscal_year_start_month_integer",
                table: "organizations",
                sql: "typeof(fiscal_year_start_month) = 'integer'");

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

            migrationBuilder.DropCheckConstraint(
                name: "ck_organizations_fiscal_year_start_month_integer",
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
