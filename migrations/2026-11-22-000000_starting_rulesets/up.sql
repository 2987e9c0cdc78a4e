-- The text of its ruleset as the school was first judged by it: a newer edition changes nothing until a person accepts it.
ALTER TABLE schools ADD COLUMN starting_terms TEXT;
