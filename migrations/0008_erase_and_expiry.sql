-- The order to erase the whole vault, and what keeps it read-only until that is carried out or undone. When memories go by
-- themselves, and what this vault has seen of the clock.

CREATE TABLE erase_order (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  ordered_at_ms INTEGER NOT NULL,
  due_at_ms INTEGER NOT NULL CHECK (due_at_ms >= ordered_at_ms),
  -- Where the person wants to find what is said of it.
  statement_folder TEXT
) STRICT;

CREATE TRIGGER no_new_memory_before_an_erase BEFORE INSERT ON memory WHEN EXISTS (SELECT 1 FROM erase_order)
  BEGIN SELECT RAISE(ABORT, 'ordered to be erased'); END;
CREATE TRIGGER no_new_version_before_an_erase BEFORE INSERT ON version WHEN EXISTS (SELECT 1 FROM erase_order)
  BEGIN SELECT RAISE(ABORT, 'ordered to be erased'); END;
CREATE TRIGGER no_edit_before_an_erase BEFORE UPDATE OF version, created_at_ms, expires_at_ms ON memory
  WHEN EXISTS (SELECT 1 FROM erase_order)
  BEGIN SELECT RAISE(ABORT, 'ordered to be erased'); END;
CREATE TRIGGER no_forget_before_an_erase BEFORE DELETE ON memory WHEN EXISTS (SELECT 1 FROM erase_order)
  BEGIN SELECT RAISE(ABORT, 'ordered to be erased'); END;
CREATE TRIGGER no_version_goes_before_an_erase BEFORE DELETE ON version WHEN EXISTS (SELECT 1 FROM erase_order)
  BEGIN SELECT RAISE(ABORT, 'ordered to be erased'); END;
CREATE TRIGGER no_link_before_an_erase BEFORE INSERT ON replacement WHEN EXISTS (SELECT 1 FROM erase_order)
  BEGIN SELECT RAISE(ABORT, 'ordered to be erased'); END;
CREATE TRIGGER no_rule_before_an_erase BEFORE INSERT ON filter_settings WHEN EXISTS (SELECT 1 FROM erase_order)
  BEGIN SELECT RAISE(ABORT, 'ordered to be erased'); END;
CREATE TRIGGER no_other_rule_before_an_erase BEFORE UPDATE ON filter_settings WHEN EXISTS (SELECT 1 FROM erase_order)
  BEGIN SELECT RAISE(ABORT, 'ordered to be erased'); END;

-- Which memories go by themselves, and when; as one text, since it may name a source or a topic.
CREATE TABLE expiry_settings (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  body TEXT NOT NULL
) STRICT;
CREATE INDEX memory_that_expires ON memory (expires_at_ms) WHERE expires_at_ms IS NOT NULL;

-- The latest time that was seen, and how long the computer had been running then: a clock that is set on must destroy nothing.
CREATE TABLE time_seen (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  at_ms INTEGER NOT NULL,
  boot TEXT,
  running_ms INTEGER
) STRICT;
