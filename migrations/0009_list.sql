-- What the person pinned, and the searches that they saved: a question may say as much as a memory, so it lies in here.

ALTER TABLE memory ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1));
CREATE INDEX memory_that_is_pinned ON memory (created_at_ms) WHERE pinned = 1;

-- Name, question and filters as one text.
CREATE TABLE saved_search (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  body TEXT NOT NULL
) STRICT;

-- So that where a memory came from need not be looked for in the whole trail.
CREATE INDEX audit_remembered ON audit (subject) WHERE action = 'remembered';

CREATE TRIGGER no_pin_before_an_erase BEFORE UPDATE OF pinned ON memory WHEN EXISTS (SELECT 1 FROM erase_order)
  BEGIN SELECT RAISE(ABORT, 'ordered to be erased'); END;
CREATE TRIGGER no_saved_search_before_an_erase BEFORE INSERT ON saved_search WHEN EXISTS (SELECT 1 FROM erase_order)
  BEGIN SELECT RAISE(ABORT, 'ordered to be erased'); END;
