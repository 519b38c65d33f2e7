-- What providers told us, kept as it came. Unique by the provider's own event id.
CREATE TABLE inbound_event (
  id              uuid        PRIMARY KEY,
  provider        text        NOT NULL,
  event_id        text        NOT NULL,
  type            text        NOT NULL,
  body            bytea       NOT NULL,
  -- 1 waiting, 2 applied, 3 ignored (nothing of ours, or unknown), 4 failed for good.
  state           smallint    NOT NULL CHECK (state BETWEEN 1 AND 4),
  attempts        nat_int4    NOT NULL,
  -- Those of the attempts that the provider did not answer: they say nothing about the event.
  unanswered      nat_int4    NOT NULL,
  next_attempt_at timestamptz NOT NULL,
  note            text        NOT NULL,
  received_at     timestamptz NOT NULL,
  UNIQUE (provider, event_id),
  CONSTRAINT inbound_event_unanswered CHECK (unanswered <= attempts)
) WITH (fillfactor = 80);
CREATE INDEX inbound_event_failed ON inbound_event (id) WHERE state = 4;
CREATE INDEX inbound_event_waiting ON inbound_event (next_attempt_at) WHERE state = 1;
