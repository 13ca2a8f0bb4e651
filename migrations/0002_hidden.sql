-- What the filter hides and the owner may show again: each original an envelope of its own, bound to its version and a
-- field number of its own. And what the person has set for the filter.

CREATE TABLE original (
  version BLOB NOT NULL REFERENCES version (id) ON DELETE CASCADE,
  field INTEGER NOT NULL CHECK (field BETWEEN 256 AND 65535),
  memory BLOB NOT NULL CHECK (length(memory) = 16),
  epoch INTEGER NOT NULL CHECK (epoch > 0),
  wrap_nonce BLOB NOT NULL CHECK (length(wrap_nonce) = 12),
  wrapped_key BLOB NOT NULL CHECK (length(wrapped_key) = 48),
  nonce BLOB NOT NULL CHECK (length(nonce) = 12),
  payload BLOB NOT NULL CHECK (length(payload) > 16),
  PRIMARY KEY (version, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX original_of_memory ON original (memory);

-- The revision goes up with every change, so that other processes read anew.
CREATE TABLE filter_settings (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  revision INTEGER NOT NULL CHECK (revision > 0),
  body TEXT NOT NULL
) STRICT;

-- Exact values that always pass, as keyed hashes: the list does not hold them.
CREATE TABLE allowed_value (
  mac BLOB NOT NULL PRIMARY KEY CHECK (length(mac) = 32),
  kind TEXT NOT NULL,
  since_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
