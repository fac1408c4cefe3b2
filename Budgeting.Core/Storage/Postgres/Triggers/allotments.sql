ALTER TABLE {table} ADD COLUMN IF NOT EXISTS obligated bigint NOT NULL DEFAULT 0;

-- What isn't released has nothing to obligate.
CREATE OR REPLACE FUNCTION guard_allotment() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        RAISE EXCEPTION 'row.in-use';
    END IF;
    IF TG_OP = 'DELETE' THEN
        IF EXISTS (SELECT FROM obligations WHERE allotment_id = OLD.id) THEN
            RAISE EXCEPTION 'row.in-use';
        END IF;
        RETURN OLD;
    END IF;
    IF TG_OP = 'INSERT' THEN
        NEW.obligated := 0;
    ELSIF NEW.id <> OLD.id OR NEW.organization_id <> OLD.organization_id
          OR (NEW.obligated <> OLD.obligated AND NEW.obligated <> (SELECT COALESCE(sum(used), 0) FROM obligations WHERE allotment_id = NEW.id)) THEN
        RAISE EXCEPTION 'row.fixed';
    END IF;
    IF NEW.obligated > (CASE WHEN NEW.status = 1 THEN NEW.amount ELSE 0 END) THEN
        RAISE EXCEPTION 'obligation.exceeds-allotment' USING HINT = ((CASE WHEN OLD.status = 1 THEN OLD.amount ELSE 0 END) - OLD.obligated)::text;
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER {table}_guard BEFORE INSERT OR UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION guard_allotment();

CREATE OR REPLACE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION guard_allotment();

-- In the order of their ids: whoever moves the other way waits rather than block this one. Each is locked before its children are
-- added up, so that what another session added to it is seen.
CREATE OR REPLACE FUNCTION total_allotted() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    budget uuid;
BEGIN
    FOR budget IN
        SELECT id
        FROM (VALUES (OLD.program_budget_id, CASE WHEN OLD.status <> 2 THEN -OLD.amount END), (NEW.program_budget_id, CASE WHEN NEW.status <> 2 THEN NEW.amount END)) AS change (id, amount)
        GROUP BY id HAVING sum(amount) <> 0 OR OLD.proposal_id <> NEW.proposal_id ORDER BY id
    LOOP
        PERFORM FROM program_budgets
        WHERE id = budget AND (budget IS DISTINCT FROM NEW.program_budget_id OR NEW.status = 2
                              OR (proposal_id = NEW.proposal_id AND organization_id = NEW.organization_id))
        FOR NO KEY UPDATE;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'allotment.exceeds-budget';
        END IF;
        UPDATE program_budgets SET allotted = children.amount
        FROM (SELECT COALESCE(sum(amount), 0)::bigint AS amount FROM allotments WHERE program_budget_id = budget AND status <> 2) AS children
        WHERE id = budget AND allotted <> children.amount;
    END LOOP;
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER {table}_total AFTER INSERT OR UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION total_allotted();
