using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Budgeting.Core.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:CollationDefinition:names", "und,und,icu,True");

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    xml = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organizations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    currency_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    iban = table.Column<string>(type: "character varying(34)", maxLength: 34, nullable: true, collation: "C"),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organizations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "users",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    security_stamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    phone_number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<long>(type: "bigint", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_users", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    token_id = table.Column<Guid>(type: "uuid", nullable: true),
                    entity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    entity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    action = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    before = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    after = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    topic_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    topic_id = table.Column<Guid>(type: "uuid", nullable: true),
                    trace_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    previous_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entries", x => x.id);
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    request_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    result = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_idempotency_records", x => x.id);
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    note = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    invited_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    accepted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    revoked_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invitations", x => x.id);
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    recurs_yearly = table.Column<bool>(type: "boolean", nullable: false),
                    budget_total = table.Column<long>(type: "bigint", nullable: true),
                    near_threshold_percent = table.Column<int>(type: "integer", nullable: false),
                    ideas_count_as_planned = table.Column<bool>(type: "boolean", nullable: false),
                    surprises = table.Column<bool>(type: "boolean", nullable: false),
                    reveal_on = table.Column<DateOnly>(type: "date", nullable: true),
                    kept_until = table.Column<DateOnly>(type: "date", nullable: false, computedColumnSql: "CASE WHEN surprises THEN COALESCE(reveal_on, '9999-12-31') ELSE '0001-01-01' END", stored: true),
                    previous_id = table.Column<Guid>(type: "uuid", nullable: true),
                    archived = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_occasions", x => x.id);
                    table.CheckConstraint("ck_occasions_budget", "budget_total >= 0");
                    table.CheckConstraint("ck_occasions_near", "near_threshold_percent BETWEEN 1 AND 100");
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_types", x => x.id);
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    start_date = table.Column<DateOnly>(type: "date", nullable: false),
                    end_date = table.Column<DateOnly>(type: "date", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    frozen = table.Column<bool>(type: "boolean", nullable: false),
                    reopen_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    recomputing = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_periods", x => x.id);
                    table.CheckConstraint("ck_periods_days", "start_date < end_date AND year = EXTRACT(year FROM start_date)");
                    table.CheckConstraint("ck_periods_status", "status BETWEEN 0 AND 1");
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    share_weight = table.Column<long>(type: "bigint", nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_properties", x => x.id);
                    table.CheckConstraint("ck_properties_share_weight", "share_weight >= 0");
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false, collation: "C"),
                    role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members", x => x.id);
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
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    claim_value = table.Column<string>(type: "text", nullable: true, collation: "C")
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
                    login_provider = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    provider_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    provider_display_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
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
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    value = table.Column<string>(type: "text", nullable: true, collation: "C")
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    occasion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entity_type = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    entity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sub_budgets", x => x.id);
                    table.CheckConstraint("ck_sub_budgets_amount", "amount >= 0");
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source_id = table.Column<Guid>(type: "uuid", nullable: false),
                    budget_item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    property_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_tariff = table.Column<bool>(type: "boolean", nullable: false),
                    weight = table.Column<long>(type: "bigint", nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    adjustment = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_allocation_lines", x => x.id);
                    table.CheckConstraint("ck_allocation_lines_basis", "weight >= 0 AND days > 0 AND adjustment BETWEEN -1 AND 1");
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_id = table.Column<Guid>(type: "uuid", nullable: false),
                    payment_type = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    budgeted_cost = table.Column<long>(type: "bigint", nullable: false),
                    strategy = table.Column<int>(type: "integer", nullable: false),
                    unit_price = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_budget_items", x => x.id);
                    table.CheckConstraint("ck_budget_items_amounts", "budgeted_cost >= 0 AND (unit_price IS NULL OR unit_price >= 0)");
                    table.CheckConstraint("ck_budget_items_strategy", "strategy BETWEEN 0 AND 3");
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true, collation: "C"),
                    iban = table.Column<string>(type: "character varying(34)", maxLength: 34, nullable: true, collation: "C"),
                    active = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_owners", x => x.id);
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    birthday = table.Column<DateOnly>(type: "date", nullable: true),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    notes = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => x.id);
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hint = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    revoked_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tokens", x => x.id);
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_id = table.Column<Guid>(type: "uuid", nullable: false),
                    budget_item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    property_id = table.Column<Guid>(type: "uuid", nullable: false),
                    meter_serial = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    start_reading = table.Column<long>(type: "bigint", nullable: false),
                    end_reading = table.Column<long>(type: "bigint", nullable: false),
                    capacity = table.Column<long>(type: "bigint", nullable: true),
                    estimated = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_readings", x => x.id);
                    table.CheckConstraint("ck_readings_end", "end_reading >= start_reading OR (capacity IS NOT NULL AND capacity >= start_reading)");
                    table.CheckConstraint("ck_readings_start", "start_reading >= 0 AND end_reading >= 0");
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    description = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_charges", x => x.id);
                    table.CheckConstraint("ck_charges_amount", "amount > 0");
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opening = table.Column<long>(type: "bigint", nullable: false),
                    contributions = table.Column<long>(type: "bigint", nullable: false),
                    paid = table.Column<long>(type: "bigint", nullable: false),
                    allocated = table.Column<long>(type: "bigint", nullable: false),
                    charges = table.Column<long>(type: "bigint", nullable: false),
                    balance = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_closing_balances", x => x.id);
                    table.CheckConstraint("ck_closing_balances_balance", "balance = opening + contributions + paid - allocated - charges");
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    payout = table.Column<bool>(type: "boolean", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    comment = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    import_key = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contributions", x => x.id);
                    table.CheckConstraint("ck_contributions_amount", "amount > 0");
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_id = table.Column<Guid>(type: "uuid", nullable: false),
                    payment_type = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    refund = table.Column<bool>(type: "boolean", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    vendor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    description = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    paid_by_owner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    budget_item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    receipt = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    import_key = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_expenses", x => x.id);
                    table.CheckConstraint("ck_expenses_amount", "amount > 0");
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_opening_balances", x => x.id);
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    property_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ownerships", x => x.id);
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_id = table.Column<Guid>(type: "uuid", nullable: false),
                    property_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    share_weight = table.Column<long>(type: "bigint", nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_period_shares", x => x.id);
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    corrects_id = table.Column<Guid>(type: "uuid", nullable: true),
                    issued_at = table.Column<long>(type: "bigint", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statements", x => x.id);
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    occasion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kept_for_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    revoked_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_guest_links", x => x.id);
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    occasion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    notes = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wishes", x => x.id);
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    last_used_at = table.Column<long>(type: "bigint", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    content_type = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_receipts", x => x.id);
                    table.CheckConstraint("ck_receipts_bytes", "length(bytes) BETWEEN 1 AND 10485760");
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    occasion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recipient_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    notes = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    picture = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    price = table.Column<long>(type: "bigint", nullable: true),
                    discount_price = table.Column<long>(type: "bigint", nullable: true),
                    quantity = table.Column<int>(type: "integer", nullable: false),
                    line_total = table.Column<long>(type: "bigint", nullable: false, computedColumnSql: "COALESCE(discount_price, price, 0) * quantity", stored: true),
                    unpriced = table.Column<bool>(type: "boolean", nullable: false, computedColumnSql: "discount_price IS NULL AND price IS NULL", stored: true),
                    status = table.Column<int>(type: "integer", nullable: false),
                    buyer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    givers = table.Column<string>(type: "text", nullable: false),
                    guest_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    guest_id = table.Column<Guid>(type: "uuid", nullable: true),
                    wish_id = table.Column<Guid>(type: "uuid", nullable: true),
                    no_longer_wished = table.Column<bool>(type: "boolean", nullable: false),
                    import_key = table.Column<Guid>(type: "uuid", nullable: true),
                    place = table.Column<string>(type: "character varying(3751)", maxLength: 3751, nullable: false, collation: "C"),
                    replaces_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gifts", x => x.id);
                    table.CheckConstraint("ck_gifts_discount_price", "discount_price >= 0 AND (price IS NULL OR discount_price <= price)");
                    table.CheckConstraint("ck_gifts_price", "price >= 0");
                    table.CheckConstraint("ck_gifts_quantity", "quantity >= 1");
                    table.CheckConstraint("ck_gifts_status", "status BETWEEN 0 AND 3");
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content_type = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gift_pictures", x => x.id);
                    table.CheckConstraint("ck_gift_pictures_bytes", "length(bytes) BETWEEN 1 AND 1048576");
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
                name: "data_protection_keys");

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
