CREATE OR REPLACE FUNCTION refuse_change_of_adjustment() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    RAISE EXCEPTION 'row.fixed';
END
$$;

CREATE OR REPLACE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION refuse_change_of_adjustment();

CREATE OR REPLACE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_adjustment();

-- What is added up must stay a bigint.
CREATE OR REPLACE FUNCTION guard_adjustment() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF NEW.amount NOT BETWEEN -1000000000000000000 AND 1000000000000000000
       OR (SELECT sum(amount) FROM budget_adjustments WHERE program_budget_id = NEW.program_budget_id) NOT BETWEEN -4000000000000000000 AND 4000000000000000000
       OR (SELECT sum(amount) FROM budget_adjustments WHERE proposal_id = NEW.proposal_id) NOT BETWEEN -4000000000000000000 AND 4000000000000000000 THEN
        RAISE EXCEPTION 'row.invalid';
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER {table}_valid AFTER INSERT ON {table}
FOR EACH ROW EXECUTE FUNCTION guard_adjustment();
