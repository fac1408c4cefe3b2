ALTER TABLE {table} ADD COLUMN IF NOT EXISTS disbursed bigint NOT NULL DEFAULT 0, ADD COLUMN IF NOT EXISTS delivered bigint NOT NULL DEFAULT 0;

-- Only what is approved can be paid; what is liquidated, no further than it was.
CREATE OR REPLACE FUNCTION guard_obligation() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        RAISE EXCEPTION 'row.in-use';
    END IF;
    IF TG_OP = 'DELETE' THEN
        IF EXISTS (SELECT FROM disbursements WHERE obligation_id = OLD.id) OR EXISTS (SELECT FROM work_items WHERE obligation_id = OLD.id) THEN
            RAISE EXCEPTION 'row.in-use';
        END IF;
        RETURN OLD;
    END IF;
    IF TG_OP = 'INSERT' THEN
        NEW.disbursed := 0;
        NEW.delivered := 0;
    ELSIF NEW.id <> OLD.id OR NEW.organization_id <> OLD.organization_id OR NEW.created_by IS DISTINCT FROM OLD.created_by
          OR (NEW.disbursed <> OLD.disbursed
              AND NEW.disbursed <> (SELECT COALESCE(sum(amount), 0) FROM disbursements WHERE obligation_id = NEW.id AND status <> 1))
          OR (NEW.delivered <> OLD.delivered AND NEW.delivered <> (SELECT COALESCE(sum(amount), 0) FROM work_items WHERE obligation_id = NEW.id)) THEN
        RAISE EXCEPTION 'row.fixed';
    END IF;
    IF NEW.disbursed > (CASE NEW.status WHEN 1 THEN NEW.amount WHEN 2 THEN COALESCE(NEW.final_amount, 0) ELSE 0 END) THEN
        RAISE EXCEPTION 'disbursement.exceeds-obligation' USING HINT = (OLD.used - OLD.disbursed)::text;
    END IF;
    IF NEW.delivered > (CASE WHEN NEW.status = 3 THEN 0 ELSE NEW.amount END) THEN
        RAISE EXCEPTION 'work-items.exceed-obligation' USING HINT = (OLD.amount - OLD.delivered)::text;
    END IF;
    IF NEW.status IN (1, 2) AND (NEW.approved_by IS NULL OR NEW.approved_by IS NOT DISTINCT FROM NEW.created_by)
       AND (TG_OP = 'INSERT' OR OLD.status NOT IN (1, 2) OR OLD.approved_by IS DISTINCT FROM NEW.approved_by)
       AND (SELECT separate_duties FROM organizations WHERE id = NEW.organization_id) IS NOT FALSE THEN
        RAISE EXCEPTION 'duties.separated';
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER {table}_guard BEFORE INSERT OR UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION guard_obligation();

CREATE OR REPLACE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION guard_obligation();

CREATE OR REPLACE FUNCTION total_obligated() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    allotment uuid;
BEGIN
    FOR allotment IN
        SELECT id
        FROM (VALUES (OLD.allotment_id, -OLD.used), (NEW.allotment_id, NEW.used)) AS change (id, amount)
        GROUP BY id HAVING sum(amount) <> 0 OR OLD.proposal_id <> NEW.proposal_id ORDER BY id
    LOOP
        PERFORM FROM allotments
        WHERE id = allotment AND (allotment IS DISTINCT FROM NEW.allotment_id OR NEW.status = 3
                              OR (proposal_id = NEW.proposal_id AND organization_id = NEW.organization_id))
        FOR NO KEY UPDATE;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'obligation.exceeds-allotment';
        END IF;
        UPDATE allotments SET obligated = children.amount
        FROM (SELECT COALESCE(sum(used), 0)::bigint AS amount FROM obligations WHERE allotment_id = allotment) AS children
        WHERE id = allotment AND obligated <> children.amount;
    END LOOP;
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER {table}_total AFTER INSERT OR UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION total_obligated();
