-- Bytes that users have sent in; their pieces come first, and count once this row is there.
CREATE TABLE stored_file (
  id           uuid        PRIMARY KEY,
  name         text        NOT NULL,
  content_type text        NOT NULL,
  size_bytes   pos_int8    NOT NULL,
  sha256       bytes32     NOT NULL,
  uploader_id  uuid        NOT NULL REFERENCES app_user,
  created_at   timestamptz NOT NULL
);
CREATE TRIGGER stored_file_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON stored_file
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE stored_file_piece (
  file_id uuid    NOT NULL,
  number  nat_int4 NOT NULL,
  content bytea   NOT NULL CHECK (length(content) > 0),
  PRIMARY KEY (file_id, number)
);
-- Pictures and archives do not shrink, and are read as they are.
ALTER TABLE stored_file_piece ALTER COLUMN content SET STORAGE EXTERNAL;

-- Why the money of an escrow is frozen, and what became of it.
CREATE TABLE dispute (
  id             uuid        PRIMARY KEY,
  escrow_id      uuid        NOT NULL,
  client_id      uuid        NOT NULL,
  freelancer_id  uuid        NOT NULL,
  -- 1 the client, 2 the freelancer.
  opened_by      smallint    NOT NULL CHECK (opened_by IN (1, 2)),
  reason         text        NOT NULL,
  frozen_msat    pos_int8    NOT NULL,
  opened_at      timestamptz NOT NULL,
  evidence_until timestamptz NOT NULL,
  -- As paylyt.escrow.v1.Dispute.State.
  state          smallint    NOT NULL CHECK (state BETWEEN 1 AND 5),
  -- The offer on the table.
  offered_by     smallint    CHECK (offered_by IN (1, 2)),
  offered_msat   bigint      CHECK (offered_msat BETWEEN 0 AND frozen_msat),
  offered_at     timestamptz,
  offers_made    nat_int4    NOT NULL,
  offers_of_client nat_int4  NOT NULL CHECK (offers_of_client <= offers_made),
  -- The ruling that one admin has made and another one must confirm.
  proposed_by    uuid,
  proposed_msat  bigint      CHECK (proposed_msat BETWEEN 0 AND frozen_msat),
  proposed_at    timestamptz,
  -- What the freelancer got, with the fee in it; the rest was the client's.
  decided_msat   bigint      CHECK (decided_msat BETWEEN 0 AND frozen_msat),
  decided_by     uuid,
  ruling         text        NOT NULL,
  version        pos_int8    NOT NULL,
  updated_at     timestamptz NOT NULL,
  CONSTRAINT dispute_offer_is_whole
    CHECK (num_nulls(offered_by, offered_msat, offered_at) IN (0, 3)),
  CONSTRAINT dispute_proposal_is_whole
    CHECK (num_nulls(proposed_by, proposed_msat, proposed_at) IN (0, 3)),
  CONSTRAINT dispute_decided_has_a_sum CHECK ((state IN (3, 4)) = (decided_msat IS NOT NULL)),
  CONSTRAINT dispute_ruled_by_somebody CHECK ((state = 4) = (decided_by IS NOT NULL))
) WITH (fillfactor = 70);
-- One open dispute for an escrow.
CREATE UNIQUE INDEX dispute_one_open ON dispute (escrow_id) WHERE state IN (1, 2);
CREATE INDEX dispute_client ON dispute (client_id, id);
CREATE INDEX dispute_freelancer ON dispute (freelancer_id, id);
CREATE INDEX dispute_state ON dispute (state, id);
CREATE INDEX dispute_escrow ON dispute (escrow_id, id);

CREATE TABLE evidence (
  id         uuid        PRIMARY KEY,
  dispute_id uuid        NOT NULL REFERENCES dispute,
  file_id    uuid        NOT NULL REFERENCES stored_file,
  -- 1 the client, 2 the freelancer.
  side       smallint    NOT NULL CHECK (side IN (1, 2)),
  note       text        NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX evidence_dispute ON evidence (dispute_id, id);
CREATE TRIGGER evidence_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The files that a freelancer delivers for a milestone.
CREATE TABLE deliverable (
  id         uuid        PRIMARY KEY,
  escrow_id  uuid        NOT NULL,
  position   pos_int2    NOT NULL,
  file_id    uuid        NOT NULL REFERENCES stored_file,
  created_at timestamptz NOT NULL
);
CREATE INDEX deliverable_escrow ON deliverable (escrow_id, id);
CREATE TRIGGER deliverable_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON deliverable
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- An admin's decision over an escrow that another one must confirm; one for each escrow.
CREATE TABLE escrow_override (
  id            uuid        PRIMARY KEY,
  escrow_id     uuid        NOT NULL UNIQUE,
  proposed_by   uuid        NOT NULL,
  -- What the freelancer would get, with the fee in it.
  to_freelancer_msat nat_int8 NOT NULL,
  to_client_msat nat_int8   NOT NULL,
  -- What the escrow had come to when it was decided on: its state, and what was moved.
  course        text        NOT NULL,
  proposed_at   timestamptz NOT NULL
) WITH (fillfactor = 70);
