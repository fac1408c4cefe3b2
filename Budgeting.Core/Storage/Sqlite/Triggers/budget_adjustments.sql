CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, 'row.fixed'); END;

CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
BEGIN SELECT RAISE(ABORT, 'row.fixed'); END;

-- REPLACE runs no delete trigger where recursive_triggers is off.
CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id OR rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'row.exists'); END;

-- Checks can be switched off by who writes, and a sum that is too large for an integer is none.
CREATE TRIGGER {table}_valid AFTER INSERT ON {table}
WHEN typeof(NEW.amount) <> 'integer' OR NEW.amount = 0 OR NEW.amount NOT BETWEEN -1000000000000000000 AND 1000000000000000000
  OR typeof(NEW.kind) <> 'integer' OR NEW.kind NOT BETWEEN 0 AND 1 OR typeof(NEW.version) <> 'integer'
  OR (SELECT SUM(amount) FROM {table} WHERE program_budget_id = NEW.program_budget_id) NOT BETWEEN -4000000000000000000 AND 4000000000000000000
  OR (SELECT SUM(amount) FROM {table} WHERE proposal_id = NEW.proposal_id) NOT BETWEEN -4000000000000000000 AND 4000000000000000000
BEGIN SELECT RAISE(ABORT, 'row.invalid'); END;
