-- REPLACE runs no delete trigger where recursive_triggers is off.
CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table}
             WHERE id = NEW.id OR rowid = NEW.rowid
                OR (program_budget_id = NEW.program_budget_id AND quarter = NEW.quarter AND number = NEW.number))
BEGIN SELECT RAISE(ABORT, 'row.exists'); END;

CREATE TRIGGER {table}_fixed BEFORE UPDATE ON {table}
WHEN NEW.id IS NOT OLD.id OR NEW.rowid IS NOT OLD.rowid OR NEW.organization_id IS NOT OLD.organization_id
  OR EXISTS (SELECT 1 FROM {table}
             WHERE id <> OLD.id AND program_budget_id = NEW.program_budget_id AND quarter = NEW.quarter AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'row.fixed'); END;

-- One writer at a time: no sum changes between this and the commit. A running total wouldn't do: OR IGNORE goes on past its check.
CREATE TRIGGER {table}_sum_insert AFTER INSERT ON {table}
BEGIN
    SELECT RAISE(ABORT, 'row.invalid')
    WHERE typeof(NEW.amount) <> 'integer' OR NEW.amount <= 0 OR typeof(NEW.status) <> 'integer' OR NEW.status NOT IN (0, 1, 2)
       OR typeof(NEW.quarter) <> 'integer' OR typeof(NEW.number) <> 'integer' OR typeof(NEW.version) <> 'integer' OR typeof(NEW.category) NOT IN ('integer', 'null');
    SELECT RAISE(ABORT, 'allotment.exceeds-budget')
    WHERE NEW.status <> 2
      AND (SELECT SUM(amount) FROM {table} WHERE program_budget_id = NEW.program_budget_id AND status <> 2)
        > COALESCE((SELECT approved_amount FROM program_budgets
                    WHERE id = NEW.program_budget_id AND organization_id = NEW.organization_id AND proposal_id = NEW.proposal_id), 0);
END;

CREATE TRIGGER {table}_sum_update AFTER UPDATE ON {table}
BEGIN
    SELECT RAISE(ABORT, 'row.invalid')
    WHERE typeof(NEW.amount) <> 'integer' OR NEW.amount <= 0 OR typeof(NEW.status) <> 'integer' OR NEW.status NOT IN (0, 1, 2)
       OR typeof(NEW.quarter) <> 'integer' OR typeof(NEW.number) <> 'integer' OR typeof(NEW.version) <> 'integer' OR typeof(NEW.category) NOT IN ('integer', 'null');
    SELECT RAISE(ABORT, 'allotment.exceeds-budget')
    WHERE NEW.status <> 2
      AND (SELECT SUM(amount) FROM {table} WHERE program_budget_id = NEW.program_budget_id AND status <> 2)
        > COALESCE((SELECT approved_amount FROM program_budgets
                    WHERE id = NEW.program_budget_id AND organization_id = NEW.organization_id AND proposal_id = NEW.proposal_id), 0);
    SELECT RAISE(ABORT, 'obligation.exceeds-allotment')
    WHERE CASE WHEN NEW.status = 1 THEN NEW.amount ELSE 0 END < (SELECT SUM(used) FROM obligations WHERE allotment_id = NEW.id);
END;

CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
WHEN EXISTS (SELECT 1 FROM obligations WHERE allotment_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'row.in-use'); END;
