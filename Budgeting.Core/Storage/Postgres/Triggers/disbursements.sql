CREATE OR REPLACE FUNCTION guard_disbursement() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        RAISE EXCEPTION 'row.in-use';
    END IF;
    IF TG_OP = 'DELETE' THEN
        IF EXISTS (SELECT FROM work_items WHERE disbursement_id = OLD.id) THEN
            RAISE EXCEPTION 'row.in-use';
        END IF;
        RETURN OLD;
    END IF;
    IF TG_OP = 'UPDATE' AND (NEW.id <> OLD.id OR NEW.organization_id <> OLD.organization_id OR NEW.created_by IS DISTINCT FROM OLD.created_by) THEN
        RAISE EXCEPTION 'row.fixed';
    END IF;
    IF (TG_OP = 'INSERT' OR NEW.obligation_id <> OLD.obligation_id)
       AND NEW.created_by IS NOT DISTINCT FROM (SELECT created_by FROM obligations WHERE id = NEW.obligation_id)
       AND (SELECT separate_duties FROM organizations WHERE id = NEW.organization_id) IS NOT FALSE THEN
        RAISE EXCEPTION 'duties.separated';
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER {table}_guard BEFORE INSERT OR UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION guard_disbursement();

CREATE OR REPLACE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION guard_disbursement();

CREATE OR REPLACE FUNCTION total_disbursed() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    obligation uuid;
BEGIN
    FOR obligation IN
        SELECT id
        FROM (VALUES (OLD.obligation_id, CASE WHEN OLD.status <> 1 THEN -OLD.amount END), (NEW.obligation_id, CASE WHEN NEW.status <> 1 THEN NEW.amount END)) AS change (id, amount)
        GROUP BY id HAVING sum(amount) <> 0 OR OLD.proposal_id <> NEW.proposal_id ORDER BY id
    LOOP
        PERFORM FROM obligations
        WHERE id = obligation AND (obligation IS DISTINCT FROM NEW.obligation_id OR NEW.status = 1
                              OR (proposal_id = NEW.proposal_id AND organization_id = NEW.organization_id))
        FOR NO KEY UPDATE;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'disbursement.exceeds-obligation';
        END IF;
        UPDATE obligations SET disbursed = children.amount
        FROM (SELECT COALESCE(sum(amount), 0)::bigint AS amount FROM disbursements WHERE obligation_id = obligation AND status <> 1) AS children
        WHERE id = obligation AND disbursed <> children.amount;
    END LOOP;
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER {table}_total AFTER INSERT OR UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION total_disbursed();
