-- What an application of its own would have: the hand-written form that PayLyt is compared with.
-- Account 1 is the platform's, which every operation touches; 2...10001 are users.
CREATE TABLE account (
  id         bigint      PRIMARY KEY,
  currency   char(3)     NOT NULL DEFAULT 'BTC',
  balance    bigint      NOT NULL,
  version    bigint      NOT NULL DEFAULT 0,
  updated_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 50);
CREATE TABLE escrow (
  id         uuid        PRIMARY KEY,
  state      smallint    NOT NULL,
  amount     bigint      NOT NULL CHECK (amount > 0),
  released   bigint      NOT NULL DEFAULT 0 CHECK (released BETWEEN 0 AND amount),
  payer      bigint      NOT NULL,
  payee      bigint      NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 70);
-- Append only: every row moves an amount from one account to another.
CREATE TABLE entry (
  id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  escrow_id  uuid        NOT NULL,
  debit      bigint      NOT NULL,
  credit     bigint      NOT NULL,
  amount     bigint      NOT NULL,
  kind       smallint    NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX entry_escrow ON entry (escrow_id);
CREATE TABLE idempotency_key (
  key        uuid        PRIMARY KEY,
  escrow_id  uuid        NOT NULL,
  status     smallint    NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE event (
  id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  escrow_id  uuid        NOT NULL,
  kind       smallint    NOT NULL,
  payload    bytea       NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO account (id, balance) SELECT id, 1000000000000 FROM generate_series(1, 10001) AS id;
-- For the release: escrows 1...100000, numbered so that pgbench can draw one.
INSERT INTO escrow (id, state, amount, payer, payee)
  SELECT lpad(to_hex(number), 32, '0')::uuid, 1, 1000000000, 2 + number % 10000,
    2 + number * 7919 % 10000
  FROM generate_series(1, 100000) AS number;
VACUUM (ANALYZE);
CHECKPOINT;
