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

-- What every command of a capability reads. It is read without a lock: a lock of one row by every
-- batch of all servers would be a queue.
CREATE VIEW capability_state AS SELECT id, is_paused FROM capability_switch;
