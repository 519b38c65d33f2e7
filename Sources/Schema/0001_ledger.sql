-- What one column alone must be is a domain rather than a CHECK of its table: a session plans a
-- domain's rule once, while each statement that writes to a table parses the table's CHECKs anew.
-- A CHECK is for what several columns must be together.
CREATE DOMAIN nat_int2 AS smallint CHECK (VALUE >= 0);
CREATE DOMAIN nat_int4 AS integer CHECK (VALUE >= 0);
CREATE DOMAIN nat_int8 AS bigint CHECK (VALUE >= 0);
CREATE DOMAIN pos_int2 AS smallint CHECK (VALUE > 0);
CREATE DOMAIN pos_int4 AS integer CHECK (VALUE > 0);
CREATE DOMAIN pos_int8 AS bigint CHECK (VALUE > 0);
CREATE DOMAIN bytes32 AS bytea CHECK (length(VALUE) = 32);
CREATE DOMAIN asset_code AS text CHECK (VALUE ~ '^[A-Z]{3,4}$');

-- The books. Amounts are whole smallest units (millisatoshis, kobo, cents), never floats.

-- One account of one asset. Its balance is the difference of two sums that only grow.
-- Nothing that changes is indexed and pages are half empty, so a posting is a heap-only update.
CREATE TABLE ledger_account (
  id             uuid     PRIMARY KEY,
  kind           smallint NOT NULL,
  asset          asset_code NOT NULL,
  debits         nat_int8 NOT NULL,
  credits        nat_int8 NOT NULL,
  -- Assets and expenses grow by debits, liabilities and income by credits.
  is_debit_normal boolean NOT NULL,
  -- Only the stripes of a platform account may be below zero: their sum counts, not each.
  may_overdraw   boolean  NOT NULL,
  CONSTRAINT ledger_account_not_overdrawn CHECK (
    may_overdraw OR CASE WHEN is_debit_normal THEN debits >= credits ELSE credits >= debits END)
) WITH (fillfactor = 50);

-- One movement: the same amount leaves one account and enters another, so the books balance by
-- construction. The transfers of one decision share transaction_id.
CREATE TABLE ledger_transfer (
  id             uuid        PRIMARY KEY,
  transaction_id uuid        NOT NULL,
  debit_account  uuid        NOT NULL,
  credit_account uuid        NOT NULL,
  asset          text        NOT NULL,
  amount         pos_int8    NOT NULL,
  kind           smallint    NOT NULL,
  created_at     timestamptz NOT NULL,
  CONSTRAINT ledger_transfer_two_accounts CHECK (debit_account <> credit_account)
);
CREATE INDEX ledger_transfer_debit ON ledger_transfer (debit_account, id);
CREATE INDEX ledger_transfer_credit ON ledger_transfer (credit_account, id);
CREATE INDEX ledger_transfer_transaction ON ledger_transfer (transaction_id, id);

-- One row for each decision: its idempotency record, its outbox event and its audit entry in one.
CREATE TABLE journal (
  id          uuid        PRIMARY KEY,
  created_at  timestamptz NOT NULL,
  -- First half of SHA-256(principal, method, request id); null for a request without an id.
  request_key uuid        UNIQUE,
  -- HMAC-SHA-256 of the request without its id, under the secret of the server that stored it: the
  -- same key with another request is refused.
  fingerprint bytea       NOT NULL,
  actor       text        NOT NULL,
  method      text        NOT NULL,
  -- 0 accepted, else the gRPC status of the refusal.
  status      smallint    NOT NULL,
  -- The answer's wire bytes, or the refusal (Commit/Refusal.swift).
  response    bytea       NOT NULL,
  event_type  text,
  subject     text,
  -- Full name of the message in response.
  payload_type text,
  reason      text,
  CONSTRAINT journal_refused_has_no_event CHECK (status = 0 OR event_type IS NULL)
);
CREATE INDEX journal_subject ON journal (subject, id) WHERE event_type IS NOT NULL;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER ledger_transfer_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_transfer
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_account_kept BEFORE DELETE OR TRUNCATE ON ledger_account
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
