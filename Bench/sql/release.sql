\set number random(1, 100000)
\set amount random(100, 1000)
BEGIN;
INSERT INTO idempotency_key (key, escrow_id, status) VALUES (gen_random_uuid(), lpad(to_hex(:number::bigint), 32, '0')::uuid, 0) ON CONFLICT DO NOTHING RETURNING escrow_id AS escrow
\gset
SELECT amount - released AS available, payee FROM escrow WHERE id = :escrow FOR UPDATE
\gset
UPDATE escrow SET state = 2, released = released + :amount WHERE id = :escrow;
INSERT INTO entry (escrow_id, debit, credit, amount, kind) VALUES (:escrow, 0, :payee, :amount::bigint - :amount / 40, 1), (:escrow, 0, 1, :amount / 40, 2);
UPDATE account SET balance = balance + :amount::bigint - :amount / 40, version = version + 1 WHERE id = :payee;
UPDATE account SET balance = balance + :amount / 40, version = version + 1 WHERE id = 1;
INSERT INTO event (escrow_id, kind, payload) VALUES (:escrow, 2, decode('00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff', 'hex'));
COMMIT;
