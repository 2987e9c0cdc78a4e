-- When a choice of rules that waited was taken back; who did so stands in the log.
ALTER TABLE ruleset_choices ADD COLUMN withdrawn_at TIMESTAMP;
