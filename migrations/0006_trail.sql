-- Who acted and how it ended, signed receipts, and where the trail may be cut.

-- Neither in entries from before: their chain is computed without.
ALTER TABLE audit ADD COLUMN outcome TEXT;
ALTER TABLE audit ADD COLUMN actor TEXT CHECK ((actor IS NULL) = (outcome IS NULL));
-- So that an unlocking need not look through the whole trail for the last one.
CREATE INDEX audit_unlocked ON audit (actor, at_ms) WHERE action = 'unlocked';

-- A signed statement that the trail up to here was whole when it was cut.
CREATE TABLE checkpoint (
  sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
  chain BLOB NOT NULL CHECK (length(chain) = 32),
  at_ms INTEGER NOT NULL,
  signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;
CREATE TRIGGER checkpoint_never_changes BEFORE UPDATE ON checkpoint
  BEGIN SELECT RAISE(ABORT, 'a checkpoint stays as it is'); END;
CREATE TRIGGER checkpoint_never_goes BEFORE DELETE ON checkpoint
  BEGIN SELECT RAISE(ABORT, 'a checkpoint stays as it is'); END;
CREATE TRIGGER checkpoint_goes_forward BEFORE INSERT ON checkpoint
  WHEN NEW.sequence <= (SELECT coalesce(max(sequence), 0) FROM checkpoint)
    OR NOT EXISTS (SELECT 1 FROM audit WHERE sequence = NEW.sequence AND chain = NEW.chain)
  BEGIN SELECT RAISE(ABORT, 'a checkpoint stands for an entry that is there'); END;

DROP TRIGGER audit_never_shrinks;
CREATE TRIGGER audit_shrinks_to_a_checkpoint BEFORE DELETE ON audit
  WHEN OLD.sequence > (SELECT coalesce(max(sequence), 0) FROM checkpoint)
  BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;

-- The forget is done, but the write-ahead log could not be emptied yet.
ALTER TABLE receipt ADD COLUMN pending INTEGER NOT NULL DEFAULT 0 CHECK (pending IN (0, 1));
UPDATE receipt SET pending = 1 WHERE body LIKE '%"pending":true%';
CREATE INDEX receipt_pending ON receipt (id) WHERE pending = 1;
