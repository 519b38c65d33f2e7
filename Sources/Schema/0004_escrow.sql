-- What the platform takes; the latest version counts for escrows that are opened.
CREATE TABLE fee_schedule (
  id           uuid        PRIMARY KEY,
  series       text        NOT NULL,
  version      integer     NOT NULL UNIQUE CHECK (version > 0),
  basis_points integer     NOT NULL CHECK (basis_points BETWEEN 0 AND 1000),
  fixed_msat   bigint      NOT NULL CHECK (fixed_msat >= 0),
  min_msat     bigint      NOT NULL CHECK (min_msat >= 0),
  -- 9223372036854775807 when there is none.
  max_msat     bigint      NOT NULL CHECK (max_msat >= min_msat),
  created_at   timestamptz NOT NULL
);
CREATE TRIGGER fee_schedule_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fee_schedule
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
INSERT INTO fee_schedule VALUES (
  '01900000-0000-7000-8000-000000000100', 'default', 1, 250, 0, 0, 9223372036854775807, now());

-- Money that is held for one job. available = funded - released - refunded - disputed, never below
-- zero.
CREATE TABLE escrow (
  id             uuid        PRIMARY KEY,
  job_id         uuid        NOT NULL,
  client_id      uuid        NOT NULL,
  freelancer_id  uuid        NOT NULL,
  -- The fees as they were when it was opened.
  fee_version      integer   NOT NULL,
  fee_basis_points integer   NOT NULL CHECK (fee_basis_points BETWEEN 0 AND 1000),
  fee_fixed_msat   bigint    NOT NULL CHECK (fee_fixed_msat >= 0),
  fee_min_msat     bigint    NOT NULL CHECK (fee_min_msat >= 0),
  fee_max_msat     bigint    NOT NULL CHECK (fee_max_msat >= fee_min_msat),
  -- 1 client, 2 freelancer, 3 both.
  fee_payer        smallint  NOT NULL CHECK (fee_payer BETWEEN 1 AND 3),
  deadline_at    timestamptz NOT NULL,
  fund_by        timestamptz NOT NULL,
  inspection_seconds bigint  NOT NULL CHECK (inspection_seconds > 0),
  revisions_max  smallint    NOT NULL CHECK (revisions_max >= 0),
  is_returned_by_timer boolean NOT NULL,
  -- As paylyt.escrow.v1.Escrow.State.
  state          smallint    NOT NULL CHECK (state BETWEEN 1 AND 12),
  amount_msat    bigint      NOT NULL CHECK (amount_msat > 0),
  -- What the client pays on top for the platform.
  client_fee_msat bigint     NOT NULL CHECK (client_fee_msat >= 0),
  funded_msat    bigint      NOT NULL,
  released_msat  bigint      NOT NULL CHECK (released_msat >= 0),
  refunded_msat  bigint      NOT NULL CHECK (refunded_msat >= 0),
  disputed_msat  bigint      NOT NULL CHECK (disputed_msat >= 0),
  fee_taken_msat bigint      NOT NULL,
  client_fee_taken_msat bigint NOT NULL,
  invoices_made  integer     NOT NULL CHECK (invoices_made >= 0),
  is_paid_late   boolean     NOT NULL,
  is_overpaid    boolean     NOT NULL,
  -- An admin stopped everything that would take money out.
  is_frozen      boolean     NOT NULL,
  state_before_dispute smallint,
  dispute_id     uuid,
  -- Bit 0 the client, bit 1 the freelancer.
  cancel_consents  smallint  NOT NULL CHECK (cancel_consents BETWEEN 0 AND 3),
  restate_consents smallint  NOT NULL CHECK (restate_consents BETWEEN 0 AND 3),
  payee_count    smallint    NOT NULL CHECK (payee_count >= 0),
  version        bigint      NOT NULL CHECK (version > 0),
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  CONSTRAINT escrow_funded_at_most CHECK (
    funded_msat BETWEEN 0 AND amount_msat + client_fee_msat),
  CONSTRAINT escrow_fee_of_released CHECK (fee_taken_msat BETWEEN 0 AND released_msat),
  CONSTRAINT escrow_client_fee_of_fee CHECK (
    client_fee_taken_msat BETWEEN 0 AND least(fee_taken_msat, client_fee_msat)),
  CONSTRAINT escrow_never_overspent CHECK (
    released_msat + refunded_msat + disputed_msat <= funded_msat),
  CONSTRAINT escrow_final_holds_nothing CHECK (
    state NOT IN (7, 8, 9, 11, 12) OR released_msat + refunded_msat = funded_msat),
  CONSTRAINT escrow_locked_is_funded CHECK (
    state NOT IN (4, 5, 6, 10) OR funded_msat = amount_msat + client_fee_msat),
  CONSTRAINT escrow_disputed_is_frozen CHECK (
    (state = 10) = (disputed_msat > 0) AND (state = 10) = (state_before_dispute IS NOT NULL))
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
  -- Zero when a smaller scope dropped it.
  amount_msat   bigint      NOT NULL CHECK (amount_msat >= 0),
  released_msat bigint      NOT NULL CHECK (released_msat BETWEEN 0 AND amount_msat),
  -- As paylyt.escrow.v1.Milestone.State, without what follows from the escrow's.
  state         smallint    NOT NULL CHECK (state BETWEEN 1 AND 9),
  delivery_note text        NOT NULL,
  submitted_at  timestamptz,
  review_until  timestamptz,
  is_review_prolonged boolean NOT NULL,
  revisions     smallint    NOT NULL CHECK (revisions >= 0),
  revision_note text        NOT NULL,
  restated_msat bigint      CHECK (restated_msat BETWEEN 0 AND amount_msat),
  UNIQUE (escrow_id, position)
) WITH (fillfactor = 50);

-- Who shares what the freelancer gets; weight zero: no longer.
CREATE TABLE escrow_payee (
  id        uuid     PRIMARY KEY,
  escrow_id uuid     NOT NULL,
  user_id   uuid     NOT NULL REFERENCES app_user,
  weight    integer  NOT NULL CHECK (weight >= 0),
  position  smallint NOT NULL CHECK (position > 0),
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
  -- 1 pending, 2 settled, 3 expired, 4 cancelled, 5 held.
  state           smallint    NOT NULL CHECK (state BETWEEN 1 AND 5),
  created_at      timestamptz NOT NULL,
  expires_at      timestamptz NOT NULL,
  settled_at      timestamptz,
  -- Whether the payment waits at our node for our word (hold_invoice).
  is_hold         boolean     NOT NULL,
  UNIQUE (provider, reference),
  CONSTRAINT invoice_settled_is_paid CHECK (
    (state = 2) = (paid_msat > 0 AND settled_at IS NOT NULL)),
  CONSTRAINT invoice_held_is_hold CHECK (state <> 5 OR is_hold)
) WITH (fillfactor = 80);
CREATE INDEX invoice_escrow ON invoice (escrow_id, id);
CREATE INDEX invoice_watched ON invoice (expires_at) WHERE state IN (1, 3, 4);

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
  -- Who got how much: an id and an amount, 24 bytes each. With the fee, they are the gross.
  parts          bytea       NOT NULL CHECK (length(parts) % 24 = 0),
  issued_at      timestamptz NOT NULL
);
CREATE INDEX receipt_escrow ON receipt (escrow_id, id);
CREATE TRIGGER receipt_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON receipt
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
