CREATE OR REPLACE FUNCTION guard_work_item() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        RAISE EXCEPTION 'row.in-use';
    END IF;
    IF NEW.id <> OLD.id OR NEW.organization_id <> OLD.organization_id THEN
        RAISE EXCEPTION 'row.fixed';
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER {table}_guard BEFORE UPDATE ON {table}
FOR EACH ROW EXECUTE FUNCTION guard_work_item();

CREATE OR REPLACE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION guard_work_item();

CREATE OR REPLACE FUNCTION total_delivered() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    obligation uuid;
BEGIN
    FOR obligation IN
        SELECT id
        FROM (VALUES (OLD.obligation_id, -OLD.amount), (NEW.obligation_id, NEW.amount)) AS change (id, amount)
        GROUP BY id HAVING sum(amount) <> 0 OR OLD.proposal_id <> NEW.proposal_id ORDER BY id
    LOOP
        PERFORM FROM obligations
        WHERE id = obligation AND (obligation IS DISTINCT FROM NEW.obligation_id
                              OR (proposal_id = NEW.proposal_id AND organization_id = NEW.organization_id))
        FOR NO KEY UPDATE;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'work-items.exceed-obligation';
        END IF;
        UPDATE obligations SET delivered = children.amount
        FROM (SELECT COALESCE(sum(amount), 0)::bigint AS amount FROM work_items WHERE obligation_id = obligation) AS children
        WHERE id = obligation AND delivered <> children.amount;
    END LOOP;
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER {table}_total AFTER INSERT OR UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION total_delivered();
