CREATE TRIGGER {table}_closed_insert BEFORE INSERT ON {table}
BEGIN
    SELECT RAISE(ABORT, 'period.closed')
    WHERE EXISTS (SELECT 1 FROM periods WHERE id = NEW.period_id AND status <> 0);
    SELECT RAISE(ABORT, 'row.exists')
    WHERE EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id OR rowid = NEW.rowid);
END;

CREATE TRIGGER {table}_closed_update BEFORE UPDATE ON {table}
WHEN EXISTS (SELECT 1 FROM periods WHERE id IN (OLD.period_id, NEW.period_id) AND status <> 0)
BEGIN SELECT RAISE(ABORT, 'period.closed'); END;

CREATE TRIGGER {table}_closed_delete BEFORE DELETE ON {table}
WHEN EXISTS (SELECT 1 FROM periods WHERE id = OLD.period_id AND status <> 0)
BEGIN SELECT RAISE(ABORT, 'period.closed'); END;
