-- How far the log was read for notifications: one row, which whoever makes them holds.
CREATE TABLE notification_cursor (
  is_only  boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  position nat_int8 NOT NULL
) WITH (fillfactor = 50);
INSERT INTO notification_cursor (position) VALUES (0);

-- One event that one user is told of.
CREATE TABLE notification (
  -- Follows from event and user (Notifications/Notifier.swift): nobody is told of one twice.
  id         uuid        PRIMARY KEY,
  user_id    uuid        NOT NULL,
  event_id   uuid        NOT NULL,
  event_type text        NOT NULL,
  subject    text        NOT NULL,
  -- As paylyt.notifications.v1.NotificationKind.
  kind       smallint    NOT NULL CHECK (kind BETWEEN 1 AND 6),
  -- Whether it is in the list, or only mailed.
  is_listed  boolean     NOT NULL,
  digest_at  timestamptz,
  created_at timestamptz NOT NULL,
  read_at    timestamptz
) WITH (fillfactor = 80);
-- Both what is unread and the whole list, of which each half is in order: users come at random, and
-- one index more is a third of what a notification costs.
CREATE INDEX notification_list ON notification (user_id, (read_at IS NULL), id) WHERE is_listed;
CREATE INDEX notification_digest ON notification (user_id, digest_at) WHERE digest_at IS NOT NULL;

CREATE TABLE notification_preferences (
  -- The user's.
  id      uuid   PRIMARY KEY,
  -- A byte for each kind that was chosen for (Notifications/NotificationPreferences.swift).
  choices bytea  NOT NULL,
  version pos_int8 NOT NULL
);

-- E-mails that wait, were sent or were given up: of one notification, of a user's day, or with a
-- code.
CREATE TABLE mail (
  id              uuid        PRIMARY KEY,
  user_id         uuid        NOT NULL,
  notification_id uuid        UNIQUE,
  digest_at       timestamptz,
  -- 1 pending, 2 sent, 3 given up.
  state           smallint    NOT NULL CHECK (state BETWEEN 1 AND 3),
  attempts        nat_int4    NOT NULL,
  -- Moved into the future by the server that takes it.
  next_attempt_at timestamptz NOT NULL,
  last_error      text        NOT NULL,
  created_at      timestamptz NOT NULL,
  -- While a server is sending it, and at most until then.
  taken_until     timestamptz,
  -- Of mailed_code. The code itself is in no table: it is made when the e-mail is sent.
  code_id         uuid,
  CONSTRAINT mail_tells_one_thing CHECK (num_nonnulls(notification_id, digest_at, code_id) = 1)
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX mail_digest ON mail (user_id, digest_at) WHERE digest_at IS NOT NULL;
-- How many a user was sent at once of late.
CREATE INDEX mail_at_once ON mail (user_id, created_at) WHERE notification_id IS NOT NULL;
CREATE INDEX mail_code_due ON mail (next_attempt_at) WHERE state = 1 AND code_id IS NOT NULL;
CREATE INDEX mail_notice_due ON mail (next_attempt_at) WHERE state = 1 AND code_id IS NULL;
-- For admins who look for those that wait or were given up, and for the sweeper.
CREATE INDEX mail_state ON mail (state, id);
