CREATE TABLE app_user (
  id            uuid        PRIMARY KEY,
  -- Lower case; of a deleted user, one that nobody can have.
  email         text        NOT NULL UNIQUE CHECK (email = lower(email)),
  -- Argon2id in its own string form, with salt and parameters.
  password_hash text        NOT NULL,
  display_name  text        NOT NULL,
  -- Bit 0 client, bit 1 freelancer, bit 2 admin.
  roles         smallint    NOT NULL CHECK (roles BETWEEN 1 AND 7),
  created_at    timestamptz NOT NULL,
  -- Wrong passwords in a row, and until when no further one is tried.
  failed_logins nat_int2    NOT NULL,
  locked_until  timestamptz,
  -- 1 active, 2 frozen, 3 deleted.
  state         smallint    NOT NULL CHECK (state BETWEEN 1 AND 3),
  -- Only sessions of this epoch are good: one step ends them all.
  session_epoch pos_int4    NOT NULL,
  -- The transaction PIN, as the password.
  pin_hash      text,
  failed_pins   nat_int2    NOT NULL,
  pin_locked_until timestamptz,
  -- As paylyt.identity.v1.KycTier.
  kyc_tier      smallint    NOT NULL CHECK (kyc_tier BETWEEN 1 AND 3),
  version       pos_int8    NOT NULL,
  -- When a mailed code last set the password: who reads the e-mails holds back for a while.
  password_reset_at timestamptz,
  -- Wrong passwords of whoever is signed in already, as those of strangers.
  failed_reauthentications nat_int2 NOT NULL,
  reauthentication_locked_until timestamptz,
  -- When somebody first showed that they read what is sent to the e-mail.
  email_confirmed_at timestamptz,
  -- When the PIN took the place of one that was not proved: it proves nothing for a while.
  pin_replaced_at timestamptz,
  -- When who had been stopped was last let go on.
  let_go_at timestamptz
) WITH (fillfactor = 80);
-- For admins who look for those that are stopped.
CREATE INDEX app_user_state ON app_user (state, id);

-- A sign-in. Refresh tokens carry the session's id and a generation; only the latest is good.
CREATE TABLE session (
  id         uuid        PRIMARY KEY,
  user_id    uuid        NOT NULL REFERENCES app_user,
  generation pos_int4    NOT NULL,
  created_at timestamptz NOT NULL,
  -- When the latest generation was made, and by which request: its answer may have been lost.
  refreshed_at    timestamptz NOT NULL,
  refresh_request uuid,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  epoch      pos_int4    NOT NULL,
  user_agent text        NOT NULL,
  address    text        NOT NULL
) WITH (fillfactor = 80);
CREATE INDEX session_of_user ON session (user_id, id);
-- For the sweeper.
CREATE INDEX session_end ON session (expires_at);

-- What was mailed last to prove that somebody reads a user's e-mails, for each purpose. The code is
-- made from this with the server's key: who reads this table has none.
CREATE TABLE mailed_code (
  -- Follows from user and purpose (Auth/MailedCode.swift): a newer code replaces the older one.
  id         uuid        PRIMARY KEY,
  user_id    uuid        NOT NULL REFERENCES app_user,
  -- 1 a new password, 2 that the address is right.
  purpose    smallint    NOT NULL CHECK (purpose BETWEEN 1 AND 2),
  nonce      uuid        NOT NULL,
  expires_at timestamptz NOT NULL,
  -- When all e-mails of this purpose will no longer count.
  mailed_until timestamptz NOT NULL
) WITH (fillfactor = 80);
-- For the sweeper.
CREATE INDEX mailed_code_end ON mailed_code (expires_at);

-- What a user shows to others; its id is the user's.
CREATE TABLE user_profile (
  id              uuid        PRIMARY KEY REFERENCES app_user,
  headline        text        NOT NULL,
  about           text        NOT NULL,
  -- One a line.
  skills          text        NOT NULL,
  portfolio_urls  text        NOT NULL,
  hourly_rate_sats nat_int8   NOT NULL,
  version         pos_int8    NOT NULL,
  updated_at      timestamptz NOT NULL
) WITH (fillfactor = 80);

CREATE TABLE kyc_case (
  id          uuid        PRIMARY KEY,
  user_id     uuid        NOT NULL REFERENCES app_user,
  tier        smallint    NOT NULL CHECK (tier BETWEEN 2 AND 3),
  -- 1 pending, 2 approved, 3 rejected.
  state       smallint    NOT NULL CHECK (state BETWEEN 1 AND 3),
  -- Sealed under the key that key_id names, and bound to the user; empty once that one is deleted.
  key_id      nat_int4    NOT NULL,
  details     bytea       NOT NULL,
  created_at  timestamptz NOT NULL,
  reviewed_at timestamptz,
  reviewer    uuid,
  reason      text        NOT NULL,
  version     pos_int8    NOT NULL,
  CONSTRAINT kyc_case_reviewed_by_somebody CHECK (
    (state = 1) = (reviewed_at IS NULL AND reviewer IS NULL)),
  CONSTRAINT kyc_case_not_by_oneself CHECK (reviewer <> user_id)
);
CREATE INDEX kyc_case_of_user ON kyc_case (user_id, id);
CREATE UNIQUE INDEX kyc_case_one_pending ON kyc_case (user_id) WHERE state = 1;
CREATE INDEX kyc_case_key ON kyc_case (key_id) WHERE length(details) > 0;
CREATE INDEX kyc_case_pending ON kyc_case (id) WHERE state = 1;

-- What a user has moved on the last day on which they moved anything; its id is the user's.
CREATE TABLE user_usage (
  id           uuid    PRIMARY KEY REFERENCES app_user,
  -- Days since 1970 in UTC.
  day          integer NOT NULL,
  funding_msat nat_int8 NOT NULL,
  payout_msat  nat_int8 NOT NULL,
  -- What was given away without the second factor since then.
  unproved_msat  nat_int8 NOT NULL,
  unproved_since timestamptz
) WITH (fillfactor = 50);

-- A service of the house that calls us.
CREATE TABLE api_key (
  id               uuid        PRIMARY KEY,
  display_name     text        NOT NULL,
  -- As paylyt.auth.v1.ApiKey.Credential.
  credential       smallint    NOT NULL CHECK (credential BETWEEN 1 AND 4),
  -- Permissions, one a line.
  scopes           text        NOT NULL,
  -- Secret: its SHA-256. HMAC: the secret, encrypted. Ed25519: the public key. Certificate:
  -- nothing.
  proof            bytea       NOT NULL,
  previous_proof   bytea,
  previous_until   timestamptz,
  certificate_name text,
  created_at       timestamptz NOT NULL,
  creator          text        NOT NULL,
  expires_at       timestamptz,
  rotated_at       timestamptz,
  revoked_at       timestamptz,
  last_used_at     timestamptz,
  version          pos_int8    NOT NULL,
  CONSTRAINT api_key_certificate CHECK ((credential = 4) = (certificate_name IS NOT NULL)),
  CONSTRAINT api_key_overlap CHECK ((previous_proof IS NULL) = (previous_until IS NULL))
) WITH (fillfactor = 80);
-- A name is free again once its key is revoked.
CREATE UNIQUE INDEX api_key_one_of_certificate ON api_key (certificate_name)
  WHERE revoked_at IS NULL;

-- Nonces of signed requests, for as long as their signature is good; the id is a hash of key and
-- nonce.
CREATE TABLE request_nonce (
  id         uuid        PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
CREATE INDEX request_nonce_end ON request_nonce (expires_at);
