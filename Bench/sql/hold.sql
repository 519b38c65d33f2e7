\set payer random(2, 10001)
\set payee random(2, 10001)
\set amount random(10, 1000)
BEGIN;
INSERT INTO idempotency_key (key, escrow_id, status) VALUES (gen_random_uuid(), gen_random_uuid(), 0) ON CONFLICT DO NOTHING RETURNING escrow_id AS escrow
\gset
SELECT balance AS available FROM account WHERE id = :payer FOR UPDATE
\gset
INSERT INTO escrow (id, state, amount, payer, payee) VALUES (:escrow, 1, :amount, :payer, :payee);
INSERT INTO entry (escrow_id, debit, credit, amount, kind) VALUES (:escrow, :payer, 1, :amount::bigint - 1, 1), (:escrow, :payer, 1, 1, 2);
UPDATE account SET balance = balance - :amount, version = version + 1 WHERE id = :payer;
UPDATE account SET balance = balance + :amount, version = version + 1 WHERE id = 1;
INSERT INTO event (escrow_id, kind, payload) VALUES (:escrow, 1, decode('00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff', 'hex'));
COMMIT;
