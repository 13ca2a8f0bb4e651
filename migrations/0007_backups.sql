-- Where backups go, and whether one is made each day. Without a row: nowhere yet, and none by itself.

CREATE TABLE backup_settings (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  folder TEXT NOT NULL,
  automatic INTEGER NOT NULL CHECK (automatic IN (0, 1))
) STRICT;
