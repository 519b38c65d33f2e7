-- What operators can pause. A row comes with the first pause; without one, it goes on.
CREATE TABLE capability_switch (
  id         uuid        PRIMARY KEY,
  -- As paylyt.admin.v1.Capability.
  capability smallint    NOT NULL UNIQUE CHECK (capability BETWEEN 1 AND 8),
  is_paused  boolean     NOT NULL,
  reason     text        NOT NULL,
  version    pos_int8    NOT NULL,
  updated_at timestamptz NOT NULL
) WITH (fillfactor = 70);

-- Adjusting entries: proposed by one admin and booked by another one, never changed afterwards.
CREATE TABLE correction (
  id             uuid        PRIMARY KEY,
  -- As paylyt.admin.v1.Correction.
  kind           smallint    NOT NULL CHECK (kind BETWEEN 1 AND 4),
  user_id        uuid        REFERENCES app_user,
  asset          asset_code  NOT NULL,
  units          pos_int8    NOT NULL,
  -- A resource's name; empty for none.
  subject        text        NOT NULL,
  reason         text        NOT NULL,
  proposer       uuid        NOT NULL REFERENCES app_user,
  -- 1 proposed, 2 booked, 3 withdrawn.
  state          smallint    NOT NULL CHECK (state BETWEEN 1 AND 3),
  approver       uuid        REFERENCES app_user,
  transaction_id uuid,
  created_at     timestamptz NOT NULL,
  decided_at     timestamptz,
  version        pos_int8    NOT NULL,
  CONSTRAINT correction_of_wallet CHECK ((kind >= 3) = (user_id IS NOT NULL)),
  CONSTRAINT correction_two_admins CHECK (proposer <> approver),
  CONSTRAINT correction_own_case CHECK (user_id <> proposer AND user_id <> approver),
  CONSTRAINT correction_booked CHECK (
    (state = 2) = (approver IS NOT NULL) AND (state = 2) = (transaction_id IS NOT NULL)
    AND (state = 1) = (decided_at IS NULL))
) WITH (fillfactor = 70);
CREATE INDEX correction_state ON correction (state, id);
CREATE TRIGGER correction_decided BEFORE UPDATE ON correction
  FOR EACH ROW WHEN (OLD.state <> 1) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER correction_kept BEFORE DELETE OR TRUNCATE ON correction
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What every command of a capability reads. It is read without a lock: a lock of one row by every
-- batch of all servers would be a queue.
CREATE VIEW capability_state AS SELECT id, is_paused FROM capability_switch;
