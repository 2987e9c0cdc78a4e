-- Where a rule could not speak of a group or school in its last run, and why; replaced by each run.
CREATE TABLE silences (
  id TEXT NOT NULL PRIMARY KEY,
  school_id TEXT NOT NULL REFERENCES schools (id) ON DELETE CASCADE,
  group_id TEXT REFERENCES groups (id) ON DELETE CASCADE,
  level TEXT NOT NULL CHECK (level IN ('pupil', 'group', 'school')),
  rule TEXT NOT NULL,
  instrument TEXT NOT NULL,
  informant TEXT NOT NULL,
  round TEXT NOT NULL,
  why TEXT NOT NULL,
  -- pupils, units, scores, days or percent that it takes
  least INTEGER NOT NULL
);
CREATE INDEX silences_school ON silences (school_id, group_id);
