-- Lightning invoices whose payment goes to a wallet.
CREATE TABLE deposit (
  id              uuid        PRIMARY KEY,
  user_id         uuid        NOT NULL,
  provider        text        NOT NULL,
  -- Ours; the provider refuses or repeats an invoice with a reference that it knows.
  reference       text        NOT NULL,
  provider_id     text        NOT NULL,
  payment_hash    bytes32     NOT NULL UNIQUE,
  payment_request text        NOT NULL,
  amount_msat     pos_int8    NOT NULL,
  paid_msat       nat_int8    NOT NULL,
  -- As paylyt.wallets.v1.Deposit.State.
  state           smallint    NOT NULL CHECK (state BETWEEN 1 AND 3),
  created_at      timestamptz NOT NULL,
  expires_at      timestamptz NOT NULL,
  settled_at      timestamptz,
  UNIQUE (provider, reference),
  CONSTRAINT deposit_settled_is_paid CHECK (
    (state = 2) = (paid_msat > 0 AND settled_at IS NOT NULL))
) WITH (fillfactor = 80);
CREATE INDEX deposit_user ON deposit (user_id, id);
-- For admins who look for those in a state.
CREATE INDEX deposit_state ON deposit (state, id);
-- What rounds ask providers about: first what is waited for.
CREATE INDEX deposit_pending ON deposit (expires_at, id) WHERE state = 1;
CREATE INDEX deposit_ended ON deposit (expires_at, id) WHERE state = 3;
