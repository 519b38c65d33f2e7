-- What happens by itself at its time (Timers/Timer.swift). Rows come with the commit that gives the
-- reason, and are removed by whoever let them go off.
CREATE TABLE timer (
  id         uuid        PRIMARY KEY,
  kind       pos_int2    NOT NULL,
  subject_id uuid        NOT NULL,
  part       smallint    NOT NULL,
  -- Moved into the future by the server that takes it: until then it is nobody else's.
  due_at     timestamptz NOT NULL,
  attempts   nat_int4    NOT NULL,
  -- 1 waiting, 2 parked (it failed too often), 3 discarded.
  state      smallint    NOT NULL CHECK (state BETWEEN 1 AND 3),
  note       text        NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX timer_due ON timer (due_at) WHERE state = 1;
CREATE INDEX timer_parked ON timer (id) WHERE state = 2;
