CREATE TABLE job (
  id             uuid        PRIMARY KEY,
  client_id      uuid        NOT NULL REFERENCES app_user,
  freelancer_id  uuid        REFERENCES app_user,
  title          text        NOT NULL,
  description    text        NOT NULL,
  amount_msat    bigint      NOT NULL CHECK (amount_msat > 0 AND amount_msat % 1000 = 0),
  local_currency text        NOT NULL,
  -- Empty, all four, when the market had no rate.
  local_minor    nat_int8,
  rate_numerator pos_int8,
  rate_denominator pos_int8,
  rate_at        timestamptz,
  deadline_at    timestamptz NOT NULL,
  -- What the escrow will be opened with (0004_escrow.sql).
  fee_payer      smallint    NOT NULL CHECK (fee_payer BETWEEN 1 AND 3),
  inspection_seconds pos_int8 NOT NULL,
  revisions_max  nat_int2    NOT NULL,
  is_returned_by_timer boolean NOT NULL,
  -- A version of the fee schedule: the one of the moment when the terms were written.
  fee_version    pos_int4    NOT NULL,
  fee_basis_points integer   NOT NULL CHECK (fee_basis_points BETWEEN 0 AND 1000),
  fee_fixed_msat nat_int8    NOT NULL,
  fee_min_msat   nat_int8    NOT NULL,
  fee_max_msat   bigint      NOT NULL CHECK (fee_max_msat >= fee_min_msat),
  -- Whether the client picks one of those who apply.
  requires_application boolean NOT NULL,
  -- Grows with each change of the terms.
  terms_version  pos_int4    NOT NULL,
  terms_sha256   bytes32     NOT NULL,
  -- 1 open, 2 assigned, 3 cancelled, 4 draft, 5 expired. In 2, what users see follows from the
  -- escrow.
  state          smallint    NOT NULL CHECK (state BETWEEN 1 AND 5),
  escrow_id      uuid,
  version        pos_int8    NOT NULL,
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  CONSTRAINT job_assigned_has_parties CHECK (
    (state = 2) = (freelancer_id IS NOT NULL AND escrow_id IS NOT NULL)),
  CONSTRAINT job_worth_is_whole CHECK (
    num_nulls(local_minor, rate_numerator, rate_denominator, rate_at) IN (0, 4)),
  CONSTRAINT job_two_parties CHECK (client_id <> freelancer_id)
) WITH (fillfactor = 80);
CREATE INDEX job_client ON job (client_id, id);
CREATE INDEX job_client_deadline ON job (client_id, deadline_at, id);
CREATE INDEX job_freelancer ON job (freelancer_id, id) WHERE freelancer_id IS NOT NULL;
CREATE INDEX job_freelancer_deadline ON job (freelancer_id, deadline_at, id)
  WHERE freelancer_id IS NOT NULL;
CREATE INDEX job_open ON job (id) WHERE state = 1;
CREATE INDEX job_open_deadline ON job (deadline_at, id) WHERE state = 1;
CREATE INDEX job_open_amount ON job (amount_msat, id) WHERE state = 1;

CREATE TABLE job_milestone (
  id          uuid     PRIMARY KEY,
  job_id      uuid     NOT NULL REFERENCES job,
  number      pos_int2 NOT NULL,
  title       text     NOT NULL,
  amount_msat bigint   NOT NULL CHECK (amount_msat > 0 AND amount_msat % 1000 = 0),
  is_removed  boolean  NOT NULL,
  UNIQUE (job_id, number)
) WITH (fillfactor = 80);

-- A freelancer's offer to do a job; one for each.
CREATE TABLE job_application (
  id            uuid        PRIMARY KEY,
  job_id        uuid        NOT NULL REFERENCES job,
  freelancer_id uuid        NOT NULL REFERENCES app_user,
  proposal      text        NOT NULL,
  -- As paylyt.jobs.v1.Application.State; 5: rejected because another one was accepted.
  state         smallint    NOT NULL CHECK (state BETWEEN 1 AND 5),
  terms_sha256  bytes32     NOT NULL,
  terms_version pos_int4    NOT NULL,
  version       pos_int8    NOT NULL,
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL,
  UNIQUE (job_id, freelancer_id)
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX job_application_one_accepted ON job_application (job_id) WHERE state = 2;
CREATE INDEX job_application_job ON job_application (job_id, id);
CREATE INDEX job_application_freelancer ON job_application (freelancer_id, id);

-- Who agreed to which terms, for ever.
CREATE TABLE terms_acceptance (
  id            uuid        PRIMARY KEY,
  job_id        uuid        NOT NULL,
  freelancer_id uuid        NOT NULL,
  escrow_id     uuid        NOT NULL UNIQUE,
  terms_sha256  bytes32     NOT NULL,
  terms_version pos_int4    NOT NULL,
  accepted_at   timestamptz NOT NULL
);
CREATE INDEX terms_acceptance_job ON terms_acceptance (job_id);
CREATE TRIGGER terms_acceptance_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON terms_acceptance
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
