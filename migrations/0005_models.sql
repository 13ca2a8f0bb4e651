-- Another sentence model of the person's own choice: where each comes from, which one answers, which one is being built.

-- The folder that it is loaded from; none for the model that ships with Keepsake.
ALTER TABLE model ADD COLUMN folder TEXT;
-- SHA-256 over what the folder said of itself when it was chosen, file hashes included.
ALTER TABLE model ADD COLUMN fingerprint BLOB CHECK (fingerprint IS NULL OR length(fingerprint) = 32);
-- current: answers questions. building: memories are getting their vectors. left: neither; goes with the next change.
ALTER TABLE model ADD COLUMN role TEXT NOT NULL DEFAULT 'left' CHECK (role IN ('current', 'building', 'left'));

-- Until now there was one model; should there be more, the one with the most vectors is it.
UPDATE model SET role = 'current' WHERE number = (
  SELECT number FROM model ORDER BY (SELECT count(*) FROM vector_window WHERE model = number) DESC, number DESC LIMIT 1
);
CREATE UNIQUE INDEX one_model_a_role ON model (role) WHERE role <> 'left';
