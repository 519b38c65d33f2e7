-- Labels of the general ledger's accounts and transactions: what callers attach, change and find
-- them by. Apart from the tables that postings write to.

CREATE TABLE general_labels (
  -- The account's or the transaction's.
  id         uuid        PRIMARY KEY,
  is_account boolean     NOT NULL,
  -- What lists are ordered by: an account's name, a transaction's id.
  place      text        COLLATE "C" NOT NULL,
  -- Keys and values in turn, each with a zero byte behind it.
  labels     bytea       NOT NULL,
  version    pos_int8    NOT NULL,
  changed_at timestamptz NOT NULL
);
CREATE TRIGGER general_labels_kept BEFORE DELETE OR TRUNCATE ON general_labels
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Each label by itself, to find by. Only the trigger below writes here.
CREATE TABLE general_label (
  is_account boolean NOT NULL,
  -- `key=value`; a key holds no equals sign.
  pair       text    COLLATE "C" NOT NULL,
  place      text    COLLATE "C" NOT NULL,
  id         uuid    NOT NULL,
  PRIMARY KEY (is_account, pair, place)
);

CREATE FUNCTION general_label_pairs(labels bytea) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  rest  bytea := labels;
  cut   integer := position('\x00'::bytea IN rest);
  word  text;
  name  text;
  pairs text[] := '{}';
BEGIN
  WHILE cut > 0 LOOP
    word := convert_from(substring(rest FROM 1 FOR cut - 1), 'UTF8');
    rest := substring(rest FROM cut + 1);
    cut := position('\x00'::bytea IN rest);
    IF name IS NULL THEN
      name := word;
    ELSE
      pairs := array_append(pairs, name || '=' || word);
      name := NULL;
    END IF;
  END LOOP;
  RETURN pairs;
END $$;

CREATE FUNCTION general_labels_index() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gone text[] := '{}';
  here text[] := general_label_pairs(NEW.labels);
BEGIN
  IF TG_OP = 'UPDATE' THEN
    gone := general_label_pairs(OLD.labels);
  END IF;
  DELETE FROM general_label AS label USING unnest(gone) AS was(pair)
    WHERE label.is_account = NEW.is_account AND label.pair = was.pair AND label.place = NEW.place
      AND was.pair <> ALL (here);
  INSERT INTO general_label (is_account, pair, place, id)
    SELECT NEW.is_account, new_pair, NEW.place, NEW.id FROM unnest(here) AS new_pair
    WHERE new_pair <> ALL (gone);
  RETURN NULL;
END $$;
CREATE TRIGGER general_labels_indexed AFTER INSERT OR UPDATE ON general_labels
  FOR EACH ROW EXECUTE FUNCTION general_labels_index();
