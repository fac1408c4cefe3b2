using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Budgeting.Core.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SharedCosts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "iban",
                table: "organizations",
                type: "TEXT",
                maxLength: 34,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "owners",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    iban = table.Column<string>(type: "TEXT", maxLength: 34, nullable: true),
                    active = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_owners", x => x.id);
                    table.CheckConstraint("ck_owners_version_integer", "typeof(version) = 'integer'");
                    table.ForeignKey(
                        name: "FK_owners_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_owners_organizations_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payment_types",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_types", x => x.id);
                    table.CheckConstraint("ck_payment_types_version_integer", "typeof(version) = 'integer'");
                    table.ForeignKey(
                        name: "FK_payment_types_organizations_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "properties",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    share_weight = table.Column<long>(type: "INTEGER", nullable: false),
                    active = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_properties", x => x.id);
                    table.CheckConstraint("ck_properties_share_weight", "share_weight >= 0");
                    table.CheckConstraint("ck_properties_share_weight_integer", "typeof(share_weight) = 'integer'");
                    table.CheckConstraint("ck_properties_version_integer", "typeof(version) = 'integer'");
                    table.ForeignKey(
                        name: "FK_properties_organizations_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_periods",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    start_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    end_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    frozen = table.Column<bool>(type: "INTEGER", nullable: false),
                    reopen_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    recomputing = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_service_periods", x => x.id);
                    table.CheckConstraint("ck_service_periods_days", "start_date < end_date AND year = CAST(substr(start_date, 1, 4) AS INTEGER)");
                    table.CheckConstraint("ck_service_periods_status", "status BETWEEN 0 AND 1");
                    table.CheckConstraint("ck_service_periods_version_integer", "typeof(version) = 'integer'");
                    table.CheckConstraint("ck_service_periods_year_integer", "typeof(year) = 'integer'");
                    table.ForeignKey(
                        name: "FK_service_periods_organizations_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ownerships",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    property_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ownerships", x => x.id);
                    table.CheckConstraint("ck_ownerships_version_integer", "typeof(version) = 'integer'");
                    table.ForeignKey(
                        name: "FK_ownerships_owners_owner_id",
                        column: x => x.owner_id,
                        principalTable: "owners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ownerships_properties_property_id",
                        column: x => x.property_id,
                        principalTable: "properties",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "allocation_lines",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    period_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    source_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    budget_item_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    property_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    is_tariff = table.Column<bool>(type: "INTEGER", nullable: false),
                    weight = table.Column<long>(type: "INTEGER", nullable: false),
                    days = table.Column<int>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    adjustment = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_allocation_lines", x => x.id);
                    table.CheckConstraint("ck_allocation_lines_adjustment_integer", "typeof(adjustment) = 'integer'");
                    table.CheckConstraint("ck_allocation_lines_amount_integer", "typeof(amount) = 'integer'");
                    table.CheckConstraint("ck_allocation_lines_basis", "weight >= 0 AND days > 0 AND adjustment BETWEEN -1 AND 1");
                    table.CheckConstraint("ck_allocation_lines_days_integer", "typeof(days) = 'integer'");
                    table.CheckConstraint("ck_allocation_lines_weight_integer", "typeof(weight) = 'integer'");
                    table.ForeignKey(
                        name: "FK_allocation_lines_service_periods_period_id",
                        column: x => x.period_id,
                        principalTable: "service_periods",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "budget_items",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    period_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    payment_type = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    budgeted_cost = table.Column<long>(type: "INTEGER", nullable: false),
                    strategy = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_price = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_budget_items", x => x.id);
                    table.CheckConstraint("ck_budget_items_amounts", "budgeted_cost >= 0 AND (unit_price IS NULL OR unit_price >= 0)");
                    table.CheckConstraint("ck_budget_items_budgeted_cost_integer", "typeof(budgeted_cost) = 'integer'");
                    table.CheckConstraint("ck_budget_items_strategy", "strategy BETWEEN 0 AND 3");
                    table.CheckConstraint("ck_budget_items_unit_price_integer", "unit_price IS NULL OR typeof(unit_price) = 'integer'");
                    table.CheckConstraint("ck_budget_items_version_integer", "typeof(version) = 'integer'");
                    table.ForeignKey(
                        name: "FK_budget_items_service_periods_period_id",
                        column: x => x.period_id,
                        principalTable: "service_periods",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "closing_balances",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    period_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opening = table.Column<long>(type: "INTEGER", nullable: false),
                    contributions = table.Column<long>(type: "INTEGER", nullable: false),
                    paid = table.Column<long>(type: "INTEGER", nullable: false),
                    allocated = table.Column<long>(type: "INTEGER", nullable: false),
                    charges = table.Column<long>(type: "INTEGER", nullable: false),
                    balance = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_closing_balances", x => x.id);
                    table.CheckConstraint("ck_closing_balances_allocated_integer", "typeof(allocated) = 'integer'");
                    table.CheckConstraint("ck_closing_balances_balance", "balance = opening + contributions + paid - allocated - charges");
                    table.CheckConstraint("ck_closing_balances_balance_integer", "typeof(balance) = 'integer'");
                    table.CheckConstraint("ck_closing_balances_charges_integer", "typeof(charges) = 'integer'");
                    table.CheckConstraint("ck_closing_balances_contributions_integer", "typeof(contributions) = 'integer'");
                    table.CheckConstraint("ck_closing_balances_opening_integer", "typeof(opening) = 'integer'");
                    table.CheckConstraint("ck_closing_balances_paid_integer", "typeof(paid) = 'integer'");
                    table.CheckConstraint("ck_closing_balances_version_integer", "typeof(version) = 'integer'");
                    table.ForeignKey(
                        name: "FK_closing_balances_owners_owner_id",
                        column: x => x.owner_id,
                        principalTable: "owners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_closing_balances_service_periods_period_id",
                        column: x => x.period_id,
                        principalTable: "service_periods",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contributions",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    period_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    payout = table.Column<bool>(type: "INTEGER", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    comment = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    import_key = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contributions", x => x.id);
                    table.CheckConstraint("ck_contributions_amount", "amount > 0");
                    table.CheckConstraint("ck_contributions_amount_integer", "typeof(amount) = 'integer'");
                    table.CheckConstraint("ck_contributions_version_integer", "typeof(version) = 'integer'");
                    table.ForeignKey(
                        name: "FK_contributions_owners_owner_id",
                        column: x => x.owner_id,
                        principalTable: "owners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_contributions_service_periods_period_id",
                        column: x => x.period_id,
                        principalTable: "service_periods",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "opening_balances",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    period_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_opening_balances", x => x.id);
                    table.CheckConstraint("ck_opening_balances_amount_integer", "typeof(amount) = 'integer'");
                    table.CheckConstraint("ck_opening_balances_version_integer", "typeof(version) = 'integer'");
                    table.ForeignKey(
                        name: "FK_opening_balances_owners_owner_id",
                        column: x => x.owner_id,
                        principalTable: "owners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_opening_balances_service_periods_period_id",
                        column: x => x.period_id,
                        principalTable: "service_periods",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "period_shares",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    period_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    property_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    share_weight = table.Column<long>(type: "INTEGER", nullable: false),
                    active = table.Column<bool>(type: "INTEGER", nullable: false),
                    days = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_period_shares", x => x.id);
                    table.CheckConstraint("ck_period_shares_days_integer", "typeof(days) = 'integer'");
                    table.CheckConstraint("ck_period_shares_share_weight_integer", "typeof(share_weight) = 'integer'");
                    table.CheckConstraint("ck_period_shares_weight", "share_weight >= 0 AND days > 0");
                    table.ForeignKey(
                        name: "FK_period_shares_owners_owner_id",
                        column: x => x.owner_id,
                        principalTable: "owners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_period_shares_properties_property_id",
                        column: x => x.property_id,
                        principalTable: "properties",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_period_shares_service_periods_period_id",
                        column: x => x.period_id,
                        principalTable: "service_periods",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_charges",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    period_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_service_charges", x => x.id);
                    table.CheckConstraint("ck_service_charges_amount", "amount > 0");
                    table.CheckConstraint("ck_service_charges_amount_integer", "typeof(amount) = 'integer'");
                    table.CheckConstraint("ck_service_charges_version_integer", "typeof(version) = 'integer'");
                    table.ForeignKey(
                        name: "FK_service_charges_owners_owner_id",
                        column: x => x.owner_id,
                        principalTable: "owners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_service_charges_service_periods_period_id",
                        column: x => x.period_id,
                        principalTable: "service_periods",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "statements",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    period_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    corrects_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    issued_at = table.Column<long>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statements", x => x.id);
                    table.CheckConstraint("ck_statements_number_integer", "typeof(number) = 'integer'");
                    table.CheckConstraint("ck_statements_version_integer", "typeof(version) = 'integer'");
                    table.ForeignKey(
                        name: "FK_statements_owners_owner_id",
                        column: x => x.owner_id,
                        principalTable: "owners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_statements_service_periods_period_id",
                        column: x => x.period_id,
                        principalTable: "service_periods",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_statements_statements_corrects_id",
                        column: x => x.corrects_id,
                        principalTable: "statements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "expenses",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    period_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    payment_type = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    refund = table.Column<bool>(type: "INTEGER", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    vendor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    description = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    paid_by_owner_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    budget_item_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    attachment = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    import_key = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_expenses", x => x.id);
                    table.CheckConstraint("ck_expenses_amount", "amount > 0");
                    table.CheckConstraint("ck_expenses_amount_integer", "typeof(amount) = 'integer'");
                    table.CheckConstraint("ck_expenses_version_integer", "typeof(version) = 'integer'");
                    table.ForeignKey(
                        name: "FK_expenses_budget_items_budget_item_id",
                        column: x => x.budget_item_id,
                        principalTable: "budget_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_expenses_owners_paid_by_owner_id",
                        column: x => x.paid_by_owner_id,
                        principalTable: "owners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_expenses_service_periods_period_id",
                        column: x => x.period_id,
                        principalTable: "service_periods",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "utility_readings",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    period_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    budget_item_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    property_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    meter_serial = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    start_reading = table.Column<long>(type: "INTEGER", nullable: false),
                    end_reading = table.Column<long>(type: "INTEGER", nullable: false),
                    capacity = table.Column<long>(type: "INTEGER", nullable: true),
                    estimated = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_utility_readings", x => x.id);
                    table.CheckConstraint("ck_utility_readings_capacity_integer", "capacity IS NULL OR typeof(capacity) = 'integer'");
                    table.CheckConstraint("ck_utility_readings_end", "end_reading >= start_reading OR (capacity IS NOT NULL AND capacity >= start_reading)");
                    table.CheckConstraint("ck_utility_readings_end_reading_integer", "typeof(end_reading) = 'integer'");
                    table.CheckConstraint("ck_utility_readings_start", "start_reading >= 0 AND end_reading >= 0");
                    table.CheckConstraint("ck_utility_readings_start_reading_integer", "typeof(start_reading) = 'integer'");
                    table.CheckConstraint("ck_utility_readings_version_integer", "typeof(version) = 'integer'");
                    table.ForeignKey(
                        name: "FK_utility_readings_budget_items_budget_item_id",
                        column: x => x.budget_item_id,
                        principalTable: "budget_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_utility_readings_properties_property_id",
                        column: x => x.property_id,
                        principalTable: "properties",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_utility_readings_service_periods_period_id",
                        column: x => x.period_id,
                        principalTable: "service_periods",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "expense_attachments",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    period_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_expense_attachments", x => x.id);
                    table.CheckConstraint("ck_expense_attachments_bytes", "typeof(bytes) = 'blob' AND length(bytes) BETWEEN 1 AND 10485760");
                    table.ForeignKey(
                        name: "FK_expense_attachments_expenses_id",
                        column: x => x.id,
                        principalTable: "expenses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_expense_attachments_service_periods_period_id",
                        column: x => x.period_id,
                        principalTable: "service_periods",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_allocation_lines_figures",
                table: "allocation_lines",
                columns: new[] { "period_id", "organization_id", "owner_id", "is_tariff", "amount" });

            migrationBuilder.CreateIndex(
                name: "IX_allocation_lines_source_id",
                table: "allocation_lines",
                column: "source_id");

            migrationBuilder.CreateIndex(
                name: "IX_budget_items_period_id",
                table: "budget_items",
                column: "period_id");

            migrationBuilder.CreateIndex(
                name: "IX_closing_balances_owner_id",
                table: "closing_balances",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "IX_closing_balances_period_id_owner_id",
                table: "closing_balances",
                columns: new[] { "period_id", "owner_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contributions_figures",
                table: "contributions",
                columns: new[] { "period_id", "organization_id", "owner_id", "payout", "amount" });

            migrationBuilder.CreateIndex(
                name: "IX_contributions_owner_id",
                table: "contributions",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "IX_contributions_period_id_date",
                table: "contributions",
                columns: new[] { "period_id", "date" });

            migrationBuilder.CreateIndex(
                name: "IX_contributions_period_id_import_key",
                table: "contributions",
                columns: new[] { "period_id", "import_key" },
                unique: true,
                filter: "import_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_expense_attachments_period_id",
                table: "expense_attachments",
                column: "period_id");

            migrationBuilder.CreateIndex(
                name: "IX_expenses_budget_item_id",
                table: "expenses",
                column: "budget_item_id");

            migrationBuilder.CreateIndex(
                name: "ix_expenses_figures",
                table: "expenses",
                columns: new[] { "period_id", "organization_id", "paid_by_owner_id", "budget_item_id", "payment_type", "refund", "amount", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_expenses_paid_by_owner_id",
                table: "expenses",
                column: "paid_by_owner_id");

            migrationBuilder.CreateIndex(
                name: "IX_expenses_period_id_date",
                table: "expenses",
                columns: new[] { "period_id", "date" });

            migrationBuilder.CreateIndex(
                name: "IX_expenses_period_id_import_key",
                table: "expenses",
                columns: new[] { "period_id", "import_key" },
                unique: true,
                filter: "import_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_opening_balances_owner_id",
                table: "opening_balances",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "IX_opening_balances_period_id_owner_id",
                table: "opening_balances",
                columns: new[] { "period_id", "owner_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_owners_member_id",
                table: "owners",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_owners_organization_id_member_id",
                table: "owners",
                columns: new[] { "organization_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "IX_ownerships_owner_id",
                table: "ownerships",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "IX_ownerships_property_id_since",
                table: "ownerships",
                columns: new[] { "property_id", "since" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payment_types_organization_id_name",
                table: "payment_types",
                columns: new[] { "organization_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_period_shares_owner_id",
                table: "period_shares",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "IX_period_shares_period_id_property_id_owner_id",
                table: "period_shares",
                columns: new[] { "period_id", "property_id", "owner_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_period_shares_property_id",
                table: "period_shares",
                column: "property_id");

            migrationBuilder.CreateIndex(
                name: "IX_properties_organization_id",
                table: "properties",
                column: "organization_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_charges_figures",
                table: "service_charges",
                columns: new[] { "period_id", "organization_id", "owner_id", "amount" });

            migrationBuilder.CreateIndex(
                name: "IX_service_charges_owner_id",
                table: "service_charges",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "IX_service_periods_organization_id_start_date",
                table: "service_periods",
                columns: new[] { "organization_id", "start_date" });

            migrationBuilder.CreateIndex(
                name: "IX_service_periods_organization_id_year_name",
                table: "service_periods",
                columns: new[] { "organization_id", "year", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_statements_corrects_id",
                table: "statements",
                column: "corrects_id");

            migrationBuilder.CreateIndex(
                name: "IX_statements_organization_id_number",
                table: "statements",
                columns: new[] { "organization_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_statements_owner_id",
                table: "statements",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "IX_statements_period_id_owner_id",
                table: "statements",
                columns: new[] { "period_id", "owner_id" });

            migrationBuilder.CreateIndex(
                name: "IX_utility_readings_budget_item_id_property_id_meter_serial",
                table: "utility_readings",
                columns: new[] { "budget_item_id", "property_id", "meter_serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_utility_readings_period_id",
                table: "utility_readings",
                column: "period_id");

            migrationBuilder.CreateIndex(
                name: "IX_utility_readings_property_id",
                table: "utility_readings",
                column: "property_id");

            // What is recorded in a closed period, and what it is shared by.
            foreach (var table in (string[])["contributions", "expenses", "expense_attachments", "budget_items", "utility_readings",
                                             "service_charges", "allocation_lines", "period_shares"])
            {
                Guard(table, unless: "");
            }

            // These follow an earlier period that was closed again.
            Guard("opening_balances", unless: "AND NOT recomputing");
            Guard("closing_balances", unless: "AND NOT recomputing");

            // REPLACE would take away a row of a closed period without asking its delete trigger.
            void Guard(string table, string unless)
            {
                migrationBuilder.Sql($"""
                    CREATE TRIGGER {table}_closed_insert BEFORE INSERT ON {table}
                    BEGIN
                        SELECT RAISE(ABORT, 'period.closed')
                        WHERE EXISTS (SELECT 1 FROM service_periods WHERE id = NEW.period_id AND status <> 0 {unless});
                        SELECT RAISE(ABORT, 'row.exists')
                        WHERE EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id OR rowid = NEW.rowid);
                    END;
                    """);
                migrationBuilder.Sql($"""
                    CREATE TRIGGER {table}_closed_update BEFORE UPDATE ON {table}
                    WHEN EXISTS (SELECT 1 FROM service_periods WHERE id IN (OLD.period_id, NEW.period_id) AND status <> 0 {unless})
                    BEGIN SELECT RAISE(ABORT, 'period.closed'); END;
                    """);
                migrationBuilder.Sql($"""
                    CREATE TRIGGER {table}_closed_delete BEFORE DELETE ON {table}
                    WHEN EXISTS (SELECT 1 FROM service_periods WHERE id = OLD.period_id AND status <> 0 {unless})
                    BEGIN SELECT RAISE(ABORT, 'period.closed'); END;
                    """);
            }

            migrationBuilder.Sql("""
                CREATE TRIGGER service_periods_closed_insert BEFORE INSERT ON service_periods
                WHEN EXISTS (SELECT 1 FROM service_periods
                             WHERE id = NEW.id OR rowid = NEW.rowid
                                OR (organization_id = NEW.organization_id AND year = NEW.year AND name = NEW.name))
                BEGIN SELECT RAISE(ABORT, 'row.exists'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER service_periods_closed_update BEFORE UPDATE ON service_periods
                WHEN OLD.status <> 0 AND (NEW.id IS NOT OLD.id OR NEW.organization_id IS NOT OLD.organization_id
                     OR (NEW.status IS OLD.status AND (NEW.name IS NOT OLD.name OR NEW.start_date IS NOT OLD.start_date
                         OR NEW.end_date IS NOT OLD.end_date OR NEW.frozen IS NOT OLD.frozen)))
                BEGIN SELECT RAISE(ABORT, 'period.closed'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER service_periods_closed_delete BEFORE DELETE ON service_periods
                WHEN OLD.status <> 0
                BEGIN SELECT RAISE(ABORT, 'period.closed'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER statements_no_update BEFORE UPDATE ON statements
                BEGIN SELECT RAISE(ABORT, 'statement.issued'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER statements_no_delete BEFORE DELETE ON statements
                BEGIN SELECT RAISE(ABORT, 'statement.issued'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER statements_no_replace BEFORE INSERT ON statements
                WHEN EXISTS (SELECT 1 FROM statements
                             WHERE id = NEW.id OR rowid = NEW.rowid OR (organization_id = NEW.organization_id AND number = NEW.number))
                BEGIN SELECT RAISE(ABORT, 'statement.issued'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "allocation_lines");

            migrationBuilder.DropTable(
                name: "closing_balances");

            migrationBuilder.DropTable(
                name: "contributions");

            migrationBuilder.DropTable(
                name: "expense_attachments");

            migrationBuilder.DropTable(
                name: "opening_balances");

            migrationBuilder.DropTable(
                name: "ownerships");

            migrationBuilder.DropTable(
                name: "payment_types");

            migrationBuilder.DropTable(
                name: "period_shares");

            migrationBuilder.DropTable(
                name: "service_charges");

            migrationBuilder.DropTable(
                name: "statements");

            migrationBuilder.DropTable(
                name: "utility_readings");

            migrationBuilder.DropTable(
                name: "expenses");

            migrationBuilder.DropTable(
                name: "properties");

            migrationBuilder.DropTable(
                name: "budget_items");

            migrationBuilder.DropTable(
                name: "owners");

            migrationBuilder.DropTable(
                name: "service_periods");

            migrationBuilder.DropColumn(
                name: "iban",
                table: "organizations");
        }
    }
}
