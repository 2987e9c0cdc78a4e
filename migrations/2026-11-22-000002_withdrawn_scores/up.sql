-- Whose score an import had brought that was taken back, never what it was: while it is not here again, figures over the
-- others could tell it to who saw them before.
CREATE TABLE withdrawn_scores (
  pupil_key BIGINT NOT NULL REFERENCES pupils (key) ON DELETE CASCADE,
  series_key INTEGER NOT NULL,
  round_key INTEGER NOT NULL,
  import_id TEXT NOT NULL,
  group_id TEXT REFERENCES groups (id) ON DELETE SET NULL,
  PRIMARY KEY (pupil_key, series_key, round_key)
);
CREATE INDEX withdrawn_scores_group ON withdrawn_scores (group_id);
