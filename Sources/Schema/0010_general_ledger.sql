-- The general ledger: accounts that callers open for themselves. Apart from the platform's tables,
-- so that no posting of a caller can name a wallet or an escrow.

CREATE DOMAIN general_name AS text COLLATE "C" CHECK (VALUE ~ '^[A-Za-z0-9._:-]{1,100}$');
CREATE DOMAIN general_reference AS text COLLATE "C" CHECK (VALUE ~ '^[A-Za-z0-9._:-]{0,100}$');
CREATE DOMAIN general_asset AS text CHECK (VALUE ~ '^[A-Z][A-Z0-9]{0,15}(/[0-9]{1,2})?$');
-- 1 pending, 2 posted, 3 voided, 4 expired.
CREATE DOMAIN general_state AS smallint CHECK (VALUE BETWEEN 1 AND 4);
CREATE DOMAIN posting_count AS smallint CHECK (VALUE BETWEEN 2 AND 100);
CREATE DOMAIN entry_number AS smallint CHECK (VALUE BETWEEN 1 AND 200);
-- 1 post, 2 hold, 3 commit, 4 void, 5 expire.
CREATE DOMAIN entry_kind AS smallint CHECK (VALUE BETWEEN 1 AND 5);

-- One account of one asset. Each sum of posted amounts only grows; pending ones come and go.
-- Nothing that changes is indexed and pages are half empty, so a posting is a heap-only update.
CREATE TABLE general_account (
  -- First half of SHA-256 over the name.
  id                uuid        PRIMARY KEY,
  name              general_name NOT NULL UNIQUE,
  asset             general_asset NOT NULL,
  is_debit_normal   boolean     NOT NULL,
  balance_min       bigint      CHECK (balance_min <= 0),
  balance_max       bigint      CHECK (balance_max >= 0),
  code              nat_int4    NOT NULL,
  -- Keys and values in turn, each with a zero byte behind it.
  metadata          bytea       NOT NULL,
  created_at        timestamptz NOT NULL,
  debits_posted     nat_int8    NOT NULL,
  credits_posted    nat_int8    NOT NULL,
  debits_pending    nat_int8    NOT NULL,
  credits_pending   nat_int8    NOT NULL,
  -- The sequence of the last entry, and its time: the next one is later.
  entries           nat_int8    NOT NULL,
  last_entry_at     timestamptz NOT NULL,
  -- No hold on the account expires before; null when none expires.
  holds_expire_from timestamptz,
  closed_at         timestamptz,
  -- What is pending can be posted: the sum of both fits in 64 bits, or adding them fails.
  CONSTRAINT general_account_sums_fit CHECK (
    debits_posted + debits_pending >= 0 AND credits_posted + credits_pending >= 0),
  CONSTRAINT general_account_closed_holds_nothing CHECK (
    closed_at IS NULL OR debits_pending = 0 AND credits_pending = 0),
  CONSTRAINT general_account_not_below_min CHECK (
    balance_min IS NULL OR balance_min <=
      CASE WHEN is_debit_normal THEN debits_posted - (credits_posted + credits_pending)
        ELSE credits_posted - (debits_posted + debits_pending) END),
  CONSTRAINT general_account_not_above_max CHECK (
    balance_max IS NULL OR balance_max >=
      CASE WHEN is_debit_normal THEN (debits_posted + debits_pending) - credits_posted
        ELSE (credits_posted + credits_pending) - debits_posted END)
) WITH (fillfactor = 50);
CREATE INDEX general_account_code ON general_account (code, name);

CREATE TABLE general_transaction (
  id              uuid        PRIMARY KEY,
  name            general_name NOT NULL,
  -- First half of SHA-256 over the name, which it is loaded by.
  name_key        uuid        NOT NULL UNIQUE,
  state           general_state NOT NULL,
  -- Whether it began as pending.
  is_two_phase    boolean     NOT NULL,
  postings        posting_count NOT NULL,
  code            nat_int4    NOT NULL,
  description     text        NOT NULL,
  metadata        bytea       NOT NULL,
  timeout_seconds nat_int8    NOT NULL,
  created_at      timestamptz NOT NULL,
  expires_at      timestamptz,
  resolved_at     timestamptz,
  -- The names of the transaction that this one reverses, and of the one that reverses it. A
  -- transaction is reversed once, by another one that is not itself a reversal of it.
  reverses        text        COLLATE "C" UNIQUE,
  reversed_by     text        COLLATE "C" UNIQUE,
  -- When it counts; null: when it is booked.
  effective_at    timestamptz,
  -- What it belongs to for the caller.
  reference       general_reference NOT NULL,
  -- 1 what the debited account has, 2 what the credited one has, 3 both; and how much at most.
  balancing       smallint    NOT NULL CHECK (balancing BETWEEN 0 AND 3),
  amount_max      bigint      CHECK (amount_max > 0),
  CONSTRAINT general_transaction_balancing CHECK (
    (balancing = 0) = (amount_max IS NULL) AND (balancing = 0 OR postings = 2)),
  CONSTRAINT general_transaction_one_phase_is_posted CHECK (is_two_phase OR state = 2),
  CONSTRAINT general_transaction_resolved_has_time CHECK (
    (resolved_at IS NULL) = (state = 1 OR NOT is_two_phase)),
  CONSTRAINT general_transaction_timeout_is_pending CHECK (
    (expires_at IS NULL) = (timeout_seconds = 0) AND (is_two_phase OR timeout_seconds = 0)),
  CONSTRAINT general_transaction_reversal CHECK (
    reverses IS NULL AND (reversed_by IS NULL OR state = 2)
      OR reversed_by IS NULL AND NOT is_two_phase AND reverses <> name)
) WITH (fillfactor = 90);
CREATE INDEX general_transaction_state ON general_transaction (state, id);
CREATE INDEX general_transaction_reference ON general_transaction (reference, id)
  WHERE reference <> '';
CREATE INDEX general_transaction_due ON general_transaction (expires_at)
  WHERE state = 1 AND expires_at IS NOT NULL;

-- One change of one account. The entries of one step of a transaction are inserted together.
CREATE TABLE general_entry (
  -- The transaction's, with the number in its last byte. Not indexed: nobody looks for it.
  id              uuid        NOT NULL,
  account_id      uuid        NOT NULL,
  sequence        pos_int8    NOT NULL,
  transaction_id  uuid        NOT NULL,
  -- 1 to 100 for the legs as they were posted or held, and 100 more for each that was resolved: a
  -- leg is resolved once.
  number          entry_number NOT NULL,
  kind            entry_kind  NOT NULL,
  is_debit        boolean     NOT NULL,
  asset           text        NOT NULL,
  -- What it adds to the account's posted and pending amounts of its side.
  posted          bigint      NOT NULL,
  pending         bigint      NOT NULL,
  -- The account after it.
  debits_posted   bigint      NOT NULL,
  credits_posted  bigint      NOT NULL,
  debits_pending  bigint      NOT NULL,
  credits_pending bigint      NOT NULL,
  created_at      timestamptz NOT NULL,
  -- When it counts.
  effective_at    timestamptz NOT NULL,
  -- As in the journal: entries are exported in the order of (written_by, place), up to the oldest
  -- transaction that still runs.
  written_by      bigint      NOT NULL DEFAULT journal_order(),
  place           bigint      NOT NULL DEFAULT nextval('journal_place'),
  PRIMARY KEY (transaction_id, number),
  CONSTRAINT general_entry_sequence UNIQUE (account_id, sequence),
  CONSTRAINT general_entry_resolves_after CHECK ((number > 100) = (kind > 2)),
  CONSTRAINT general_entry_amounts CHECK (
    CASE kind
      WHEN 1 THEN posted > 0 AND pending = 0
      WHEN 2 THEN posted = 0 AND pending > 0
      WHEN 3 THEN pending < 0 AND posted BETWEEN 0 AND -pending
      ELSE posted = 0 AND pending < 0 END)
);
CREATE INDEX general_entry_time ON general_entry (account_id, created_at, sequence);
-- The few that count at another time than they were booked at: a balance by the effective time is
-- the booked one, corrected by these.
CREATE INDEX general_entry_shifted ON general_entry (account_id, effective_at, sequence)
  WHERE effective_at <> created_at;
CREATE INDEX general_entry_written ON general_entry (written_by, place);

-- What no constraint of one row can say: each step of a transaction sums to zero for each asset, an
-- entry has its account's asset, and an account's sums are those of its last entry.
CREATE FUNCTION general_entry_check() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM inserted GROUP BY transaction_id, kind, asset
    HAVING sum(CASE WHEN is_debit THEN posted ELSE -posted END) <> 0
      OR sum(CASE WHEN is_debit THEN pending ELSE -pending END) <> 0) THEN
    RAISE EXCEPTION 'general_entry_balances: debits and credits differ'
      USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT FROM inserted LEFT JOIN general_account AS account ON account.id = inserted.account_id
    WHERE account.asset IS DISTINCT FROM inserted.asset OR account.entries < inserted.sequence
      OR account.entries = inserted.sequence
        AND (account.debits_posted, account.credits_posted, account.debits_pending,
             account.credits_pending, account.last_entry_at)
          <> (inserted.debits_posted, inserted.credits_posted, inserted.debits_pending,
              inserted.credits_pending, inserted.created_at)) THEN
    RAISE EXCEPTION 'general_entry_account: an entry disagrees with its account'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER general_entry_checked AFTER INSERT ON general_entry
  REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION general_entry_check();

CREATE TRIGGER general_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON general_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER general_account_kept BEFORE DELETE OR TRUNCATE ON general_account
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER general_transaction_kept BEFORE DELETE OR TRUNCATE ON general_transaction
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- What an account is never changes, and its posted sums never shrink.
CREATE TRIGGER general_account_fixed BEFORE UPDATE ON general_account FOR EACH ROW
  WHEN (
    (OLD.id, OLD.name, OLD.asset, OLD.is_debit_normal, OLD.code, OLD.metadata, OLD.created_at)
      <> (NEW.id, NEW.name, NEW.asset, NEW.is_debit_normal, NEW.code, NEW.metadata, NEW.created_at)
    OR OLD.balance_min IS DISTINCT FROM NEW.balance_min
    OR OLD.balance_max IS DISTINCT FROM NEW.balance_max
    OR NEW.debits_posted < OLD.debits_posted OR NEW.credits_posted < OLD.credits_posted
    OR NEW.entries < OLD.entries
    -- Nothing is posted to a closed account.
    OR OLD.closed_at IS NOT NULL AND NEW.closed_at IS NOT NULL AND NEW.entries <> OLD.entries)
  EXECUTE FUNCTION refuse_change();
-- A transaction is resolved once and reversed once; nothing else of it changes.
CREATE TRIGGER general_transaction_fixed BEFORE UPDATE ON general_transaction FOR EACH ROW
  WHEN (
    OLD.state <> 1 AND NEW.state <> OLD.state
    OR OLD.reversed_by IS NOT NULL AND NEW.reversed_by IS DISTINCT FROM OLD.reversed_by
    OR OLD.reverses IS DISTINCT FROM NEW.reverses OR OLD.expires_at IS DISTINCT FROM NEW.expires_at
    OR OLD.effective_at IS DISTINCT FROM NEW.effective_at
    OR OLD.amount_max IS DISTINCT FROM NEW.amount_max
    OR (OLD.id, OLD.name, OLD.name_key, OLD.is_two_phase, OLD.postings, OLD.code, OLD.description,
        OLD.metadata, OLD.timeout_seconds, OLD.created_at, OLD.reference, OLD.balancing)
      <> (NEW.id, NEW.name, NEW.name_key, NEW.is_two_phase, NEW.postings, NEW.code,
          NEW.description, NEW.metadata, NEW.timeout_seconds, NEW.created_at, NEW.reference,
          NEW.balancing))
  EXECUTE FUNCTION refuse_change();
