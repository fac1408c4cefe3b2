-- Checks can be switched off by who writes, and a product or a sum that is too large for an integer is none.
CREATE TRIGGER {table}_valid_insert AFTER INSERT ON {table}
WHEN typeof(NEW.quantity) <> 'integer' OR NEW.quantity <= 0 OR NEW.quantity % 1000 <> 0 OR typeof(NEW.unit_cost) <> 'integer' OR NEW.unit_cost < 0
  OR typeof(NEW.amount) <> 'integer' OR NEW.amount > 1000000000000000000 OR typeof(NEW.category) <> 'integer' OR typeof(NEW.version) <> 'integer'
  OR (SELECT SUM(amount) FROM {table} WHERE program_budget_id = NEW.program_budget_id) > 4000000000000000000
BEGIN SELECT RAISE(ABORT, 'row.invalid'); END;

CREATE TRIGGER {table}_valid_update AFTER UPDATE ON {table}
WHEN typeof(NEW.quantity) <> 'integer' OR NEW.quantity <= 0 OR NEW.quantity % 1000 <> 0 OR typeof(NEW.unit_cost) <> 'integer' OR NEW.unit_cost < 0
  OR typeof(NEW.amount) <> 'integer' OR NEW.amount > 1000000000000000000 OR typeof(NEW.category) <> 'integer' OR typeof(NEW.version) <> 'integer'
  OR (SELECT SUM(amount) FROM {table} WHERE program_budget_id = NEW.program_budget_id) > 4000000000000000000
BEGIN SELECT RAISE(ABORT, 'row.invalid'); END;
