-- The search index as it was, so that unlocking need not build it anew: segments of about a thousand memories each, sealed like
-- everything else. A segment goes with the first of its memories that changes, in the same transaction: the rules below see
-- to it, whoever writes. Its memories are then read from their versions until they get a new one.

CREATE TABLE segment (
  -- Never reused: a memory may still name one that is gone.
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  model TEXT NOT NULL,
  memories INTEGER NOT NULL CHECK (memories > 0),
  format INTEGER NOT NULL,
  epoch INTEGER NOT NULL CHECK (epoch > 0),
  wrap_nonce BLOB NOT NULL CHECK (length(wrap_nonce) = 12),
  wrapped_key BLOB NOT NULL CHECK (length(wrapped_key) = 48),
  nonce BLOB NOT NULL CHECK (length(nonce) = 12),
  payload BLOB NOT NULL CHECK (length(payload) > 16)
) STRICT;

-- The segment that holds the memory, if there still is one of this number.
ALTER TABLE memory ADD COLUMN segment INTEGER;

CREATE TRIGGER segment_goes_with_a_change AFTER INSERT ON change
  BEGIN DELETE FROM segment WHERE number = (SELECT segment FROM memory WHERE id = NEW.memory); END;
CREATE TRIGGER segment_goes_with_a_memory BEFORE DELETE ON memory WHEN OLD.segment IS NOT NULL
  BEGIN DELETE FROM segment WHERE number = OLD.segment; END;
-- No segment is left without one of its memories: else what is forgotten would stay in it.
CREATE TRIGGER segment_goes_when_replaced AFTER UPDATE OF segment ON memory
  WHEN OLD.segment IS NOT NULL AND OLD.segment IS NOT NEW.segment
  BEGIN DELETE FROM segment WHERE number = OLD.segment; END;
