-- Money that is held for one job. available = funded - released - refunded, never below zero.
CREATE TABLE escrow (
  id             uuid        PRIMARY KEY,
  job_id         uuid        NOT NULL UNIQUE,
  client_id      uuid        NOT NULL,
  freelancer_id  uuid        NOT NULL,
  -- As paylyt.escrow.v1.Escrow.State.
  state          smallint    NOT NULL CHECK (state BETWEEN 1 AND 9),
  amount_msat    bigint      NOT NULL CHECK (amount_msat > 0),
  funded_msat    bigint      NOT NULL CHECK (funded_msat BETWEEN 0 AND amount_msat),
  released_msat  bigint      NOT NULL CHECK (released_msat >= 0),
  refunded_msat  bigint      NOT NULL CHECK (refunded_msat >= 0),
  fee_basis_points integer   NOT NULL CHECK (fee_basis_points BETWEEN 0 AND 1000),
  fee_taken_msat bigint      NOT NULL CHECK (fee_taken_msat BETWEEN 0 AND released_msat),
  invoices_made  integer     NOT NULL CHECK (invoices_made >= 0),
  is_paid_late   boolean     NOT NULL,
  is_overpaid    boolean     NOT NULL,
  deadline_at    timestamptz NOT NULL,
  version        bigint      NOT NULL CHECK (version > 0),
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  CONSTRAINT escrow_never_overspent CHECK (released_msat + refunded_msat <= funded_msat),
  CONSTRAINT escrow_final_holds_nothing CHECK (
    state NOT IN (7, 8, 9) OR released_msat + refunded_msat = funded_msat),
  CONSTRAINT escrow_locked_is_funded CHECK (state NOT IN (4, 5, 6) OR funded_msat = amount_msat)
-- Half of a page is left for the next state of each of its rows: neighbours are made together, and
-- one commit can change all of them.
) WITH (fillfactor = 45);
CREATE INDEX escrow_client ON escrow (client_id, id);
CREATE INDEX escrow_freelancer ON escrow (freelancer_id, id);

CREATE TABLE milestone (
  id            uuid        PRIMARY KEY,
  escrow_id     uuid        NOT NULL,
  position      smallint    NOT NULL CHECK (position > 0),
  title         text        NOT NULL,
  amount_msat   bigint      NOT NULL CHECK (amount_msat > 0),
  -- As paylyt.escrow.v1.Milestone.State.
  state         smallint    NOT NULL CHECK (state BETWEEN 1 AND 6),
  delivery_note text        NOT NULL,
  submitted_at  timestamptz,
  UNIQUE (escrow_id, position)
) WITH (fillfactor = 50);

CREATE TABLE invoice (
  id              uuid        PRIMARY KEY,
  escrow_id       uuid        NOT NULL,
  provider        text        NOT NULL,
  -- Ours; the provider refuses or repeats an invoice with a reference that it knows.
  reference       text        NOT NULL,
  provider_id     text        NOT NULL,
  payment_hash    bytea       NOT NULL UNIQUE CHECK (length(payment_hash) = 32),
  payment_request text        NOT NULL,
  amount_msat     bigint      NOT NULL CHECK (amount_msat > 0),
  paid_msat       bigint      NOT NULL CHECK (paid_msat >= 0),
  -- 1 pending, 2 settled, 3 expired, 4 cancelled.
  state           smallint    NOT NULL CHECK (state BETWEEN 1 AND 4),
  created_at      timestamptz NOT NULL,
  expires_at      timestamptz NOT NULL,
  settled_at      timestamptz,
  UNIQUE (provider, reference),
  CONSTRAINT invoice_settled_is_paid CHECK (
    (state = 2) = (paid_msat > 0 AND settled_at IS NOT NULL))
) WITH (fillfactor = 80);
CREATE INDEX invoice_escrow ON invoice (escrow_id, id);
CREATE INDEX invoice_watched ON invoice (expires_at) WHERE state IN (1, 3);

CREATE TABLE receipt (
  id             uuid        PRIMARY KEY,
  escrow_id      uuid        NOT NULL,
  transaction_id uuid        NOT NULL,
  -- 1 release, 2 refund.
  kind           smallint    NOT NULL CHECK (kind IN (1, 2)),
  client_id      uuid        NOT NULL,
  freelancer_id  uuid        NOT NULL,
  gross_msat     bigint      NOT NULL CHECK (gross_msat > 0),
  fee_msat       bigint      NOT NULL CHECK (fee_msat BETWEEN 0 AND gross_msat),
  -- Titles of what was paid for, one a line.
  lines          text        NOT NULL,
  issued_at      timestamptz NOT NULL
);
CREATE INDEX receipt_escrow ON receipt (escrow_id, id);
CREATE TRIGGER receipt_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON receipt
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
