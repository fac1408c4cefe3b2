-- REPLACE runs no delete trigger where recursive_triggers is off.
CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id OR rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'row.exists'); END;

CREATE TRIGGER {table}_fixed BEFORE UPDATE ON {table}
WHEN NEW.id IS NOT OLD.id OR NEW.rowid IS NOT OLD.rowid OR NEW.organization_id IS NOT OLD.organization_id
BEGIN SELECT RAISE(ABORT, 'row.fixed'); END;

-- A product that is too large for an integer becomes another type.
CREATE TRIGGER {table}_sum_insert AFTER INSERT ON {table}
BEGIN
    SELECT RAISE(ABORT, 'row.invalid')
    WHERE typeof(NEW.quantity) <> 'integer' OR NEW.quantity <= 0 OR NEW.quantity % 1000 <> 0 OR typeof(NEW.unit_cost) <> 'integer' OR NEW.unit_cost < 0
       OR typeof(NEW.amount) <> 'integer'
       OR typeof(NEW.version) <> 'integer';
    SELECT RAISE(ABORT, 'work-items.exceed-obligation')
    WHERE (SELECT SUM(amount) FROM {table} WHERE obligation_id = NEW.obligation_id)
        > COALESCE((SELECT CASE WHEN status = 3 THEN 0 ELSE amount END FROM obligations
                    WHERE id = NEW.obligation_id AND organization_id = NEW.organization_id AND proposal_id = NEW.proposal_id), -1);
END;

CREATE TRIGGER {table}_sum_update AFTER UPDATE ON {table}
BEGIN
    SELECT RAISE(ABORT, 'row.invalid')
    WHERE typeof(NEW.quantity) <> 'integer' OR NEW.quantity <= 0 OR NEW.quantity % 1000 <> 0 OR typeof(NEW.unit_cost) <> 'integer' OR NEW.unit_cost < 0
       OR typeof(NEW.amount) <> 'integer'
       OR typeof(NEW.version) <> 'integer';
    SELECT RAISE(ABORT, 'work-items.exceed-obligation')
    WHERE (SELECT SUM(amount) FROM {table} WHERE obligation_id = NEW.obligation_id)
        > COALESCE((SELECT CASE WHEN status = 3 THEN 0 ELSE amount END FROM obligations
                    WHERE id = NEW.obligation_id AND organization_id = NEW.organization_id AND proposal_id = NEW.proposal_id), -1);
END;
