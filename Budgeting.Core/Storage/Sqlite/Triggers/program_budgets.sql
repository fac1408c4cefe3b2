-- REPLACE runs no delete trigger where recursive_triggers is off.
CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table}
             WHERE id = NEW.id OR rowid = NEW.rowid OR (proposal_id = NEW.proposal_id AND program_id = NEW.program_id))
BEGIN SELECT RAISE(ABORT, 'row.exists'); END;

CREATE TRIGGER {table}_fixed BEFORE UPDATE ON {table}
WHEN NEW.id IS NOT OLD.id OR NEW.rowid IS NOT OLD.rowid OR NEW.organization_id IS NOT OLD.organization_id OR NEW.proposal_id IS NOT OLD.proposal_id
  OR EXISTS (SELECT 1 FROM {table} WHERE id <> OLD.id AND proposal_id = NEW.proposal_id AND program_id = NEW.program_id)
BEGIN SELECT RAISE(ABORT, 'row.fixed'); END;

-- Checks can be switched off by who writes. A text is more than any number, and a sum that is too large for an integer is none: what is
-- moved from row to row may be in both for a moment.
CREATE TRIGGER {table}_valid_insert AFTER INSERT ON {table}
WHEN NOT (typeof(NEW.approved_amount) = 'null' OR (typeof(NEW.approved_amount) = 'integer' AND NEW.approved_amount BETWEEN 0 AND 1000000000000000000))
  OR typeof(NEW.requested_amount) <> 'integer' OR NEW.requested_amount NOT BETWEEN 0 AND 1000000000000000000 OR typeof(NEW.version) <> 'integer'
  OR (SELECT SUM(approved_amount) FROM {table} WHERE proposal_id = NEW.proposal_id) > 4000000000000000000
  OR (SELECT SUM(requested_amount) FROM {table} WHERE proposal_id = NEW.proposal_id) > 4000000000000000000
BEGIN SELECT RAISE(ABORT, 'row.invalid'); END;

CREATE TRIGGER {table}_cap AFTER UPDATE ON {table}
BEGIN
    SELECT RAISE(ABORT, 'row.invalid')
    WHERE NOT (typeof(NEW.approved_amount) = 'null' OR (typeof(NEW.approved_amount) = 'integer' AND NEW.approved_amount BETWEEN 0 AND 1000000000000000000))
       OR typeof(NEW.requested_amount) <> 'integer' OR NEW.requested_amount NOT BETWEEN 0 AND 1000000000000000000 OR typeof(NEW.version) <> 'integer'
       OR (SELECT SUM(approved_amount) FROM {table} WHERE proposal_id = NEW.proposal_id) > 4000000000000000000
       OR (SELECT SUM(requested_amount) FROM {table} WHERE proposal_id = NEW.proposal_id) > 4000000000000000000;
    SELECT RAISE(ABORT, 'allotment.exceeds-budget')
    WHERE COALESCE(NEW.approved_amount, 0) < (SELECT SUM(amount) FROM allotments WHERE program_budget_id = NEW.id AND status <> 2);
END;

CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
WHEN EXISTS (SELECT 1 FROM allotments WHERE program_budget_id = OLD.id)
  OR EXISTS (SELECT 1 FROM budget_adjustments WHERE program_budget_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'row.in-use'); END;
