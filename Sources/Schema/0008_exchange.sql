-- Wallets whose owners may not take anything out. A wallet that was never frozen has no row.
CREATE TABLE wallet_freeze (
  -- The user's.
  id         uuid        PRIMARY KEY,
  is_frozen  boolean     NOT NULL,
  reason     text        NOT NULL,
  version    pos_int8    NOT NULL,
  updated_at timestamptz NOT NULL
);

-- What one admin has said of the money of a deleted account, for another one to confirm.
CREATE TABLE wallet_handover (
  -- The deleted user's.
  id          uuid        PRIMARY KEY,
  receiver_id uuid        NOT NULL,
  proposed_by uuid        NOT NULL,
  -- What was in the wallet then, such as `BTC 1000, NGN 5`.
  holdings    text        NOT NULL,
  proposed_at timestamptz NOT NULL
);

-- A locked rate and the amounts that it makes. One side is BTC.
CREATE TABLE fx_quote (
  id               uuid        PRIMARY KEY,
  user_id          uuid        NOT NULL,
  from_asset       text        NOT NULL,
  to_asset         text        NOT NULL,
  from_units       pos_int8    NOT NULL,
  to_units         pos_int8    NOT NULL,
  -- What the market would pay, and who gets it: to_units are the user's.
  gross_units      bigint      NOT NULL,
  spread_units     nat_int8    NOT NULL,
  -- Minor units of the currency for millisatoshis.
  rate_numerator   pos_int8    NOT NULL,
  rate_denominator pos_int8    NOT NULL,
  -- The one conversion that it was executed as.
  conversion_id    uuid,
  expires_at       timestamptz NOT NULL,
  created_at       timestamptz NOT NULL,
  CONSTRAINT fx_quote_one_side_is_btc CHECK ((from_asset = 'BTC') <> (to_asset = 'BTC')),
  CONSTRAINT fx_quote_adds_up CHECK (to_units + spread_units <= gross_units)
) WITH (fillfactor = 80);

-- Those that nobody used are removed.
CREATE INDEX fx_quote_unused ON fx_quote (expires_at) WHERE conversion_id IS NULL;

-- Where conversions of a currency queue whose exposure is limited: NGN 2, KES 3, GHS 4, USD 5.
CREATE TABLE fx_exposure_gate (
  id       uuid   PRIMARY KEY,
  passages bigint NOT NULL
);
INSERT INTO fx_exposure_gate VALUES
  ('00000000-0000-7000-8000-000000020000', 0), ('00000000-0000-7000-8000-000000030000', 0),
  ('00000000-0000-7000-8000-000000040000', 0), ('00000000-0000-7000-8000-000000050000', 0);

CREATE TABLE conversion (
  id               uuid        PRIMARY KEY,
  user_id          uuid        NOT NULL,
  quote_id         uuid        UNIQUE,
  escrow_id        uuid,
  from_asset       text        NOT NULL,
  to_asset         text        NOT NULL,
  from_units       pos_int8    NOT NULL,
  to_units         pos_int8    NOT NULL,
  gross_units      bigint      NOT NULL,
  spread_units     nat_int8    NOT NULL,
  rate_numerator   pos_int8    NOT NULL,
  rate_denominator pos_int8    NOT NULL,
  transaction_id   uuid        NOT NULL,
  created_at       timestamptz NOT NULL,
  CONSTRAINT conversion_one_side_is_btc CHECK ((from_asset = 'BTC') <> (to_asset = 'BTC')),
  CONSTRAINT conversion_adds_up CHECK (to_units + spread_units <= gross_units),
  CONSTRAINT conversion_has_one_origin CHECK ((quote_id IS NULL) <> (escrow_id IS NULL))
);
CREATE INDEX conversion_user ON conversion (user_id, id);
CREATE TRIGGER conversion_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON conversion
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
