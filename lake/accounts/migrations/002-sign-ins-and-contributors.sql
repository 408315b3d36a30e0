-- A role more, for people and for tokens. Times that are compared are milliseconds since the epoch.
CREATE TABLE users_next (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL COLLATE NOCASE,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('administrator', 'editor', 'contributor', 'viewer')),
  password TEXT NOT NULL,
  created_at TEXT NOT NULL,
  removed_at TEXT,
  last_seen_at INTEGER
) STRICT;
INSERT INTO users_next SELECT id, email, name, role, password, created_at, removed_at, NULL FROM users;
DROP TABLE users;
ALTER TABLE users_next RENAME TO users;
CREATE UNIQUE INDEX users_email ON users (email) WHERE removed_at IS NULL;

-- A sign-in is a cookie and a bearer token that are listed, used and ended as one. It lasted thirty days.
CREATE TABLE sign_ins (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id),
  created_at INTEGER NOT NULL,
  last_used_at INTEGER,
  user_agent TEXT
) STRICT;
CREATE INDEX sign_ins_user ON sign_ins (user_id);
INSERT INTO sign_ins
  SELECT sign_in, user_id, min(expires_at) - 2592000000, NULL, NULL FROM sessions GROUP BY sign_in;
CREATE TABLE sessions_next (
  hash TEXT PRIMARY KEY,
  sign_in TEXT NOT NULL REFERENCES sign_ins (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL
) STRICT;
INSERT INTO sessions_next SELECT hash, sign_in, expires_at FROM sessions;
DROP TABLE sessions;
ALTER TABLE sessions_next RENAME TO sessions;
CREATE INDEX sessions_sign_in ON sessions (sign_in);
-- A ticket lasts a minute: whoever was signing in signs in again.
DROP TABLE tickets;
CREATE TABLE tickets (
  hash TEXT PRIMARY KEY,
  sign_in TEXT NOT NULL REFERENCES sign_ins (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL
) STRICT;

-- A token that was removed keeps its name, for history.
CREATE TABLE tokens_next (
  id TEXT PRIMARY KEY,
  hash TEXT UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('administrator', 'editor', 'contributor', 'viewer')),
  created_at TEXT NOT NULL,
  last_used_at INTEGER,
  removed_at TEXT
) STRICT;
INSERT INTO tokens_next SELECT id, hash, name, role, created_at, NULL, NULL FROM tokens;
DROP TABLE tokens;
ALTER TABLE tokens_next RENAME TO tokens;
