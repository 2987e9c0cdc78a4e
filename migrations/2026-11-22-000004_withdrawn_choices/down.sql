ALTER TABLE ruleset_choices DROP COLUMN withdrawn_at;
