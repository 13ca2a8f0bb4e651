-- The first schema. Every content and every private field lies in version.payload, sealed a second time
-- under a key of its own; the columns beside it hold ids, dates and counts. The file itself is encrypted.

CREATE TABLE vault (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  id BLOB NOT NULL CHECK (length(id) = 16),
  keyslot_generation INTEGER NOT NULL CHECK (keyslot_generation > 0),
  recovery_confirmed INTEGER NOT NULL DEFAULT 0 CHECK (recovery_confirmed IN (0, 1)),
  created_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE memory (
  -- The capture sequence: the order within one date. Never reused.
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  version BLOB NOT NULL CHECK (length(version) = 16),
  created_at_ms INTEGER NOT NULL,
  expires_at_ms INTEGER,
  -- Keyed hash of (source, external id), so that an import knows what it brought before.
  external BLOB UNIQUE CHECK (external IS NULL OR length(external) = 32)
) STRICT;

CREATE TABLE version (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  memory BLOB NOT NULL REFERENCES memory (id) ON DELETE CASCADE,
  replaces BLOB CHECK (replaces IS NULL OR length(replaces) = 16),
  kept_at_ms INTEGER NOT NULL,
  epoch INTEGER NOT NULL CHECK (epoch > 0),
  wrap_nonce BLOB NOT NULL CHECK (length(wrap_nonce) = 12),
  wrapped_key BLOB NOT NULL CHECK (length(wrapped_key) = 48),
  nonce BLOB NOT NULL CHECK (length(nonce) = 12),
  payload BLOB NOT NULL CHECK (length(payload) > 16)
) STRICT;
CREATE INDEX version_of_memory ON version (memory);

CREATE TABLE model (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  dimensions INTEGER NOT NULL CHECK (dimensions BETWEEN 1 AND 8192)
) STRICT;

-- A vector's row in the model's vec0 table (vector_<number>, made in code) belongs to this window of this version.
CREATE TABLE vector_window (
  model INTEGER NOT NULL REFERENCES model (number),
  vector_row INTEGER NOT NULL,
  memory BLOB NOT NULL REFERENCES memory (id),
  version BLOB NOT NULL,
  start_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL CHECK (end_byte >= start_byte),
  PRIMARY KEY (model, vector_row)
) STRICT, WITHOUT ROWID;
CREATE INDEX vector_window_of_memory ON vector_window (memory);

-- What changed, in order, so that another process can follow. Ids only.
CREATE TABLE change (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  memory BLOB NOT NULL CHECK (length(memory) = 16)
) STRICT;

-- Append-only: each entry's chain binds it to the one before under a key from the keyslots.
CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
  at_ms INTEGER NOT NULL,
  action TEXT NOT NULL,
  subject BLOB,
  count INTEGER NOT NULL DEFAULT 1,
  envelope_digest BLOB CHECK (envelope_digest IS NULL OR length(envelope_digest) = 32),
  chain BLOB NOT NULL CHECK (length(chain) = 32)
) STRICT;
CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_never_shrinks BEFORE DELETE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;

CREATE TABLE receipt (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  at_ms INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
