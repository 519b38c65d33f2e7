-- The sealed log: which place each committed decision has, and the proof that it was not changed.

-- Added to the transaction ids that the journal keeps. Zero, until a database is restored from a
-- dump into a cluster whose ids are younger (docs/OPERATIONS.md).
CREATE FUNCTION journal_xid_offset() RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS 'SELECT 0::bigint';

-- The transaction that writes, or the youngest that has ended by now, if that is younger: what was
-- decided on is not above it, and it is not below any transaction that still runs
-- (Audit/AuditStatements.swift).
CREATE FUNCTION journal_order() RETURNS bigint LANGUAGE sql STABLE
  RETURN journal_xid_offset() + greatest(pg_current_xact_id()::text::bigint,
    pg_snapshot_xmax(pg_current_snapshot())::text::bigint - 1);
-- Without a cache: a number that is drawn later is larger, whoever draws it.
CREATE SEQUENCE journal_place CACHE 1;

-- Entries are sealed in the order (written_by, place), up to the oldest transaction that still
-- runs. Both are taken at the insertion, when all that is decided on is locked. Existing rows get
-- those of this migration.
ALTER TABLE journal ADD COLUMN written_by bigint NOT NULL DEFAULT journal_order();
ALTER TABLE journal ADD COLUMN place bigint NOT NULL DEFAULT nextval('journal_place');
-- Whom the event concerns: the bytes of their ids, one after the other.
ALTER TABLE journal ADD COLUMN parties bytea NOT NULL DEFAULT ''
  CONSTRAINT journal_parties_are_ids CHECK (length(parties) % 16 = 0);

-- Grows at one end, and the rows of one transaction share an index entry. The index that decisions
-- paid for until now, by subject, is kept by the sealer instead (sealed_entry_subject).
CREATE INDEX journal_written ON journal (written_by);
DROP INDEX journal_subject;

-- No foreign keys: checking them would lock, and so write, every row of the journal once more. The
-- verification of the log finds what is missing.
CREATE TABLE sealed_entry (
  position   bigint PRIMARY KEY CHECK (position > 0),
  journal_id uuid   NOT NULL UNIQUE,
  -- Link of the chain over this entry and all before it.
  hash       bytes32 NOT NULL,
  -- As in the journal, for events only.
  subject    text
);
CREATE INDEX sealed_entry_subject ON sealed_entry (subject, position) WHERE subject IS NOT NULL;

-- By whom an event is found.
CREATE TABLE sealed_party (
  party    uuid   NOT NULL,
  position bigint NOT NULL,
  PRIMARY KEY (party, position)
);

-- One for each batch of sealed entries; signed.
CREATE TABLE audit_checkpoint (
  last_position  bigint      PRIMARY KEY,
  first_position bigint      NOT NULL UNIQUE CHECK (first_position BETWEEN 1 AND last_position),
  chain_hash     bytes32     NOT NULL,
  root_hash      bytes32     NOT NULL,
  previous_hash  bytes32     NOT NULL,
  sealed_at      timestamptz NOT NULL,
  public_key     bytes32     NOT NULL,
  signature      bytea       NOT NULL CHECK (length(signature) = 64)
);

CREATE TRIGGER sealed_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON sealed_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sealed_party_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON sealed_party
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_checkpoint_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- How far a consumer of events has come.
CREATE TABLE event_consumer (
  id         uuid        PRIMARY KEY,
  owner      uuid        NOT NULL,
  -- How many an owner may have, and no two servers give away one more.
  slot       smallint    NOT NULL CHECK (slot BETWEEN 0 AND 99),
  name       text        NOT NULL CHECK (name ~ '^[a-z0-9-]{1,64}$'),
  -- Everything up to here was acknowledged or is of no concern.
  position   nat_int8    NOT NULL,
  -- Which stream uses the name.
  holder     uuid        NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (owner, slot),
  UNIQUE (owner, name)
) WITH (fillfactor = 50);
CREATE INDEX event_consumer_unused ON event_consumer (updated_at);
