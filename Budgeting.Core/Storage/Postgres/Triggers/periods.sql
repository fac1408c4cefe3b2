CREATE OR REPLACE FUNCTION refuse_change_of_closed_period() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' OR OLD.status <> 0 AND (TG_OP = 'DELETE'
       OR NEW.id IS DISTINCT FROM OLD.id OR NEW.organization_id IS DISTINCT FROM OLD.organization_id
       OR (NEW.status IS NOT DISTINCT FROM OLD.status AND (NEW.name IS DISTINCT FROM OLD.name
           OR NEW.start_date IS DISTINCT FROM OLD.start_date OR NEW.end_date IS DISTINCT FROM OLD.end_date
           OR NEW.frozen IS DISTINCT FROM OLD.frozen))) THEN
        RAISE EXCEPTION 'period.closed';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER {table}_closed BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION refuse_change_of_closed_period();

CREATE OR REPLACE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_closed_period();
