-- Years of business in the books: every freelancer of prepare.sql was paid by another one, again and
-- again. Each wallet gets as much as it gives, so every invariant of the books holds.
--
-- psql -v rounds=5 -v freelancers=1000000
--   rounds  transfers out of each wallet; a transfer is two ledger entries
\set ON_ERROR_STOP on
SET maintenance_work_mem = '1GB';
BEGIN;
CREATE TEMP TABLE wallet ON COMMIT DROP AS
  SELECT row_number() OVER (ORDER BY id) - 1 AS number, id FROM ledger_account WHERE kind = 1
  ORDER BY id LIMIT :freelancers;
CREATE UNIQUE INDEX ON wallet (number);
SELECT count(*) AS wallets FROM wallet \gset
ANALYZE wallet;

-- Built at once when everything is there: row by row would take an hour.
DROP INDEX ledger_transfer_debit, ledger_transfer_credit;
INSERT INTO ledger_transfer (id, transaction_id, debit_account, credit_account, asset, amount, kind,
    created_at)
  SELECT one.id, one.id, payer.id, payee.id, 'BTC', 1000, 4, now() - interval '1 year'
  FROM generate_series(1, :rounds) AS round
  CROSS JOIN wallet AS payer
  JOIN wallet AS payee ON payee.number = (payer.number + round * 7919::bigint) % :wallets
  CROSS JOIN LATERAL (SELECT (lpad(to_hex(1600000000000 + round * 1000000000::bigint + payer.number), 12, '0')
    || '7000' || '8' || lpad(to_hex(payer.number), 15, '0'))::uuid AS id) AS one;
CREATE INDEX ledger_transfer_debit ON ledger_transfer (debit_account, id);
CREATE INDEX ledger_transfer_credit ON ledger_transfer (credit_account, id);
UPDATE ledger_account SET debits = debits + 1000 * :rounds::bigint, credits = credits + 1000 * :rounds::bigint
  FROM wallet WHERE wallet.id = ledger_account.id;
COMMIT;
VACUUM (ANALYZE) ledger_transfer, ledger_account;
CHECKPOINT;
