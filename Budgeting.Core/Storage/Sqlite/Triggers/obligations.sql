-- REPLACE runs no delete trigger where recursive_triggers is off.
CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table}
             WHERE id = NEW.id OR rowid = NEW.rowid OR (organization_id = NEW.organization_id AND reference_no = NEW.reference_no)
                OR (proposal_id = NEW.proposal_id AND series_no = NEW.series_no))
BEGIN SELECT RAISE(ABORT, 'row.exists'); END;

CREATE TRIGGER {table}_fixed BEFORE UPDATE ON {table}
WHEN NEW.id IS NOT OLD.id OR NEW.rowid IS NOT OLD.rowid OR NEW.organization_id IS NOT OLD.organization_id OR NEW.created_by IS NOT OLD.created_by
  OR EXISTS (SELECT 1 FROM {table}
             WHERE id <> OLD.id AND ((organization_id = NEW.organization_id AND reference_no = NEW.reference_no)
                OR (proposal_id = NEW.proposal_id AND series_no = NEW.series_no)))
BEGIN SELECT RAISE(ABORT, 'row.fixed'); END;

-- What isn't released has nothing to obligate.
CREATE TRIGGER {table}_sum_insert AFTER INSERT ON {table}
BEGIN
    SELECT RAISE(ABORT, 'row.invalid')
    WHERE typeof(NEW.amount) <> 'integer' OR NEW.amount <= 0 OR typeof(NEW.status) <> 'integer' OR NEW.status NOT IN (0, 1, 2, 3)
       OR NOT CASE WHEN NEW.status = 2 THEN typeof(NEW.final_amount) = 'integer' AND NEW.final_amount BETWEEN 0 AND NEW.amount ELSE NEW.final_amount IS NULL END
       OR typeof(NEW.category) <> 'integer' OR typeof(NEW.kind) <> 'integer' OR typeof(NEW.duties_combined) <> 'integer' OR typeof(NEW.version) <> 'integer' OR typeof(NEW.series_no) NOT IN ('integer', 'null');
    SELECT RAISE(ABORT, 'obligation.exceeds-allotment')
    WHERE NEW.status <> 3
      AND (SELECT SUM(used) FROM {table} WHERE allotment_id = NEW.allotment_id)
        > COALESCE((SELECT amount FROM allotments
                    WHERE id = NEW.allotment_id AND status = 1 AND organization_id = NEW.organization_id AND proposal_id = NEW.proposal_id), 0);
END;

CREATE TRIGGER {table}_sum_update AFTER UPDATE ON {table}
BEGIN
    SELECT RAISE(ABORT, 'row.invalid')
    WHERE typeof(NEW.amount) <> 'integer' OR NEW.amount <= 0 OR typeof(NEW.status) <> 'integer' OR NEW.status NOT IN (0, 1, 2, 3)
       OR NOT CASE WHEN NEW.status = 2 THEN typeof(NEW.final_amount) = 'integer' AND NEW.final_amount BETWEEN 0 AND NEW.amount ELSE NEW.final_amount IS NULL END
       OR typeof(NEW.category) <> 'integer' OR typeof(NEW.kind) <> 'integer' OR typeof(NEW.duties_combined) <> 'integer' OR typeof(NEW.version) <> 'integer' OR typeof(NEW.series_no) NOT IN ('integer', 'null');
    SELECT RAISE(ABORT, 'obligation.exceeds-allotment')
    WHERE NEW.status <> 3
      AND (SELECT SUM(used) FROM {table} WHERE allotment_id = NEW.allotment_id)
        > COALESCE((SELECT amount FROM allotments
                    WHERE id = NEW.allotment_id AND status = 1 AND organization_id = NEW.organization_id AND proposal_id = NEW.proposal_id), 0);
    SELECT RAISE(ABORT, 'disbursement.exceeds-obligation')
    WHERE CASE NEW.status WHEN 1 THEN NEW.amount WHEN 2 THEN NEW.final_amount ELSE 0 END
        < (SELECT SUM(amount) FROM disbursements WHERE obligation_id = NEW.id AND status <> 1);
    SELECT RAISE(ABORT, 'work-items.exceed-obligation')
    WHERE CASE WHEN NEW.status = 3 THEN 0 ELSE NEW.amount END < (SELECT SUM(amount) FROM work_items WHERE obligation_id = NEW.id);
END;

CREATE TRIGGER {table}_duties_insert AFTER INSERT ON {table}
WHEN NEW.status IN (1, 2) AND (NEW.approved_by IS NULL OR NEW.approved_by IS NEW.created_by)
 AND (SELECT separate_duties FROM organizations WHERE id = NEW.organization_id) IS NOT 0
BEGIN SELECT RAISE(ABORT, 'duties.separated'); END;

CREATE TRIGGER {table}_duties_update AFTER UPDATE ON {table}
WHEN NEW.status IN (1, 2) AND (NEW.approved_by IS NULL OR NEW.approved_by IS NEW.created_by)
 AND (OLD.status NOT IN (1, 2) OR OLD.approved_by IS NOT NEW.approved_by)
 AND (SELECT separate_duties FROM organizations WHERE id = NEW.organization_id) IS NOT 0
BEGIN SELECT RAISE(ABORT, 'duties.separated'); END;

CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
WHEN EXISTS (SELECT 1 FROM disbursements WHERE obligation_id = OLD.id) OR EXISTS (SELECT 1 FROM work_items WHERE obligation_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'row.in-use'); END;
