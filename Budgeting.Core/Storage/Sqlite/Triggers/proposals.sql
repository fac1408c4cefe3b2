-- REPLACE runs no delete trigger where recursive_triggers is off.
CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table}
             WHERE id = NEW.id OR rowid = NEW.rowid
                OR (organization_id = NEW.organization_id AND fiscal_year = NEW.fiscal_year AND status <> 3 AND NEW.status <> 3))
BEGIN SELECT RAISE(ABORT, 'row.exists'); END;

CREATE TRIGGER {table}_fixed BEFORE UPDATE ON {table}
WHEN NEW.id IS NOT OLD.id OR NEW.rowid IS NOT OLD.rowid OR NEW.organization_id IS NOT OLD.organization_id OR NEW.created_by IS NOT OLD.created_by
  OR EXISTS (SELECT 1 FROM {table}
             WHERE id <> OLD.id AND organization_id = NEW.organization_id AND fiscal_year = NEW.fiscal_year AND status <> 3 AND NEW.status <> 3)
BEGIN SELECT RAISE(ABORT, 'row.fixed'); END;

-- A state between two others is none, and the column would take it.
CREATE TRIGGER {table}_duties_insert AFTER INSERT ON {table}
BEGIN
    SELECT RAISE(ABORT, 'row.invalid')
    WHERE typeof(NEW.fiscal_year) <> 'integer' OR typeof(NEW.start_month) <> 'integer' OR typeof(NEW.status) <> 'integer' OR typeof(NEW.duties_combined) <> 'integer' OR typeof(NEW.version) <> 'integer';
    SELECT RAISE(ABORT, 'duties.separated')
    WHERE NEW.status IN (2, 4) AND (NEW.approved_by IS NULL OR NEW.approved_by IS NEW.created_by)
      AND (SELECT separate_duties FROM organizations WHERE id = NEW.organization_id) IS NOT 0;
END;

CREATE TRIGGER {table}_duties_update AFTER UPDATE ON {table}
BEGIN
    SELECT RAISE(ABORT, 'row.invalid')
    WHERE typeof(NEW.fiscal_year) <> 'integer' OR typeof(NEW.start_month) <> 'integer' OR typeof(NEW.status) <> 'integer' OR typeof(NEW.duties_combined) <> 'integer' OR typeof(NEW.version) <> 'integer';
    SELECT RAISE(ABORT, 'duties.separated')
    WHERE NEW.status IN (2, 4) AND (NEW.approved_by IS NULL OR NEW.approved_by IS NEW.created_by)
      AND (OLD.status NOT IN (2, 4) OR OLD.approved_by IS NOT NEW.approved_by)
      AND (SELECT separate_duties FROM organizations WHERE id = NEW.organization_id) IS NOT 0;
END;

CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
WHEN EXISTS (SELECT 1 FROM program_budgets WHERE proposal_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'row.in-use'); END;
