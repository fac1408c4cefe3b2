CREATE TRIGGER {table}_closed_insert BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table}
             WHERE id = NEW.id OR rowid = NEW.rowid
                OR (organization_id = NEW.organization_id AND year = NEW.year AND name = NEW.name))
BEGIN SELECT RAISE(ABORT, 'row.exists'); END;

CREATE TRIGGER {table}_closed_update BEFORE UPDATE ON {table}
WHEN OLD.status <> 0 AND (NEW.id IS NOT OLD.id OR NEW.organization_id IS NOT OLD.organization_id
     OR (NEW.status IS OLD.status AND (NEW.name IS NOT OLD.name OR NEW.start_date IS NOT OLD.start_date
         OR NEW.end_date IS NOT OLD.end_date OR NEW.frozen IS NOT OLD.frozen)))
BEGIN SELECT RAISE(ABORT, 'period.closed'); END;

CREATE TRIGGER {table}_closed_delete BEFORE DELETE ON {table}
WHEN OLD.status <> 0
BEGIN SELECT RAISE(ABORT, 'period.closed'); END;
