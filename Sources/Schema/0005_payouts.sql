CREATE TABLE payout (
  id              uuid        PRIMARY KEY,
  user_id         uuid        NOT NULL,
  -- As paylyt.payouts.v1.Payout.State.
  state           smallint    NOT NULL CHECK (state BETWEEN 1 AND 6),
  amount_msat     bigint      NOT NULL CHECK (amount_msat > 0 AND amount_msat % 1000 = 0),
  fee_limit_msat  bigint      NOT NULL CHECK (fee_limit_msat >= 0),
  fee_msat        bigint      NOT NULL CHECK (fee_msat BETWEEN 0 AND fee_limit_msat),
  lightning_address text      NOT NULL,
  provider        text        NOT NULL,
  -- Ours, fixed for the life of the payout: asking again is safe, sending anew is not.
  reference       text        NOT NULL,
  -- What is paid; fixed before the first attempt leaves.
  payment_request text        NOT NULL,
  preimage        bytea       NOT NULL,
  failure_reason  text        NOT NULL,
  attempts        integer     NOT NULL CHECK (attempts >= 0),
  next_attempt_at timestamptz NOT NULL,
  version         bigint      NOT NULL CHECK (version > 0),
  created_at      timestamptz NOT NULL,
  updated_at      timestamptz NOT NULL,
  UNIQUE (provider, reference)
) WITH (fillfactor = 70);
CREATE INDEX payout_user ON payout (user_id, id);
CREATE INDEX payout_open ON payout (next_attempt_at) WHERE state < 5;
