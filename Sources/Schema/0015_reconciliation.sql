-- Comparisons of our books with those of the providers.
CREATE TABLE reconciliation_run (
  id            uuid        PRIMARY KEY,
  provider      text        NOT NULL,
  -- Whether the server has made it by itself: those follow each other without a hole.
  is_automatic  boolean     NOT NULL,
  -- The provider as long as the run is not done: each has one at a time.
  open_provider text        UNIQUE,
  -- 1 queued, 2 running, 3 done, 4 failed.
  state         smallint    NOT NULL CHECK (state BETWEEN 1 AND 4),
  from_at       timestamptz NOT NULL,
  to_at         timestamptz NOT NULL,
  entries_here  nat_int8    NOT NULL,
  entries_there nat_int8    NOT NULL,
  findings      nat_int8    NOT NULL,
  -- What the provider said that we own there.
  balance_msat  bigint,
  -- 1 too much in this span, 2 the provider's list does not reach back, 3 no answer.
  failure       smallint    CHECK (failure BETWEEN 1 AND 3),
  note          text        NOT NULL,
  version       pos_int8    NOT NULL,
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL,
  CONSTRAINT reconciliation_run_window CHECK (from_at < to_at),
  CONSTRAINT reconciliation_run_open CHECK ((state < 3) = (open_provider IS NOT NULL)),
  CONSTRAINT reconciliation_run_failure CHECK ((state = 4) = (failure IS NOT NULL))
) WITH (fillfactor = 70);
CREATE INDEX reconciliation_run_automatic ON reconciliation_run (provider, id)
  WHERE is_automatic;

CREATE TABLE reconciliation_finding (
  id           uuid     PRIMARY KEY,
  run_id       uuid     NOT NULL REFERENCES reconciliation_run,
  -- As paylyt.providers.v1.ReconciliationFinding.
  kind         smallint NOT NULL CHECK (kind BETWEEN 1 AND 3),
  direction    smallint NOT NULL CHECK (direction BETWEEN 1 AND 2),
  payment_hash bytea    NOT NULL,
  reference    text     NOT NULL,
  here_msat    bigint,
  there_msat   bigint,
  CONSTRAINT reconciliation_finding_sides CHECK (
    (kind = 1) = (here_msat IS NULL) AND (kind = 2) = (there_msat IS NULL))
);
CREATE INDEX reconciliation_finding_run ON reconciliation_finding (run_id, id);
CREATE INDEX reconciliation_finding_kind ON reconciliation_finding (run_id, kind, id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reconciliation_finding
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What is compared, by time.
CREATE INDEX invoice_settled ON invoice (provider, settled_at) WHERE state = 2;
CREATE INDEX deposit_settled ON deposit (provider, settled_at) WHERE state = 2;
CREATE INDEX payout_paid ON payout (provider, updated_at) WHERE state = 5;
