-- These follow an earlier period that was closed again. The period is locked first, as in period_rows.
CREATE OR REPLACE FUNCTION refuse_balance_of_closed_period() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    closed boolean;
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        RAISE EXCEPTION 'period.closed';
    END IF;
    SELECT bool_or(status <> 0 AND NOT recomputing) INTO closed
    FROM (SELECT status, recomputing FROM periods WHERE id IN (OLD.period_id, NEW.period_id) ORDER BY id FOR SHARE) AS touched;
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
FOR EACH ROW EXECUTE FUNCTION refuse_balance_of_closed_period();

CREATE OR REPLACE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION refuse_balance_of_closed_period();
