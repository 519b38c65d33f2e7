-- Users' servers that are told what happens. The secrets are sealed, as beneficiaries' details are.
CREATE TABLE webhook_endpoint (
  id                  uuid        PRIMARY KEY,
  user_id             uuid        NOT NULL,
  -- The same until it is deleted.
  live_user_id        uuid        CHECK (live_user_id = user_id),
  slot                smallint    NOT NULL CHECK (slot BETWEEN 0 AND 9),
  url                 text        NOT NULL,
  -- Of the url, in small letters.
  host                text        NOT NULL,
  description         text        NOT NULL,
  -- With a space between them; empty for all.
  types               text        NOT NULL,
  -- As paylyt.webhooks.v1.WebhookEndpoint.State.
  state               smallint    NOT NULL CHECK (state BETWEEN 1 AND 4),
  state_reason        text        NOT NULL,
  key_id              nat_int4    NOT NULL,
  -- Empty once it was wiped.
  secret              bytea       NOT NULL,
  previous_key_id     integer,
  previous_secret     bytea,
  previous_expires_at timestamptz,
  created_at          timestamptz NOT NULL,
  updated_at          timestamptz NOT NULL,
  version             pos_int8    NOT NULL,
  UNIQUE (live_user_id, slot),
  CONSTRAINT webhook_endpoint_deleted CHECK (
    (state = 4) = (live_user_id IS NULL) AND (state = 4) = (length(secret) = 0)),
  CONSTRAINT webhook_endpoint_previous CHECK (
    num_nulls(previous_key_id, previous_secret, previous_expires_at) IN (0, 3))
) WITH (fillfactor = 80);
CREATE INDEX webhook_endpoint_failed ON webhook_endpoint (id) WHERE state = 3;
CREATE INDEX webhook_endpoint_key ON webhook_endpoint (key_id) WHERE length(secret) > 0;

-- How far each endpoint has come in the log, and which server sends to it.
CREATE TABLE webhook_cursor (
  id            uuid        PRIMARY KEY,
  position      nat_int8    NOT NULL,
  holder        uuid        NOT NULL,
  leased_until  timestamptz NOT NULL,
  paused_until  timestamptz NOT NULL,
  failures      nat_int4    NOT NULL,
  failing_since timestamptz,
  -- Whether the last attempt was answered well and in time.
  is_prompt     boolean     NOT NULL
) WITH (fillfactor = 50);
CREATE INDEX webhook_cursor_leased ON webhook_cursor (leased_until);

-- One event for one endpoint.
CREATE TABLE webhook_delivery (
  id              uuid        PRIMARY KEY,
  endpoint_id     uuid        NOT NULL,
  event_id        uuid        NOT NULL,
  event_type      text        NOT NULL,
  position        pos_int8    NOT NULL,
  -- As paylyt.webhooks.v1.WebhookDelivery.State.
  state           smallint    NOT NULL CHECK (state BETWEEN 1 AND 3),
  attempts        nat_int4    NOT NULL,
  next_attempt_at timestamptz NOT NULL,
  last_status     integer     NOT NULL,
  last_error      text        NOT NULL,
  last_attempt_at timestamptz,
  created_at      timestamptz NOT NULL,
  UNIQUE (endpoint_id, event_id)
) WITH (fillfactor = 70);
CREATE INDEX webhook_delivery_list ON webhook_delivery (endpoint_id, id);
CREATE INDEX webhook_delivery_position ON webhook_delivery (endpoint_id, position);
CREATE INDEX webhook_delivery_due ON webhook_delivery (endpoint_id, next_attempt_at)
  WHERE state = 1;
CREATE INDEX webhook_delivery_ended ON webhook_delivery (last_attempt_at) WHERE state <> 1;
