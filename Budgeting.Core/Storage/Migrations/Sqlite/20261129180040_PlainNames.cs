using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Budgeting.Core.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PlainNames : Migration
    {
        // Renamed rather than made anew, as was scaffolded: nothing is copied, and what refers to a table follows it. Constraints keep the
        // names that they have in a file until their table is rebuilt for something else; nothing asks for those.
        private static readonly (string Old, string New)[] Tables =
        [
            ("service_periods", "periods"), ("service_charges", "charges"), ("utility_readings", "readings"), ("expense_attachments", "receipts"),
            ("entity_budgets", "sub_budgets"),
        ];

        private static readonly (string Table, string Old, string New)[] Indexes =
        [
            ("periods", "IX_service_periods_organization_id_start_date", "IX_periods_organization_id_start_date"),
            ("periods", "IX_service_periods_organization_id_year_name", "IX_periods_organization_id_year_name"),
            ("charges", "ix_service_charges_figures", "ix_charges_figures"),
            ("charges", "IX_service_charges_owner_id", "IX_charges_owner_id"),
            ("readings", "IX_utility_readings_budget_item_id_property_id_meter_serial", "IX_readings_budget_item_id_property_id_meter_serial"),
            ("readings", "IX_utility_readings_period_id", "IX_readings_period_id"),
            ("readings", "IX_utility_readings_property_id", "IX_readings_property_id"),
            ("receipts", "IX_expense_attachments_period_id", "IX_receipts_period_id"),
            ("sub_budgets", "IX_entity_budgets_occasion_id_entity_type_entity_id", "IX_sub_budgets_occasion_id_entity_type_entity_id"),
        ];

        // Of the renamed tables, those that keep a closed period as it is; others' triggers follow by themselves.
        private static readonly string[] Records = ["charges", "readings", "receipts"];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            DropTriggers(migrationBuilder, "service_charges", "utility_readings", "expense_attachments", "service_periods");
            foreach (var (old, name) in Tables)
            {
                migrationBuilder.RenameTable(name: old, newName: name);
            }

            foreach (var (table, old, name) in Indexes)
            {
                migrationBuilder.RenameIndex(name: old, table: table, newName: name);
            }

            migrationBuilder.RenameColumn(name: "attachment", table: "expenses", newName: "receipt");
            CreateTriggers(migrationBuilder, "periods", Records);

            // Answers that may be asked for again. No text in them can be taken for this: its quotes would be escaped.
            migrationBuilder.Sql("""UPDATE idempotency_records SET result = replace(result, '"attachment":', '"receipt":')""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            DropTriggers(migrationBuilder, [.. Records, "periods"]);
            foreach (var (old, name) in Tables)
            {
                migrationBuilder.RenameTable(name: name, newName: old);
            }

            foreach (var (table, old, name) in Indexes)
            {
                migrationBuilder.RenameIndex(name: name, table: OldNameOf(table), newName: old);
            }

            migrationBuilder.RenameColumn(name: "receipt", table: "expenses", newName: "attachment");
            CreateTriggers(migrationBuilder, "service_periods", [.. Records.Select(OldNameOf)]);
            migrationBuilder.Sql("""UPDATE idempotency_records SET result = replace(result, '"receipt":', '"attachment":')""");
        }

        private static string OldNameOf(string table) => Tables.Single(t => t.New == table).Old;

        private static void DropTriggers(MigrationBuilder migrationBuilder, params string[] tables)
        {
            foreach (var table in tables)
            {
                migrationBuilder.Sql($"DROP TRIGGER {table}_closed_insert; DROP TRIGGER {table}_closed_update; DROP TRIGGER {table}_closed_delete;");
            }
        }

        // As they were made with the tables.
        private static void CreateTriggers(MigrationBuilder migrationBuilder, string periods, string[] records)
        {
            foreach (var table in records)
            {
                migrationBuilder.Sql($"""
                    CREATE TRIGGER {table}_closed_insert BEFORE INSERT ON {table}
                    BEGIN
                        SELECT RAISE(ABORT, 'period.closed')
                        WHERE EXISTS (SELECT 1 FROM {periods} WHERE id = NEW.period_id AND status <> 0);
                        SELECT RAISE(ABORT, 'row.exists')
                        WHERE EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id OR rowid = NEW.rowid);
                    END;
                    """);
                migrationBuilder.Sql($"""
                    CREATE TRIGGER {table}_closed_update BEFORE UPDATE ON {table}
                    WHEN EXISTS (SELECT 1 FROM {periods} WHERE id IN (OLD.period_id, NEW.period_id) AND status <> 0)
                    BEGIN SELECT RAISE(ABORT, 'period.closed'); END;
                    """);
                migrationBuilder.Sql($"""
                    CREATE TRIGGER {table}_closed_delete BEFORE DELETE ON {table}
                    WHEN EXISTS (SELECT 1 FROM {periods} WHERE id = OLD.period_id AND status <> 0)
                    BEGIN SELECT RAISE(ABORT, 'period.closed'); END;
                    """);
            }

            migrationBuilder.Sql($"""
                CREATE TRIGGER {periods}_closed_insert BEFORE INSERT ON {periods}
                WHEN EXISTS (SELECT 1 FROM {periods}
                             WHERE id = NEW.id OR rowid = NEW.rowid
                                OR (organization_id = NEW.organization_id AND year = NEW.year AND name = NEW.name))
                BEGIN SELECT RAISE(ABORT, 'row.exists'); END;
                """);
            migrationBuilder.Sql($"""
                CREATE TRIGGER {periods}_closed_update BEFORE UPDATE ON {periods}
                WHEN OLD.status <> 0 AND (NEW.id IS NOT OLD.id OR NEW.organization_id IS NOT OLD.organization_id
                     OR (NEW.status IS OLD.status AND (NEW.name IS NOT OLD.name OR NEW.start_date IS NOT OLD.start_date
                         OR NEW.end_date IS NOT OLD.end_date OR NEW.frozen IS NOT OLD.frozen)))
                BEGIN SELECT RAISE(ABORT, 'period.closed'); END;
                """);
            migrationBuilder.Sql($"""
                CREATE TRIGGER {periods}_closed_delete BEFORE DELETE ON {periods}
                WHEN OLD.status <> 0
                BEGIN SELECT RAISE(ABORT, 'period.closed'); END;
                """);
        }
    }
}
