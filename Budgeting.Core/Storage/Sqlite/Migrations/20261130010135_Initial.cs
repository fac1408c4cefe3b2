using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Budgeting.Core.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "organizations",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    currency_code = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    iban = table.Column<string>(type: "TEXT", maxLength: 34, nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organizations", x => x.id);
                    table.CheckConstraint("ck_organizations_version_integer", "typeof(version) = 'integer'");
                });

            migrationBuilder.CreateTable(
                name: "users",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<long>(type: "INTEGER", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_users", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    token_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    entity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    entity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    before = table.Column<string>(type: "TEXT", nullable: true),
                    after = table.Column<string>(type: "TEXT", nullable: true),
                    topic_name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    topic_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    trace_id = table.Column<string>(type: "TEXT", nullable: true),
                    previous_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entries", x => x.id);
                    table.CheckConstraint("ck_audit_entries_hash_blob", "typeof(hash) = 'blob'");
                    table.CheckConstraint("ck_audit_entries_previous_hash_blob", "typeof(previous_hash) = 'blob'");
                    table.CheckConstraint("ck_audit_entries_sequence_integer", "typeof(sequence) = 'integer'");
                    table.ForeignKey(
                        name: "FK_audit_entries_organizations_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "idempotency_records",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    request_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    result = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_idempotency_records", x => x.id);
                    table.CheckConstraint("ck_idempotency_records_request_hash_blob", "typeof(request_hash) = 'blob'");
                    table.ForeignKey(
                        name: "FK_idempotency_records_organizations_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    invited_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    accepted_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invitations", x => x.id);
                    table.CheckConstraint("ck_invitations_hash_blob", "typeof(hash) = 'blob'");
                    table.CheckConstraint("ck_invitations_version_integer", "typeof(version) = 'integer'");
                    table.ForeignKey(
                        name: "FK_invitations_organizations_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "occasions",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    recurs_yearly = table.Column<bool>(type: "INTEGER", nullable: false),
                    budget_total = table.Column<long>(type: "INTEGER", nullable: true),
                    near_threshold_percent = table.Column<int>(type: "INTEGER", nullable: false),
                    ideas_count_as_planned = table.Column<bool>(type: "INTEGER", nullable: false),
                    surprises = table.Column<bool>(type: "INTEGER", nullable: false),
                    reveal_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    kept_until = table.Column<DateOnly>(type: "TEXT", nullable: false, computedColumnSql: "CASE WHEN surprises THEN COALESCE(reveal_on, '9999-12-31') ELSE '0001-01-01' END", stored: false),
                    previous_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    archived = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_occasions", x => x.id);
                    table.CheckConstraint("ck_occasions_budget", "budget_total >= 0");
                    table.CheckConstraint("ck_occasions_budget_total_integer", "budget_total IS NULL OR typeof(budget_total) = 'integer'");
                    table.CheckConstraint("ck_occasions_near", "near_threshold_percent BETWEEN 1 AND 100");
                    table.CheckConstraint("ck_occasions_near_threshold_percent_integer", "typeof(near_threshold_percent) = 'integer'");
                    table.CheckConstraint("ck_occasions_version_integer", "typeof(version) = 'integer'");
                    table.ForeignKey(
                        name: "FK_occasions_occasions_previous_id",
                        column: x => x.previous_id,
                        principalTable: "occasions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_occasions_organizations_organization_id",
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
                name: "periods",
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
                    table.PrimaryKey("PK_periods", x => x.id);
                    table.CheckConstraint("ck_periods_days", "start_date < end_date AND year = CAST(substr(start_date, 1, 4) AS INTEGER)");
                    table.CheckConstraint("ck_periods_status", "status BETWEEN 0 AND 1");
                    table.CheckConstraint("ck_periods_version_integer", "typeof(version) = 'integer'");
                    table.CheckConstraint("ck_periods_year_integer", "typeof(year) = 'integer'");
                    table.ForeignKey(
                        name: "FK_periods_organizations_organization_id",
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
                name: "members",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    active = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members", x => x.id);
                    table.CheckConstraint("ck_members_version_integer", "typeof(version) = 'integer'");
                    table.ForeignKey(
                        name: "FK_members_organizations_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_members_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "user_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_user_claims", x => x.id);
                    table.ForeignKey(
                        name: "FK_user_claims_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_user_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "FK_user_logins_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_tokens",
                columns: table => new
                {
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_user_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "FK_user_tokens_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sub_budgets",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    occasion_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    entity_type = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    entity_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sub_budgets", x => x.id);
                    table.CheckConstraint("ck_sub_budgets_amount", "amount >= 0");
                    table.CheckConstraint("ck_sub_budgets_amount_integer", "typeof(amount) = 'integer'");
                    table.CheckConstraint("ck_sub_budgets_version_integer", "typeof(version) = 'integer'");
                    table.ForeignKey(
                        name: "FK_sub_budgets_occasions_occasion_id",
                        column: x => x.occasion_id,
                        principalTable: "occasions",
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
                        name: "FK_allocation_lines_periods_period_id",
                        column: x => x.period_id,
                        principalTable: "periods",
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
                        name: "FK_budget_items_periods_period_id",
                        column: x => x.period_id,
                        principalTable: "periods",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "people",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    birthday = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    notes = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => x.id);
                    table.CheckConstraint("ck_people_version_integer", "typeof(version) = 'integer'");
                    table.ForeignKey(
                        name: "FK_people_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_people_organizations_organization_id",
                        column: x => x.organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tokens",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hint = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tokens", x => x.id);
                    table.CheckConstraint("ck_tokens_hash_blob", "typeof(hash) = 'blob'");
                    table.CheckConstraint("ck_tokens_version_integer", "typeof(version) = 'integer'");
                    table.ForeignKey(
                        name: "FK_tokens_members_member_id",
                        column: x => x.member_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "readings",
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
                    table.PrimaryKey("PK_readings", x => x.id);
                    table.CheckConstraint("ck_readings_capacity_integer", "capacity IS NULL OR typeof(capacity) = 'integer'");
                    table.CheckConstraint("ck_readings_end", "end_reading >= start_reading OR (capacity IS NOT NULL AND capacity >= start_reading)");
                    table.CheckConstraint("ck_readings_end_reading_integer", "typeof(end_reading) = 'integer'");
                    table.CheckConstraint("ck_readings_start", "start_reading >= 0 AND end_reading >= 0");
                    table.CheckConstraint("ck_readings_start_reading_integer", "typeof(start_reading) = 'integer'");
                    table.CheckConstraint("ck_readings_version_integer", "typeof(version) = 'integer'");
                    table.ForeignKey(
                        name: "FK_readings_budget_items_budget_item_id",
                        column: x => x.budget_item_id,
                        principalTable: "budget_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_readings_periods_period_id",
                        column: x => x.period_id,
                        principalTable: "periods",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_readings_properties_property_id",
                        column: x => x.property_id,
                        principalTable: "properties",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "charges",
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
                    table.PrimaryKey("PK_charges", x => x.id);
                    table.CheckConstraint("ck_charges_amount", "amount > 0");
                    table.CheckConstraint("ck_charges_amount_integer", "typeof(amount) = 'integer'");
                    table.CheckConstraint("ck_charges_version_integer", "typeof(version) = 'integer'");
                    table.ForeignKey(
                        name: "FK_charges_owners_owner_id",
                        column: x => x.owner_id,
                        principalTable: "owners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_charges_periods_period_id",
                        column: x => x.period_id,
                        principalTable: "periods",
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
                        name: "FK_closing_balances_periods_period_id",
                        column: x => x.period_id,
                        principalTable: "periods",
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
                        name: "FK_contributions_periods_period_id",
                        column: x => x.period_id,
                        principalTable: "periods",
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
                    receipt = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
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
                        name: "FK_expenses_periods_period_id",
                        column: x => x.period_id,
                        principalTable: "periods",
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
                        name: "FK_opening_balances_periods_period_id",
                        column: x => x.period_id,
                        principalTable: "periods",
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
                        name: "FK_period_shares_periods_period_id",
                        column: x => x.period_id,
                        principalTable: "periods",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_period_shares_properties_property_id",
                        column: x => x.property_id,
                        principalTable: "properties",
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
                        name: "FK_statements_periods_period_id",
                        column: x => x.period_id,
                        principalTable: "periods",
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
                    table.CheckConstraint("ck_guest_links_hash_blob", "typeof(hash) = 'blob'");
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

            migrationBuilder.CreateTable(
                name: "token_uses",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    last_used_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_token_uses", x => x.id);
                    table.ForeignKey(
                        name: "FK_token_uses_tokens_id",
                        column: x => x.id,
                        principalTable: "tokens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "receipts",
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
                    table.PrimaryKey("PK_receipts", x => x.id);
                    table.CheckConstraint("ck_receipts_bytes", "length(bytes) BETWEEN 1 AND 10485760");
                    table.CheckConstraint("ck_receipts_bytes_blob", "typeof(bytes) = 'blob'");
                    table.ForeignKey(
                        name: "FK_receipts_expenses_id",
                        column: x => x.id,
                        principalTable: "expenses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_receipts_periods_period_id",
                        column: x => x.period_id,
                        principalTable: "periods",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "gifts",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    occasion_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recipient_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    url = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    notes = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    picture = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    price = table.Column<long>(type: "INTEGER", nullable: true),
                    discount_price = table.Column<long>(type: "INTEGER", nullable: true),
                    quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    line_total = table.Column<long>(type: "INTEGER", nullable: false, computedColumnSql: "COALESCE(discount_price, price, 0) * quantity", stored: true),
                    unpriced = table.Column<bool>(type: "INTEGER", nullable: false, computedColumnSql: "discount_price IS NULL AND price IS NULL", stored: true),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    buyer_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    givers = table.Column<string>(type: "TEXT", nullable: false),
                    guest_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    guest_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    wish_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    no_longer_wished = table.Column<bool>(type: "INTEGER", nullable: false),
                    import_key = table.Column<byte[]>(type: "BLOB", nullable: true),
                    place = table.Column<string>(type: "TEXT", maxLength: 3751, nullable: false),
                    replaces_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gifts", x => x.id);
                    table.CheckConstraint("ck_gifts_discount_price", "discount_price >= 0 AND (price IS NULL OR discount_price <= price)");
                    table.CheckConstraint("ck_gifts_discount_price_integer", "discount_price IS NULL OR typeof(discount_price) = 'integer'");
                    table.CheckConstraint("ck_gifts_price", "price >= 0");
                    table.CheckConstraint("ck_gifts_price_integer", "price IS NULL OR typeof(price) = 'integer'");
                    table.CheckConstraint("ck_gifts_quantity", "quantity >= 1");
                    table.CheckConstraint("ck_gifts_quantity_integer", "typeof(quantity) = 'integer'");
                    table.CheckConstraint("ck_gifts_status", "status BETWEEN 0 AND 3");
                    table.CheckConstraint("ck_gifts_version_integer", "typeof(version) = 'integer'");
                    table.ForeignKey(
                        name: "FK_gifts_members_buyer_id",
                        column: x => x.buyer_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_gifts_occasions_occasion_id",
                        column: x => x.occasion_id,
                        principalTable: "occasions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_gifts_people_recipient_id",
                        column: x => x.recipient_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_gifts_wishes_wish_id",
                        column: x => x.wish_id,
                        principalTable: "wishes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                    table.CheckConstraint("ck_gift_pictures_bytes", "length(bytes) BETWEEN 1 AND 1048576");
                    table.CheckConstraint("ck_gift_pictures_bytes_blob", "typeof(bytes) = 'blob'");
                    table.ForeignKey(
                        name: "FK_gift_pictures_gifts_id",
                        column: x => x.id,
                        principalTable: "gifts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "IX_audit_entries_entity_id_sequence",
                table: "audit_entries",
                columns: new[] { "entity_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_organization_id_sequence",
                table: "audit_entries",
                columns: new[] { "organization_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_budget_items_period_id",
                table: "budget_items",
                column: "period_id");

            migrationBuilder.CreateIndex(
                name: "ix_charges_figures",
                table: "charges",
                columns: new[] { "period_id", "organization_id", "owner_id", "amount" });

            migrationBuilder.CreateIndex(
                name: "IX_charges_owner_id",
                table: "charges",
                column: "owner_id");

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
                unique: true);

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
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_gifts_buyer_id",
                table: "gifts",
                column: "buyer_id");

            migrationBuilder.CreateIndex(
                name: "ix_gifts_figures",
                table: "gifts",
                columns: new[] { "organization_id", "occasion_id", "status", "recipient_id", "line_total", "unpriced" });

            migrationBuilder.CreateIndex(
                name: "IX_gifts_occasion_id_import_key",
                table: "gifts",
                columns: new[] { "occasion_id", "import_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_gifts_occasion_id_status_place",
                table: "gifts",
                columns: new[] { "occasion_id", "status", "place" });

            migrationBuilder.CreateIndex(
                name: "IX_gifts_recipient_id",
                table: "gifts",
                column: "recipient_id");

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
                name: "IX_idempotency_records_organization_id_member_id_key",
                table: "idempotency_records",
                columns: new[] { "organization_id", "member_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_invitations_hash",
                table: "invitations",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_invitations_organization_id",
                table: "invitations",
                column: "organization_id");

            migrationBuilder.CreateIndex(
                name: "IX_members_organization_id",
                table: "members",
                column: "organization_id");

            migrationBuilder.CreateIndex(
                name: "IX_members_user_id_organization_id",
                table: "members",
                columns: new[] { "user_id", "organization_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_occasions_organization_id_date",
                table: "occasions",
                columns: new[] { "organization_id", "date" });

            migrationBuilder.CreateIndex(
                name: "IX_occasions_previous_id",
                table: "occasions",
                column: "previous_id");

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
                name: "IX_people_member_id",
                table: "people",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_people_organization_id_member_id",
                table: "people",
                columns: new[] { "organization_id", "member_id" },
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
                name: "IX_periods_organization_id_start_date",
                table: "periods",
                columns: new[] { "organization_id", "start_date" });

            migrationBuilder.CreateIndex(
                name: "IX_periods_organization_id_year_name",
                table: "periods",
                columns: new[] { "organization_id", "year", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_properties_organization_id",
                table: "properties",
                column: "organization_id");

            migrationBuilder.CreateIndex(
                name: "IX_readings_budget_item_id_property_id_meter_serial",
                table: "readings",
                columns: new[] { "budget_item_id", "property_id", "meter_serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_readings_period_id",
                table: "readings",
                column: "period_id");

            migrationBuilder.CreateIndex(
                name: "IX_readings_property_id",
                table: "readings",
                column: "property_id");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_period_id",
                table: "receipts",
                column: "period_id");

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
                name: "IX_sub_budgets_occasion_id_entity_type_entity_id",
                table: "sub_budgets",
                columns: new[] { "occasion_id", "entity_type", "entity_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tokens_hash",
                table: "tokens",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tokens_member_id",
                table: "tokens",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_user_claims_user_id",
                table: "user_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_user_logins_user_id",
                table: "user_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "users",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "users",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wishes_occasion_id",
                table: "wishes",
                column: "occasion_id");

            migrationBuilder.CreateIndex(
                name: "IX_wishes_person_id",
                table: "wishes",
                column: "person_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "allocation_lines");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "charges");

            migrationBuilder.DropTable(
                name: "closing_balances");

            migrationBuilder.DropTable(
                name: "contributions");

            migrationBuilder.DropTable(
                name: "gift_pictures");

            migrationBuilder.DropTable(
                name: "guest_links");

            migrationBuilder.DropTable(
                name: "idempotency_records");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "opening_balances");

            migrationBuilder.DropTable(
                name: "ownerships");

            migrationBuilder.DropTable(
                name: "payment_types");

            migrationBuilder.DropTable(
                name: "period_shares");

            migrationBuilder.DropTable(
                name: "readings");

            migrationBuilder.DropTable(
                name: "receipts");

            migrationBuilder.DropTable(
                name: "statements");

            migrationBuilder.DropTable(
                name: "sub_budgets");

            migrationBuilder.DropTable(
                name: "token_uses");

            migrationBuilder.DropTable(
                name: "user_claims");

            migrationBuilder.DropTable(
                name: "user_logins");

            migrationBuilder.DropTable(
                name: "user_tokens");

            migrationBuilder.DropTable(
                name: "gifts");

            migrationBuilder.DropTable(
                name: "properties");

            migrationBuilder.DropTable(
                name: "expenses");

            migrationBuilder.DropTable(
                name: "tokens");

            migrationBuilder.DropTable(
                name: "wishes");

            migrationBuilder.DropTable(
                name: "budget_items");

            migrationBuilder.DropTable(
                name: "owners");

            migrationBuilder.DropTable(
                name: "occasions");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "periods");

            migrationBuilder.DropTable(
                name: "members");

            migrationBuilder.DropTable(
                name: "organizations");

            migrationBuilder.DropTable(
                name: "users");
        }
    }
}
