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
    obligation record;
BEGIN
    FOR obligation IN
        SELECT id, sum(amount)::bigint AS more
        FROM (VALUES (OLD.obligation_id, -OLD.amount), (NEW.obligation_id, NEW.amount)) AS change (id, amount)
        GROUP BY id HAVING sum(amount) <> 0 ORDER BY id
    LOOP
        UPDATE obligations SET delivered = delivered + obligation.more
        WHERE id = obligation.id AND (obligation.more < 0 OR proposal_id = NEW.proposal_id);
        IF NOT FOUND THEN
            RAISE EXCEPTION 'work-items.exceed-obligation';
        END IF;
    END LOOP;
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER {table}_total AFTER INSERT OR UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION total_delivered();
