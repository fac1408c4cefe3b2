-- REPLACE runs no delete trigger where recursive_triggers is off.
CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id OR rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'row.exists'); END;

CREATE TRIGGER {table}_fixed BEFORE UPDATE ON {table}
WHEN NEW.id IS NOT OLD.id OR NEW.rowid IS NOT OLD.rowid OR NEW.organization_id IS NOT OLD.organization_id OR NEW.created_by IS NOT OLD.created_by
BEGIN SELECT RAISE(ABORT, 'row.fixed'); END;

-- Only what is approved can be paid; what is liquidated, no further than it was.
CREATE TRIGGER {table}_sum_insert AFTER INSERT ON {table}
BEGIN
    SELECT RAISE(ABORT, 'row.invalid')
    WHERE typeof(NEW.amount) <> 'integer' OR NEW.amount <= 0 OR typeof(NEW.status) <> 'integer' OR NEW.status NOT IN (0, 1)
       OR typeof(NEW.method) <> 'integer' OR typeof(NEW.duties_combined) <> 'integer' OR typeof(NEW.version) <> 'integer';
    SELECT RAISE(ABORT, 'disbursement.exceeds-obligation')
    WHERE NEW.status <> 1
      AND (SELECT SUM(amount) FROM {table} WHERE obligation_id = NEW.obligation_id AND status <> 1)
        > COALESCE((SELECT CASE status WHEN 1 THEN amount WHEN 2 THEN final_amount ELSE 0 END FROM obligations
                    WHERE id = NEW.obligation_id AND organization_id = NEW.organization_id AND proposal_id = NEW.proposal_id), 0);
    SELECT RAISE(ABORT, 'duties.separated')
    WHERE NEW.created_by IS (SELECT created_by FROM obligations WHERE id = NEW.obligation_id)
      AND (SELECT separate_duties FROM organizations WHERE id = NEW.organization_id) IS NOT 0;
END;

CREATE TRIGGER {table}_sum_update AFTER UPDATE ON {table}
BEGIN
    SELECT RAISE(ABORT, 'row.invalid')
    WHERE typeof(NEW.amount) <> 'integer' OR NEW.amount <= 0 OR typeof(NEW.status) <> 'integer' OR NEW.status NOT IN (0, 1)
       OR typeof(NEW.method) <> 'integer' OR typeof(NEW.duties_combined) <> 'integer' OR typeof(NEW.version) <> 'integer';
    SELECT RAISE(ABORT, 'disbursement.exceeds-obligation')
    WHERE NEW.status <> 1
      AND (SELECT SUM(amount) FROM {table} WHERE obligation_id = NEW.obligation_id AND status <> 1)
        > COALESCE((SELECT CASE status WHEN 1 THEN amount WHEN 2 THEN final_amount ELSE 0 END FROM obligations
                    WHERE id = NEW.obligation_id AND organization_id = NEW.organization_id AND proposal_id = NEW.proposal_id), 0);
    SELECT RAISE(ABORT, 'duties.separated')
    WHERE NEW.created_by IS (SELECT created_by FROM obligations WHERE id = NEW.obligation_id)
      AND (SELECT separate_duties FROM organizations WHERE id = NEW.organization_id) IS NOT 0
      AND NEW.obligation_id IS NOT OLD.obligation_id;
END;

CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
WHEN EXISTS (SELECT 1 FROM work_items WHERE disbursement_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'row.in-use'); END;
