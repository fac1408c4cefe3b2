-- The period is locked first: nobody closes it until this is committed, and what was closed just now is seen.
-- One of another organization is out of sight: what points to it is refused as well.
CREATE OR REPLACE FUNCTION refuse_change_in_closed_period() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    closed boolean;
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        RAISE EXCEPTION 'period.closed';
    END IF;
    SELECT bool_or(status <> 0) INTO closed
    FROM (SELECT status FROM periods WHERE id IN (OLD.period_id, NEW.period_id) ORDER BY id FOR SHARE) AS touched;
    IF closed IS NOT FALSE THEN
        RAISE EXCEPTION 'period.closed';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER {table}_closed BEFORE INSERT OR UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION refuse_change_in_closed_period();

CREATE OR REPLACE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_in_closed_period();
