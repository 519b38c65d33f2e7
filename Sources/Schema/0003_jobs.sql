CREATE TABLE job (
  id             uuid        PRIMARY KEY,
  client_id      uuid        NOT NULL REFERENCES app_user,
  freelancer_id  uuid        REFERENCES app_user,
  title          text        NOT NULL,
  description    text        NOT NULL,
  amount_msat    bigint      NOT NULL CHECK (amount_msat > 0 AND amount_msat % 1000 = 0),
  local_currency text        NOT NULL,
  local_minor    bigint      NOT NULL CHECK (local_minor >= 0),
  rate_numerator bigint      NOT NULL CHECK (rate_numerator > 0),
  rate_denominator bigint    NOT NULL CHECK (rate_denominator > 0),
  rate_at        timestamptz NOT NULL,
  deadline_at    timestamptz NOT NULL,
  terms_sha256   bytea       NOT NULL CHECK (length(terms_sha256) = 32),
  -- 1 open, 2 assigned, 3 cancelled. From 2 on, what users see follows from the escrow.
  state          smallint    NOT NULL CHECK (state BETWEEN 1 AND 3),
  escrow_id      uuid,
  version        bigint      NOT NULL CHECK (version > 0),
  created_at     timestamptz NOT NULL,
  CONSTRAINT job_assigned_has_parties CHECK (
    (state = 2) = (freelancer_id IS NOT NULL AND escrow_id IS NOT NULL)),
  CONSTRAINT job_two_parties CHECK (client_id <> freelancer_id)
) WITH (fillfactor = 80);
CREATE INDEX job_client ON job (client_id, id);
CREATE INDEX job_freelancer ON job (freelancer_id, id) WHERE freelancer_id IS NOT NULL;
CREATE INDEX job_open ON job (id) WHERE state = 1;

CREATE TABLE job_milestone (
  id          uuid     PRIMARY KEY,
  job_id      uuid     NOT NULL REFERENCES job,
  position    smallint NOT NULL CHECK (position > 0),
  title       text     NOT NULL,
  amount_msat bigint   NOT NULL CHECK (amount_msat > 0 AND amount_msat % 1000 = 0),
  UNIQUE (job_id, position)
);
