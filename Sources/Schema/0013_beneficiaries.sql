-- Where payouts go. The details are sealed under the key that key_id names, and bound to the id.
CREATE TABLE beneficiary (
  id         uuid        PRIMARY KEY,
  user_id    uuid        NOT NULL,
  -- The same until it is deleted.
  live_user_id uuid      CHECK (live_user_id = user_id),
  -- How many a user may have, and no two servers give away one more.
  slot       smallint    NOT NULL CHECK (slot BETWEEN 0 AND 99),
  -- As paylyt.payouts.v1.PayoutMethod.
  method     smallint    NOT NULL CHECK (method BETWEEN 1 AND 4),
  label      text        NOT NULL,
  country    text        NOT NULL,
  currency   text        NOT NULL,
  masked     text        NOT NULL,
  key_id     nat_int4    NOT NULL,
  -- Empty once they were wiped.
  details    bytea       NOT NULL,
  created_at timestamptz NOT NULL,
  deleted_at timestamptz,
  version    pos_int8    NOT NULL,
  UNIQUE (live_user_id, slot),
  CONSTRAINT beneficiary_deleted CHECK ((deleted_at IS NULL) = (live_user_id IS NOT NULL)),
  CONSTRAINT beneficiary_wiped_is_deleted CHECK (length(details) > 0 OR deleted_at IS NOT NULL)
) WITH (fillfactor = 80);
CREATE INDEX beneficiary_user ON beneficiary (live_user_id, id) WHERE live_user_id IS NOT NULL;
CREATE INDEX beneficiary_key ON beneficiary (key_id) WHERE length(details) > 0;
CREATE INDEX beneficiary_unwiped ON beneficiary (deleted_at)
  WHERE deleted_at IS NOT NULL AND length(details) > 0;
