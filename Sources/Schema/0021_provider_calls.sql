-- What was asked of those outside (providers, our own node, services of Lightning addresses), for
-- whoever must find out what became of a payment. Nothing follows from it: what counts is in the
-- rows of payouts and invoices. A bounded time is kept.
CREATE TABLE provider_call (
  id           uuid        PRIMARY KEY,
  provider     text        NOT NULL,
  -- As paylyt.providers.v1.ProviderCall.
  operation    smallint    NOT NULL CHECK (operation BETWEEN 1 AND 15),
  outcome      smallint    NOT NULL CHECK (outcome BETWEEN 1 AND 5),
  -- Ours, by which the provider knows it; empty when it has none.
  reference    text        NOT NULL CHECK (length(reference) <= 200),
  -- 32 bytes, or none.
  payment_hash bytea       NOT NULL CHECK (length(payment_hash) IN (0, 32)),
  -- What it is about, where the call says how much.
  asset        text,
  units        bigint,
  answer       text        NOT NULL CHECK (length(answer) <= 300),
  -- What the wire told: the last status, the provider's own number of the request, its words.
  status       text        NOT NULL CHECK (length(status) <= 100),
  request_id   text        NOT NULL CHECK (length(request_id) <= 100),
  detail       text        NOT NULL CHECK (length(detail) <= 1000),
  -- How many requests it took, the last time.
  attempts     integer     NOT NULL CHECK (attempts >= 0),
  -- How often in a row it was asked and this was the answer.
  times        bigint      NOT NULL CHECK (times >= 1),
  started_at   timestamptz NOT NULL,
  -- When the last answer came; null while there is none.
  ended_at     timestamptz,
  kept_until   timestamptz NOT NULL,
  CONSTRAINT provider_call_amount CHECK ((asset IS NULL) = (units IS NULL)),
  CONSTRAINT provider_call_end CHECK ((outcome = 1) = (ended_at IS NULL))
) WITH (fillfactor = 80);
CREATE INDEX provider_call_reference ON provider_call (reference, id) WHERE reference <> '';
CREATE INDEX provider_call_hash ON provider_call (payment_hash, id) WHERE payment_hash <> '';
-- What somebody may have to look into.
CREATE INDEX provider_call_doubt ON provider_call (outcome, id) WHERE outcome IN (1, 5);
CREATE INDEX provider_call_kept ON provider_call (kept_until);
