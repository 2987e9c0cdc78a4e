ALTER TABLE schools DROP COLUMN starting_terms;
