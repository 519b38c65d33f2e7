CREATE DOMAIN basis_points AS integer CHECK (VALUE BETWEEN 0 AND 1000);
-- 1 client, 2 freelancer, 3 both.
CREATE DOMAIN fee_payer AS smallint CHECK (VALUE BETWEEN 1 AND 3);
-- Bit 0 the client, bit 1 the freelancer.
CREATE DOMAIN consents AS smallint CHECK (VALUE BETWEEN 0 AND 3);
-- As paylyt.escrow.v1.Escrow.State.
CREATE DOMAIN escrow_state AS smallint CHECK (VALUE BETWEEN 1 AND 12);
-- As paylyt.escrow.v1.Milestone.State, without what follows from the escrow's.
CREATE DOMAIN milestone_state AS smallint CHECK (VALUE BETWEEN 1 AND 9);
-- 1 release, 2 refund.
CREATE DOMAIN receipt_kind AS smallint CHECK (VALUE IN (1, 2));

-- What the platform takes; the latest version counts for terms of jobs that are written.
CREATE TABLE fee_schedule (
  id           uuid        PRIMARY KEY,
  series       text        NOT NULL,
  version      pos_int4    NOT NULL UNIQUE,
  basis_points basis_points NOT NULL,
  fixed_msat   nat_int8    NOT NULL,
  min_msat     nat_int8    NOT NULL,
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
  -- The fees that the job's terms had.
  fee_version      integer   NOT NULL,
  fee_basis_points basis_points NOT NULL,
  fee_fixed_msat   nat_int8  NOT NULL,
  fee_min_msat     nat_int8  NOT NULL,
  fee_max_msat     bigint    NOT NULL CHECK (fee_max_msat >= fee_min_msat),
  fee_payer        fee_payer NOT NULL,
  deadline_at    timestamptz NOT NULL,
  fund_by        timestamptz NOT NULL,
  inspection_seconds pos_int8 NOT NULL,
  revisions_max  nat_int2    NOT NULL,
  is_returned_by_timer boolean NOT NULL,
  state          escrow_state NOT NULL,
  amount_msat    pos_int8    NOT NULL,
  -- What the client pays on top for the platform.
  client_fee_msat nat_int8   NOT NULL,
  funded_msat    bigint      NOT NULL,
  released_msat  nat_int8    NOT NULL,
  refunded_msat  nat_int8    NOT NULL,
  disputed_msat  nat_int8    NOT NULL,
  fee_taken_msat bigint      NOT NULL,
  client_fee_taken_msat bigint NOT NULL,
  invoices_made  nat_int4    NOT NULL,
  is_paid_late   boolean     NOT NULL,
  is_overpaid    boolean     NOT NULL,
  -- An admin stopped everything that would take money out.
  is_frozen      boolean     NOT NULL,
  state_before_dispute smallint,
  dispute_id     uuid,
  cancel_consents  consents  NOT NULL,
  cancellable_until timestamptz,
  restate_consents consents  NOT NULL,
  -- What one side has proposed; the amounts are at the milestones.
  restated_deadline_at timestamptz,
  -- What would be added: one a line, the amount before the title.
  new_milestones text        NOT NULL,
  restatable_until timestamptz,
  payee_count    nat_int2    NOT NULL,
  version        pos_int8    NOT NULL,
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
  CONSTRAINT escrow_new_milestones_are_proposed CHECK (
    new_milestones = '' OR restate_consents <> 0),
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
  position      pos_int2    NOT NULL,
  title         text        NOT NULL,
  -- Zero when a smaller scope dropped it.
  amount_msat   nat_int8    NOT NULL,
  released_msat bigint      NOT NULL CHECK (released_msat BETWEEN 0 AND amount_msat),
  state         milestone_state NOT NULL,
  delivery_note text        NOT NULL,
  submitted_at  timestamptz,
  review_until  timestamptz,
  is_review_prolonged boolean NOT NULL,
  revisions     nat_int2    NOT NULL,
  revision_note text        NOT NULL,
  restated_msat nat_int8,
  UNIQUE (escrow_id, position)
) WITH (fillfactor = 50);

-- Who shares what the freelancer gets; weight zero: no longer.
CREATE TABLE escrow_payee (
  id        uuid     PRIMARY KEY,
  escrow_id uuid     NOT NULL,
  user_id   uuid     NOT NULL REFERENCES app_user,
  weight    nat_int4 NOT NULL,
  position  pos_int2 NOT NULL,
  UNIQUE (escrow_id, position)
) WITH (fillfactor = 50);

CREATE TABLE invoice (
  id              uuid        PRIMARY KEY,
  escrow_id       uuid        NOT NULL,
  provider        text        NOT NULL,
  -- Ours; the provider refuses or repeats an invoice with a reference that it knows.
  reference       text        NOT NULL,
  provider_id     text        NOT NULL,
  payment_hash    bytes32     NOT NULL UNIQUE,
  payment_request text        NOT NULL,
  amount_msat     pos_int8    NOT NULL,
  paid_msat       nat_int8    NOT NULL,
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
-- What rounds ask providers about: first what is waited for.
CREATE INDEX invoice_pending ON invoice (expires_at, id) WHERE state = 1;
CREATE INDEX invoice_ended ON invoice (expires_at, id) WHERE state IN (3, 4);

CREATE TABLE receipt (
  id             uuid        PRIMARY KEY,
  escrow_id      uuid        NOT NULL,
  transaction_id uuid        NOT NULL,
  kind           receipt_kind NOT NULL,
  client_id      uuid        NOT NULL,
  freelancer_id  uuid        NOT NULL,
  gross_msat     pos_int8    NOT NULL,
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
