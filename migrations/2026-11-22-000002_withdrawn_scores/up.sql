-- Whose score an import had brought that was taken back, never what it was: while it is not here again, figures over the
-- others could tell it to who saw them before. The group may be gone since: an undone file takes the groups it made along.
CREATE TABLE withdrawn_scores (
  pupil_key BIGINT NOT NULL REFERENCES pupils (key) ON DELETE CASCADE,
  series_key INTEGER NOT NULL,
  round_key INTEGER NOT NULL,
  import_id TEXT NOT NULL,
  group_id TEXT,
  PRIMARY KEY (pupil_key, series_key, round_key)
);
