CREATE OR REPLACE FUNCTION guard_proposal() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        RAISE EXCEPTION 'row.in-use';
    END IF;
    IF TG_OP = 'DELETE' THEN
        IF EXISTS (SELECT FROM program_budgets WHERE proposal_id = OLD.id) THEN
            RAISE EXCEPTION 'row.in-use';
        END IF;
        RETURN OLD;
    END IF;
    IF TG_OP = 'UPDATE' AND (NEW.id <> OLD.id OR NEW.organization_id <> OLD.organization_id OR NEW.created_by IS DISTINCT FROM OLD.created_by) THEN
        RAISE EXCEPTION 'row.fixed';
    END IF;
    IF NEW.status IN (2, 4) AND (NEW.approved_by IS NULL OR NEW.approved_by IS NOT DISTINCT FROM NEW.created_by)
       AND (TG_OP = 'INSERT' OR OLD.status NOT IN (2, 4) OR OLD.approved_by IS DISTINCT FROM NEW.approved_by)
       AND (SELECT separate_duties FROM organizations WHERE id = NEW.organization_id) IS NOT FALSE THEN
        RAISE EXCEPTION 'duties.separated';
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER {table}_guard BEFORE INSERT OR UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION guard_proposal();

CREATE OR REPLACE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION guard_proposal();
