CREATE TABLE hooks (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  -- JSON; its shape is in hook.ts.
  config TEXT NOT NULL
) STRICT;

CREATE TABLE cursor (
  hook_id TEXT NOT NULL,
  dataset TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  PRIMARY KEY (hook_id, dataset)
) STRICT;
INSERT INTO cursor SELECT 'site', dataset, sequence FROM cursors;
DROP TABLE cursors;

CREATE TABLE messages (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  hook_id TEXT NOT NULL,
  key TEXT NOT NULL,
  dataset TEXT NOT NULL,
  document_id TEXT NOT NULL,
  transaction_id TEXT NOT NULL,
  transaction_time TEXT NOT NULL,
  operation TEXT NOT NULL,
  payload TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('queued', 'success', 'failure')),
  -- 1: it waits for its own time, and the messages after it do not wait for it.
  is_aside INTEGER NOT NULL DEFAULT 0,
  failure_count INTEGER NOT NULL DEFAULT 0,
  result_code INTEGER,
  -- Milliseconds since the epoch.
  created_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  UNIQUE (hook_id, key)
) STRICT;
CREATE INDEX messages_of_hook ON messages (hook_id, status, is_aside, position);

CREATE TABLE attempts (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  hook_id TEXT NOT NULL,
  message_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  duration INTEGER NOT NULL,
  failure_reason TEXT,
  result_code INTEGER,
  result_body TEXT
) STRICT;
CREATE INDEX attempts_of_hook ON attempts (hook_id, position);
