-- The middle day of each round of a series over the board, in days since 1970, as of the last run of the rules: what was
-- expected of a score hangs on the time between rounds, and a pupil's page expects what the rules did.
CREATE TABLE round_days (
  series_key INTEGER NOT NULL,
  round_key INTEGER NOT NULL,
  day DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (series_key, round_key)
);
