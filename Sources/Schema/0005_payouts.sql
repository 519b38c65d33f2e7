-- The locked rate of a payout to a bank or to mobile money.
CREATE TABLE payout_quote (
  id              uuid        PRIMARY KEY,
  user_id         uuid        NOT NULL,
  beneficiary_id  uuid        NOT NULL,
  provider        text        NOT NULL,
  provider_quote_id text      NOT NULL,
  -- Ours; the payout's for its whole life.
  reference       text        NOT NULL,
  -- What the wallet gives: BTC in millisatoshis, or the currency that is paid out.
  asset           text        NOT NULL,
  amount_units    pos_int8    NOT NULL,
  fee_limit_units nat_int8    NOT NULL,
  settlement_asset text       NOT NULL CHECK (settlement_asset <> 'BTC'),
  settlement_units pos_int8   NOT NULL,
  -- What the provider takes from our float.
  cover_msat      pos_int8    NOT NULL,
  payout_id       uuid,
  -- When it can be used no more, and until when the rail carries it out.
  expires_at      timestamptz NOT NULL,
  locked_until    timestamptz NOT NULL,
  created_at      timestamptz NOT NULL,
  UNIQUE (provider, reference),
  CONSTRAINT payout_quote_is_locked CHECK (expires_at <= locked_until),
  CONSTRAINT payout_quote_source CHECK (
    asset = 'BTC' AND amount_units = cover_msat
    OR asset = settlement_asset AND amount_units >= settlement_units)
) WITH (fillfactor = 80);

CREATE INDEX payout_quote_unused ON payout_quote (expires_at) WHERE payout_id IS NULL;

CREATE TABLE payout (
  id              uuid        PRIMARY KEY,
  user_id         uuid        NOT NULL,
  -- As paylyt.payouts.v1.Payout.State.
  state           smallint    NOT NULL CHECK (state BETWEEN 1 AND 8),
  -- As paylyt.payouts.v1.PayoutMethod.
  method          smallint    NOT NULL CHECK (method BETWEEN 1 AND 4),
  asset           text        NOT NULL,
  amount_units    pos_int8    NOT NULL,
  fee_limit_units nat_int8    NOT NULL,
  fee_units       bigint      NOT NULL CHECK (fee_units BETWEEN 0 AND fee_limit_units),
  -- What it has taken from our float, with its fee; zero until it succeeded.
  charged_msat    nat_int8    NOT NULL,
  -- The part of it that is the fee, as far as the provider keeps it.
  fee_msat        nat_int8    NOT NULL,
  -- What the provider takes from our float, without its fee.
  cover_msat      bigint      NOT NULL CHECK (cover_msat > 0 AND cover_msat % 1000 = 0),
  settlement_asset text       NOT NULL,
  settlement_units pos_int8   NOT NULL,
  -- A Lightning address that was given as such, else what may be shown of the beneficiary.
  destination     text        NOT NULL,
  beneficiary_id  uuid,
  quote_id        uuid        UNIQUE,
  provider_quote_id text      NOT NULL,
  -- The failed payout in whose place it is: there is one replacement at most.
  replaces        uuid        UNIQUE,
  replaced_by     uuid,
  provider        text        NOT NULL,
  -- Ours, fixed for the life of the payout: asking again is safe, sending anew is not.
  reference       text        NOT NULL,
  -- The Lightning invoice that is paid; fixed before the first attempt leaves.
  payment_request text        NOT NULL,
  -- Of that invoice; empty before the first attempt, and for banks.
  payment_hash    bytea       NOT NULL CHECK (octet_length(payment_hash) IN (0, 32)),
  preimage        bytea       NOT NULL,
  failure_reason  text        NOT NULL,
  attempts        nat_int4    NOT NULL,
  next_attempt_at timestamptz NOT NULL,
  version         pos_int8    NOT NULL,
  created_at      timestamptz NOT NULL,
  updated_at      timestamptz NOT NULL,
  -- 1: the provider has paid what had failed here, or a rail calls failed what had arrived; 2: and
  -- people have seen to it, or it came back. 3: what had failed here and was paid has come back;
  -- 4: and people have seen to it.
  contradiction   smallint    NOT NULL CHECK (contradiction BETWEEN 0 AND 4),
  -- What a rail said that it will charge, before it was let go.
  named_fee_msat  bigint      CHECK (
    named_fee_msat IS NULL OR named_fee_msat >= 0 AND method IN (3, 4)),
  UNIQUE (provider, reference),
  CONSTRAINT payout_rail_has_quote CHECK ((method IN (3, 4)) = (quote_id IS NOT NULL)),
  CONSTRAINT payout_lightning_is_bitcoin CHECK (
    method IN (3, 4) OR asset = 'BTC' AND amount_units = cover_msat),
  CONSTRAINT payout_replaced_has_failed CHECK (replaced_by IS NULL OR state = 6),
  CONSTRAINT payout_only_rails_reverse CHECK (state <> 8 OR method IN (3, 4)),
  CONSTRAINT payout_contradicted_is_over CHECK (
    contradiction = 0 OR attempts > 0 AND (
      state = 6 AND (contradiction < 3 OR method IN (3, 4))
      OR method IN (3, 4) AND (state = 5 AND contradiction < 3 OR state = 8 AND contradiction = 2)))
) WITH (fillfactor = 70);
-- One invoice, one payout that has tried to pay it: a node knows payments by their hash alone.
CREATE UNIQUE INDEX payout_payment_hash ON payout (payment_hash)
  WHERE payment_hash <> '';
CREATE INDEX payout_user ON payout (user_id, id);
-- For admins who look for those in a state.
CREATE INDEX payout_state ON payout (state, id);
CREATE INDEX payout_open ON payout (next_attempt_at) WHERE state < 5;
-- What a bank may send back, or pay after all and send back.
CREATE INDEX payout_over_on_rail ON payout (next_attempt_at)
  WHERE state IN (5, 6) AND method IN (3, 4) AND attempts > 0
    AND (state = 5 OR contradiction < 3);
-- What people have to look at.
CREATE INDEX payout_contradicted ON payout (id) WHERE contradiction IN (1, 3);
-- For the comparison with the rail's records.
CREATE INDEX payout_ended_on_rail ON payout (provider, updated_at)
  WHERE state >= 5 AND method IN (3, 4);
CREATE INDEX payout_open_beneficiary ON payout (beneficiary_id)
  WHERE state < 5 AND beneficiary_id IS NOT NULL;
