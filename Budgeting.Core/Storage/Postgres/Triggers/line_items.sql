-- What is added up must stay a bigint.
CREATE OR REPLACE FUNCTION guard_line_item() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF NEW.amount > 1000000000000000000
       OR (SELECT sum(amount) FROM line_items WHERE program_budget_id = NEW.program_budget_id) > 4000000000000000000 THEN
        RAISE EXCEPTION 'row.invalid';
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER {table}_valid AFTER INSERT OR UPDATE ON {table}
FOR EACH ROW EXECUTE FUNCTION guard_line_item();
