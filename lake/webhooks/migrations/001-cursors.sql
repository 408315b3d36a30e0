-- How far the announcing to the site has come. A file from before there were numbered migrations has this table.
CREATE TABLE IF NOT EXISTS cursors (dataset TEXT PRIMARY KEY, sequence INTEGER NOT NULL) STRICT;
