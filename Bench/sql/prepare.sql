-- Funded escrows in bulk, as if each had been posted, accepted and paid: for measuring, where making
-- them through the API would take hours. Every constraint and every invariant of the books holds
-- (`GetTrialBalance` says so afterwards); what is missing is history: there are no journal rows.
--
-- psql -v emails="'a@x','b@x'" -v escrows=100000 -v freelancers=10000 -v milestones=2
--   emails       of registered clients, in the order of the work file
--   freelancers  users who are made here and cannot sign in, each with an empty wallet
\set ON_ERROR_STOP on
BEGIN;

-- A version 7 id whose last byte is zero: an entity, to which accounts belong (Identifiers.swift).
CREATE FUNCTION pg_temp.entity(since bigint, number bigint) RETURNS uuid LANGUAGE sql VOLATILE AS $$
  SELECT (lpad(to_hex(since + number / 64), 12, '0') || '7' || lpad(to_hex(number % 64 * 64), 3, '0')
    || '8' || substr(replace(gen_random_uuid()::text, '-', ''), 1, 13) || '00')::uuid
$$;
CREATE FUNCTION pg_temp.part(entity uuid, number text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT overlay(entity::text PLACING number FROM 35)::uuid
$$;
SELECT (extract(epoch FROM now()) * 1000)::bigint - 3600000 AS since \gset

CREATE TEMP TABLE client ON COMMIT DROP AS
  SELECT place - 1 AS number, app_user.id
  FROM unnest(ARRAY[:emails]) WITH ORDINALITY AS wanted(email, place) JOIN app_user USING (email);

CREATE TEMP TABLE freelancer ON COMMIT DROP AS
  SELECT number, pg_temp.entity(:since - 3600000, number) AS id
  FROM generate_series(0, :freelancers - 1) AS number;
INSERT INTO app_user (id, email, password_hash, display_name, roles, created_at, failed_logins, state,
    session_epoch, failed_pins, kyc_tier, version, failed_reauthentications)
  SELECT id, id || '@example.com', '!', 'Load', 2, now(), 0, 1, 1, 0, 3, 1, 0 FROM freelancer;
INSERT INTO ledger_account (id, kind, asset, debits, credits, is_debit_normal, may_overdraw)
  SELECT pg_temp.part(id, '11'), 1, 'BTC', 0, 0, false, false FROM freelancer;

CREATE TEMP TABLE made ON COMMIT DROP AS
  SELECT one.number, pg_temp.entity(:since, one.number) AS id,
    pg_temp.entity(:since, one.number) AS job, client.number AS client_number,
    client.id AS client, freelancer.id AS freelancer, 1000000::bigint * :milestones AS amount
  FROM generate_series(0, :escrows - 1) AS one(number)
  JOIN client ON client.number = one.number % (SELECT count(*) FROM client)
  JOIN freelancer ON freelancer.number = one.number::bigint * 7919 % :freelancers;

INSERT INTO job (id, client_id, freelancer_id, title, description, amount_msat, local_currency,
    local_minor, rate_numerator, rate_denominator, rate_at, deadline_at, fee_payer,
    inspection_seconds, revisions_max, is_returned_by_timer, fee_version, fee_basis_points,
    fee_fixed_msat, fee_min_msat, fee_max_msat, requires_application, terms_version,
    terms_sha256, state, escrow_id, version, created_at, updated_at)
  SELECT job, client, freelancer, 'Load', 'Made for a measurement.', amount, 'USD', 100, 1, 1, now(),
    now() + interval '1 year', 2, 604800, 3, false, 1, 250, 0, 0, 1000000000000, false, 1,
    sha256(job::text::bytea), 2, id, 2, now(), now()
  FROM made ORDER BY number;
INSERT INTO job_milestone (id, job_id, number, title, amount_msat, is_removed)
  SELECT pg_temp.entity(:since, number), job, place, 'Part ' || place, 1000000, false
  FROM made, generate_series(1, :milestones) AS place ORDER BY number, place;
INSERT INTO escrow (id, job_id, client_id, freelancer_id, fee_version, fee_basis_points,
    fee_fixed_msat, fee_min_msat, fee_max_msat, fee_payer, deadline_at, fund_by,
    inspection_seconds, revisions_max, is_returned_by_timer, state, amount_msat, client_fee_msat,
    funded_msat, released_msat, refunded_msat, disputed_msat, fee_taken_msat,
    client_fee_taken_msat, invoices_made, is_paid_late, is_overpaid, is_frozen, cancel_consents,
    restate_consents, new_milestones, payee_count, version, created_at, updated_at)
  SELECT id, job, client, freelancer, 1, 250, 0, 0, 1000000000000, 2, now() + interval '1 year',
    now() + interval '1 year', 604800, 3, false, 4, amount, 0, amount, 0, 0, 0, 0, 0, 1, false,
    false, false, 0, 0, '', 0, 3, now(), now()
  FROM made ORDER BY number;
INSERT INTO milestone (id, escrow_id, position, title, amount_msat, released_msat, state,
    delivery_note, is_review_prolonged, revisions, revision_note)
  SELECT pg_temp.entity(:since, number), id, place, 'Part ' || place, 1000000, 0, 2, '', false, 0, ''
  FROM made, generate_series(1, :milestones) AS place ORDER BY number, place;
INSERT INTO invoice (id, escrow_id, provider, reference, provider_id, payment_hash, payment_request,
    amount_msat, paid_msat, state, is_hold, created_at, expires_at, settled_at)
  SELECT pg_temp.entity(:since, number), id, 'bench', id::text, id::text, sha256(id::text::bytea),
    'none', amount, amount, 2, false, now(), now(), now()
  FROM made ORDER BY number;

-- The payments: out of the provider's float, into each escrow's account.
INSERT INTO ledger_account (id, kind, asset, debits, credits, is_debit_normal, may_overdraw)
  SELECT pg_temp.part(id, '21'), 2, 'BTC', 0, amount, false, false FROM made ORDER BY number;
INSERT INTO ledger_transfer (id, transaction_id, debit_account, credit_account, asset, amount, kind,
    created_at)
  SELECT pg_temp.entity(:since, number), id, '00000000-0000-7000-8000-000000000041',
    pg_temp.part(id, '21'), 'BTC', amount, 1, now()
  FROM made ORDER BY number;
INSERT INTO ledger_account AS account
    (id, kind, asset, debits, credits, is_debit_normal, may_overdraw)
  SELECT '00000000-0000-7000-8000-000000000041', 4, 'BTC', sum(amount)::bigint, 0, true, true
  FROM made
  ON CONFLICT (id) DO UPDATE SET debits = account.debits + excluded.debits;

-- The lines of the work file.
\pset tuples_only on
\pset format unaligned
SELECT format('escrow %s %s - %s', id, client_number, :milestones) FROM made ORDER BY number;
COMMIT;
VACUUM (ANALYZE);
CHECKPOINT;
