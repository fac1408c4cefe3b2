-- A sum alone wouldn't do: two sessions that don't see each other's rows would both find room. What is used is a total on the row
-- itself, so that they wait for each other. Whoever writes it can write nothing but what its children come to: that a trigger writes
-- says nothing, since a session makes triggers of its own on tables of its own. A refusal's hint says what was left.
ALTER TABLE {table} ADD COLUMN IF NOT EXISTS allotted bigint NOT NULL DEFAULT 0;

CREATE OR REPLACE FUNCTION guard_program_budget() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        RAISE EXCEPTION 'row.in-use';
    END IF;
    IF TG_OP = 'DELETE' THEN
        IF EXISTS (SELECT FROM allotments WHERE program_budget_id = OLD.id)
           OR EXISTS (SELECT FROM budget_adjustments WHERE program_budget_id = OLD.id) THEN
            RAISE EXCEPTION 'row.in-use';
        END IF;
        RETURN OLD;
    END IF;
    IF TG_OP = 'INSERT' THEN
        NEW.allotted := 0;
    ELSIF NEW.id <> OLD.id OR NEW.organization_id <> OLD.organization_id OR NEW.proposal_id <> OLD.proposal_id
          OR (NEW.allotted <> OLD.allotted
              AND NEW.allotted <> (SELECT COALESCE(sum(amount), 0) FROM allotments WHERE program_budget_id = NEW.id AND status <> 2)) THEN
        RAISE EXCEPTION 'row.fixed';
    END IF;
    -- What is added up must stay a bigint; what is moved from row to row may be in both for a moment.
    IF (TG_OP = 'INSERT' OR NEW.requested_amount <> OLD.requested_amount OR NEW.approved_amount IS DISTINCT FROM OLD.approved_amount)
       AND (NEW.requested_amount > 1000000000000000000 OR NEW.approved_amount > 1000000000000000000
            OR (SELECT GREATEST(COALESCE(sum(requested_amount), 0) + NEW.requested_amount, COALESCE(sum(approved_amount), 0) + COALESCE(NEW.approved_amount, 0))
                FROM program_budgets WHERE proposal_id = NEW.proposal_id AND id <> NEW.id) > 4000000000000000000) THEN
        RAISE EXCEPTION 'row.invalid';
    END IF;
    IF NEW.allotted > COALESCE(NEW.approved_amount, 0) THEN
        RAISE EXCEPTION 'allotment.exceeds-budget' USING HINT = (COALESCE(OLD.approved_amount, 0) - OLD.allotted)::text;
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER {table}_guard BEFORE INSERT OR UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION guard_program_budget();

CREATE OR REPLACE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION guard_program_budget();
