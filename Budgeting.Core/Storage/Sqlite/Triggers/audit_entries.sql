CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, 'audit.append-only'); END;

CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
BEGIN SELECT RAISE(ABORT, 'audit.append-only'); END;

-- REPLACE runs no delete trigger where recursive_triggers is off.
CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table}
             WHERE id = NEW.id OR rowid = NEW.rowid OR (organization_id = NEW.organization_id AND sequence = NEW.sequence))
BEGIN SELECT RAISE(ABORT, 'audit.append-only'); END;

CREATE TRIGGER {table}_valid AFTER INSERT ON {table}
WHEN typeof(NEW.sequence) <> 'integer' OR typeof(NEW.at) <> 'integer'
BEGIN SELECT RAISE(ABORT, 'row.invalid'); END;
