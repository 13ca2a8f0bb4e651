-- Which memory has taken the place of which, and from when on it holds. The older one is kept. Ids and dates only.

CREATE TABLE replacement (
  older BLOB NOT NULL PRIMARY KEY REFERENCES memory (id) ON DELETE CASCADE,
  newer BLOB NOT NULL REFERENCES memory (id) ON DELETE CASCADE CHECK (newer <> older),
  since_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX replacement_by_newer ON replacement (newer);
