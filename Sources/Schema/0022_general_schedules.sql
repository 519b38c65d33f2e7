-- Transactions of the general ledger that are posted later, by themselves.

-- 1 scheduled, 2 executed, 3 refused, 4 cancelled.
CREATE DOMAIN schedule_state AS smallint CHECK (VALUE BETWEEN 1 AND 4);

CREATE TABLE general_schedule (
  -- First half of SHA-256 over the name.
  id              uuid           PRIMARY KEY,
  name            general_name   NOT NULL UNIQUE,
  state           schedule_state NOT NULL,
  due_at          timestamptz    NOT NULL,
  -- What is posted: a paylyt.ledger.v1.BatchPostTransactionsRequest of it.
  transactions    bytea          NOT NULL,
  counts_when_due boolean        NOT NULL,
  -- The first one of its series, itself where it is alone, and which one it is.
  series          general_name   NOT NULL,
  occurrence      pos_int8       NOT NULL,
  -- 1 days, 2 weeks, 3 months between two; null where it is alone.
  unit            smallint       CHECK (unit BETWEEN 1 AND 3),
  every           nat_int8       NOT NULL,
  -- In all; 0 without end.
  count           nat_int8       NOT NULL,
  first_due_at    timestamptz    NOT NULL,
  created_at      timestamptz    NOT NULL,
  ended_at        timestamptz,
  refusal_code    integer,
  refusal_reason  text,
  refusal_message text,
  refusal_field   text,
  -- The name of the one that follows in the series.
  next            text           COLLATE "C" UNIQUE,
  CONSTRAINT general_schedule_once UNIQUE (series, occurrence),
  CONSTRAINT general_schedule_ended CHECK ((ended_at IS NULL) = (state = 1)),
  CONSTRAINT general_schedule_refused CHECK (
    num_nulls(refusal_code, refusal_reason, refusal_message, refusal_field)
      = CASE state WHEN 3 THEN 0 ELSE 4 END),
  CONSTRAINT general_schedule_in_series CHECK (
    (unit IS NULL) = (every = 0) AND (unit IS NOT NULL OR occurrence = 1 AND next IS NULL)),
  CONSTRAINT general_schedule_next_follows CHECK (next IS NULL OR state IN (2, 3))
);
-- The order in which what is due is posted, and lists are shown.
CREATE INDEX general_schedule_state ON general_schedule (state, due_at, series, occurrence);
CREATE INDEX general_schedule_due ON general_schedule (due_at, series, occurrence);

CREATE TRIGGER general_schedule_kept BEFORE DELETE OR TRUNCATE ON general_schedule
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- What has come to its end stays as it is.
CREATE TRIGGER general_schedule_final BEFORE UPDATE ON general_schedule FOR EACH ROW
  WHEN (OLD.state <> 1 OR (OLD.id, OLD.name, OLD.due_at, OLD.transactions)
    <> (NEW.id, NEW.name, NEW.due_at, NEW.transactions))
  EXECUTE FUNCTION refuse_change();

-- Whose turn it is to post what is due: one server at a time, so that there is one order.
CREATE TABLE general_schedule_turn (
  id      smallint    PRIMARY KEY CHECK (id = 1),
  holder  uuid        NOT NULL,
  ends_at timestamptz NOT NULL
);
INSERT INTO general_schedule_turn VALUES (1, '00000000-0000-0000-0000-000000000000', '-infinity');
