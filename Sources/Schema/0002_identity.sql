CREATE TABLE app_user (
  id            uuid        PRIMARY KEY,
  -- Lower case.
  email         text        NOT NULL UNIQUE CHECK (email = lower(email)),
  -- Argon2id in its own string form, with salt and parameters.
  password_hash text        NOT NULL,
  display_name  text        NOT NULL,
  -- Bit 0 client, bit 1 freelancer, bit 2 admin.
  roles         smallint    NOT NULL CHECK (roles BETWEEN 1 AND 7),
  created_at    timestamptz NOT NULL,
  -- Wrong passwords in a row, and until when no further one is tried.
  failed_logins smallint    NOT NULL,
  locked_until  timestamptz
) WITH (fillfactor = 80);

-- A sign-in. Refresh tokens carry the session's id and a generation; only the latest is good.
CREATE TABLE session (
  id         uuid        PRIMARY KEY,
  user_id    uuid        NOT NULL REFERENCES app_user,
  generation integer     NOT NULL CHECK (generation > 0),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz
) WITH (fillfactor = 80);
CREATE INDEX session_of_user ON session (user_id, id);
