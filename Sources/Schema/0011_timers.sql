-- What happens by itself at its time (Timers/Timer.swift). Rows come with the commit that gives the
-- reason, and are removed by whoever let them go off.
CREATE TABLE timer (
  id         uuid        PRIMARY KEY,
  kind       smallint    NOT NULL CHECK (kind > 0),
  subject_id uuid        NOT NULL,
  part       smallint    NOT NULL,
  -- Moved into the future by the server that takes it: until then it is nobody else's.
  due_at     timestamptz NOT NULL,
  attempts   integer     NOT NULL CHECK (attempts >= 0)
) WITH (fillfactor = 70);
CREATE INDEX timer_due ON timer (due_at);
