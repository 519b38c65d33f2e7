-- For servers that run with --sandbox; empty everywhere else.

-- By how much time is ahead: one row, once somebody let time pass.
CREATE TABLE sandbox_offset (
  id      uuid   PRIMARY KEY CHECK (id = '00000000-0000-7000-8000-000000000000'),
  seconds nat_int8 NOT NULL
);

-- Failures that users want to see, on calls of their own. A used one makes room for another.
CREATE TABLE sandbox_fault (
  id         uuid     PRIMARY KEY,
  user_id    uuid     NOT NULL,
  slot       smallint NOT NULL CHECK (slot BETWEEN 0 AND 19),
  -- The name of the fault that has the place, which is used for one after the other.
  number     uuid     NOT NULL,
  method     text     NOT NULL,
  -- As paylyt.sandbox.v1.Fault.Kind.
  kind       smallint NOT NULL CHECK (kind BETWEEN 1 AND 6),
  code       smallint NOT NULL CHECK (code BETWEEN 0 AND 16),
  delay_ms   integer  NOT NULL CHECK (delay_ms BETWEEN 0 AND 60000),
  calls_left nat_int4 NOT NULL,
  UNIQUE (user_id, slot)
) WITH (fillfactor = 70);
