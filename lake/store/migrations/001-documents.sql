CREATE TABLE dataset (
  name TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
  dataset TEXT NOT NULL REFERENCES dataset (name),
  id TEXT NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (dataset, id)
) STRICT, WITHOUT ROWID;

-- "sequence" is the cursor of replays, so a number is never used twice.
CREATE TABLE commits (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  dataset TEXT NOT NULL REFERENCES dataset (name),
  transaction_id TEXT NOT NULL,
  author TEXT NOT NULL,
  timestamp TEXT NOT NULL,
  actions TEXT,
  UNIQUE (dataset, transaction_id)
) STRICT;

CREATE TABLE effect (
  document_id TEXT NOT NULL,
  sequence INTEGER NOT NULL REFERENCES commits (sequence),
  previous_rev TEXT,
  result_rev TEXT,
  apply TEXT NOT NULL,
  revert TEXT NOT NULL,
  mutations TEXT NOT NULL,
  PRIMARY KEY (document_id, sequence)
) STRICT, WITHOUT ROWID;

CREATE INDEX effect_sequence ON effect (sequence);
