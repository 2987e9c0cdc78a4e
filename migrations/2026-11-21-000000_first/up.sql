-- One set of migrations for SQLite and PostgreSQL: no autoincrement, no JSON type, no casts.
-- Ids are UUIDv7 made in Rust; scores are many and keyed by integers handed out by `counters`.

CREATE TABLE counters (
  name TEXT NOT NULL PRIMARY KEY,
  next BIGINT NOT NULL
);
INSERT INTO counters (name, next) VALUES ('pupil', 1), ('series', 1), ('round', 1), ('origin', 1);

-- who

CREATE TABLE schools (
  id TEXT NOT NULL PRIMARY KEY,
  brin TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  sector TEXT NOT NULL CHECK (sector IN ('po', 'sbo', 'so', 'vo', 'vso', 'mbo')),
  region TEXT NOT NULL DEFAULT 'midden' CHECK (region IN ('noord', 'midden', 'zuid')),
  ruleset TEXT NOT NULL DEFAULT 'standaard',
  -- norms for boys and for girls go before those for all
  norms_by_sex BOOLEAN NOT NULL DEFAULT FALSE,
  -- the last day of the first scores that came in: up to here nothing is raised on pupils unasked
  starting_picture_until DATE,
  starting_picture_asked_at TIMESTAMP,
  -- whether pupils may say whom they do not like (`-` in a sociogram)
  negative_choices BOOLEAN NOT NULL DEFAULT FALSE,
  -- one import at a time: the import that holds the school, and until when its hold is believed
  importing TEXT,
  importing_until TIMESTAMP,
  -- where the school has asked that ECK iDs are used to match pupils: the key under which they are kept
  eckid_key TEXT,
  created_at TIMESTAMP NOT NULL
);

CREATE TABLE groups (
  id TEXT NOT NULL PRIMARY KEY,
  school_id TEXT NOT NULL REFERENCES schools (id),
  name TEXT NOT NULL,
  school_year INTEGER NOT NULL,
  UNIQUE (school_id, name, school_year)
);

CREATE TABLE pupils (
  id TEXT NOT NULL PRIMARY KEY,
  key BIGINT NOT NULL UNIQUE,
  school_id TEXT NOT NULL REFERENCES schools (id),
  number TEXT NOT NULL,
  first_name TEXT NOT NULL,
  infix TEXT NOT NULL DEFAULT '',
  last_name TEXT NOT NULL DEFAULT '',
  birth_date DATE,
  sex TEXT,
  created_at TIMESTAMP NOT NULL,
  UNIQUE (school_id, number)
);

CREATE TABLE memberships (
  id TEXT NOT NULL PRIMARY KEY,
  pupil_id TEXT NOT NULL REFERENCES pupils (id),
  group_id TEXT NOT NULL REFERENCES groups (id),
  year TEXT NOT NULL DEFAULT '',
  starts_on DATE NOT NULL,
  ends_on DATE,
  -- beside the home group: a lesson group, a plus group
  cluster BOOLEAN NOT NULL DEFAULT FALSE
);
CREATE INDEX memberships_pupil ON memberships (pupil_id, starts_on);
CREATE INDEX memberships_group ON memberships (group_id, starts_on);

-- other names under which lists bring what the school knows: the number of a pupil who was merged with another, the
-- name of a group that is one with another
CREATE TABLE aliases (
  school_id TEXT NOT NULL REFERENCES schools (id),
  what TEXT NOT NULL CHECK (what IN ('pupil', 'group')),
  name TEXT NOT NULL,
  stands_for TEXT NOT NULL,
  PRIMARY KEY (school_id, what, name)
);

-- fingerprints of ECK iDs under the key of the school, to match by and for nothing else
CREATE TABLE pupil_eckids (
  pupil_id TEXT NOT NULL PRIMARY KEY REFERENCES pupils (id) ON DELETE CASCADE,
  fingerprint TEXT NOT NULL
);

CREATE TABLE accounts (
  id TEXT NOT NULL PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  language TEXT NOT NULL DEFAULT 'nl',
  created_at TIMESTAMP NOT NULL,
  disabled_at TIMESTAMP
);

CREATE TABLE roles (
  id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  role TEXT NOT NULL CHECK (role IN ('mentor', 'staff', 'coordinator', 'leader', 'administration', 'attention-officer', 'admin')),
  school_id TEXT REFERENCES schools (id)
);
CREATE INDEX roles_account ON roles (account_id);

CREATE TABLE relations (
  id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  kind TEXT NOT NULL CHECK (kind IN ('mentor', 'duo', 'inval', 'slb', 'betrokkene')),
  group_id TEXT REFERENCES groups (id),
  pupil_id TEXT REFERENCES pupils (id),
  starts_on DATE NOT NULL,
  ends_on DATE,
  CHECK ((group_id IS NULL) <> (pupil_id IS NULL))
);
CREATE INDEX relations_account ON relations (account_id);
CREATE INDEX relations_group ON relations (group_id);

CREATE TABLE sessions (
  token_hash TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  last_seen_at TIMESTAMP NOT NULL
);

CREATE TABLE login_failures (
  id TEXT NOT NULL PRIMARY KEY,
  account TEXT NOT NULL,
  address TEXT NOT NULL,
  at TIMESTAMP NOT NULL
);
CREATE INDEX login_failures_account ON login_failures (account, at);
CREATE INDEX login_failures_address ON login_failures (address, at);

CREATE TABLE drafts (
  account_id TEXT NOT NULL REFERENCES accounts (id),
  form TEXT NOT NULL,
  body TEXT NOT NULL,
  saved_at TIMESTAMP NOT NULL,
  PRIMARY KEY (account_id, form)
);

-- what is known

CREATE TABLE imports (
  id TEXT NOT NULL PRIMARY KEY,
  school_id TEXT NOT NULL REFERENCES schools (id),
  kind TEXT NOT NULL CHECK (kind IN ('roster', 'scores', 'sociogram', 'items', 'attendance', 'totals', 'merge', 'rollover', 'join')),
  state TEXT NOT NULL CHECK (state IN ('staging', 'previewed', 'stored', 'left', 'undone', 'broken')),
  file_name TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  header TEXT NOT NULL DEFAULT '',
  summary TEXT NOT NULL DEFAULT '{}',
  brake TEXT,
  account_id TEXT REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  decided_at TIMESTAMP,
  undone_at TIMESTAMP
);
CREATE INDEX imports_school ON imports (school_id, created_at);

-- a row of a wide file holds more than one score: `seq` counts what is set aside, `row_no` the rows of the file
CREATE TABLE import_rows (
  import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  row_no INTEGER NOT NULL,
  line_no INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('new', 'changed', 'unchanged', 'refused')),
  raw TEXT NOT NULL,
  parsed TEXT NOT NULL,
  problem_column TEXT NOT NULL DEFAULT '',
  problem_value TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (import_id, seq)
);

-- scores set aside: blocks of lines, and before them (-1) the lists that lines point to
CREATE TABLE import_scores (
  import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  content BYTEA NOT NULL,
  PRIMARY KEY (import_id, seq)
);

-- files that were offered together with one that is being looked at, until it is their turn
CREATE TABLE import_waiting (
  import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  good INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  -- what it will do when those before it are stored (JSON)
  forecast TEXT,
  files TEXT NOT NULL,
  PRIMARY KEY (import_id, seq)
);

-- lists that cannot be read before somebody has said what their columns are, with what was offered beside them
CREATE TABLE import_asked (
  id TEXT NOT NULL PRIMARY KEY,
  school_id TEXT NOT NULL REFERENCES schools (id),
  file_name TEXT NOT NULL,
  offer TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL
);
CREATE INDEX import_asked_created ON import_asked (created_at);

-- how lists of a source are read, as a school has said it once: the text of the profile; its name without case
CREATE TABLE profiles (
  id TEXT NOT NULL PRIMARY KEY,
  school_id TEXT NOT NULL REFERENCES schools (id),
  name TEXT NOT NULL,
  body TEXT NOT NULL,
  account_id TEXT REFERENCES accounts (id),
  saved_at TIMESTAMP NOT NULL,
  UNIQUE (school_id, name)
);

-- what an import touched, so that it can be taken back as one act
CREATE TABLE import_changes (
  import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  what TEXT NOT NULL,
  subject TEXT NOT NULL,
  before TEXT,
  PRIMARY KEY (import_id, seq)
);
CREATE INDEX import_changes_subject ON import_changes (what, subject);

CREATE TABLE series (
  key INTEGER NOT NULL PRIMARY KEY,
  instrument TEXT NOT NULL,
  version TEXT NOT NULL,
  informant TEXT NOT NULL,
  scale TEXT NOT NULL,
  score_type TEXT NOT NULL,
  -- how scores hang together over time by the board's own pairs, as of the last run; none before it
  lasting DOUBLE PRECISION,
  fading DOUBLE PRECISION,
  UNIQUE (instrument, version, informant, scale, score_type)
);

CREATE TABLE rounds (
  key INTEGER NOT NULL PRIMARY KEY,
  label TEXT NOT NULL UNIQUE
);

-- where scores are from: who filled them in, in which group the pupil was that day, and the import that wrote them last
CREATE TABLE origins (
  key INTEGER NOT NULL PRIMARY KEY,
  import_id TEXT NOT NULL,
  group_id TEXT REFERENCES groups (id),
  rater TEXT NOT NULL DEFAULT ''
);
CREATE INDEX origins_import ON origins (import_id);
CREATE INDEX origins_group ON origins (group_id);

-- Series, rounds and origins are added by whoever writes scores, and an origin goes only after its scores: checking them
-- again for each of millions takes a third of the time of an import.
CREATE TABLE scores (
  pupil_key BIGINT NOT NULL REFERENCES pupils (key),
  series_key INTEGER NOT NULL,
  round_key INTEGER NOT NULL,
  taken_on DATE NOT NULL,
  value DOUBLE PRECISION NOT NULL,
  origin_key INTEGER NOT NULL,
  PRIMARY KEY (pupil_key, series_key, round_key)
);

-- who judged whom for a sociogram: to compute from, and shown to nobody
CREATE TABLE ratings (
  group_id TEXT NOT NULL REFERENCES groups (id),
  taken_on DATE NOT NULL,
  rater_key BIGINT NOT NULL REFERENCES pupils (key),
  rated_key BIGINT NOT NULL REFERENCES pupils (key),
  opinion TEXT NOT NULL,
  points INTEGER NOT NULL CHECK (points IN (3, 5, 7, 9)),
  import_id TEXT NOT NULL,
  PRIMARY KEY (group_id, taken_on, rater_key, rated_key)
);

-- parents object: the pupil's scores on a list are kept, and not computed
CREATE TABLE objections (
  id TEXT NOT NULL PRIMARY KEY,
  pupil_id TEXT NOT NULL REFERENCES pupils (id),
  instrument TEXT NOT NULL,
  objected_on DATE NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  ended_at TIMESTAMP
);
CREATE UNIQUE INDEX objections_one_open ON objections (pupil_id, instrument) WHERE ended_at IS NULL;

-- explicit consent with a list on health, where that is its ground: without one, rows are refused
CREATE TABLE list_consents (
  id TEXT NOT NULL PRIMARY KEY,
  pupil_id TEXT NOT NULL REFERENCES pupils (id),
  instrument TEXT NOT NULL,
  given_by TEXT NOT NULL CHECK (given_by IN ('pupil', 'parent')),
  given_on DATE NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  ended_at TIMESTAMP
);
CREATE UNIQUE INDEX list_consents_one_open ON list_consents (pupil_id, instrument) WHERE ended_at IS NULL;

-- who reads critical answers at a school, and what was agreed for holidays; without it none are kept
CREATE TABLE critical_agreements (
  id TEXT NOT NULL PRIMARY KEY,
  school_id TEXT NOT NULL REFERENCES schools (id),
  first_reader TEXT NOT NULL REFERENCES accounts (id),
  second_reader TEXT NOT NULL REFERENCES accounts (id),
  in_holidays TEXT NOT NULL CHECK (in_holidays IN ('read', 'not_taken')),
  line TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  ended_at TIMESTAMP,
  CHECK (first_reader <> second_reader)
);
CREATE UNIQUE INDEX critical_agreements_one_open ON critical_agreements (school_id) WHERE ended_at IS NULL;

-- answers at or past the border of a critical item; other answers are not kept
CREATE TABLE critical_answers (
  pupil_key BIGINT NOT NULL REFERENCES pupils (key),
  instrument TEXT NOT NULL,
  informant TEXT NOT NULL,
  item TEXT NOT NULL,
  taken_on DATE NOT NULL,
  answer DOUBLE PRECISION NOT NULL,
  critical_from DOUBLE PRECISION NOT NULL,
  import_id TEXT NOT NULL,
  PRIMARY KEY (pupil_key, instrument, informant, item, taken_on)
);

-- absence as counts over a period, never with a reason; a count that was not given is empty
CREATE TABLE attendance (
  pupil_key BIGINT NOT NULL REFERENCES pupils (key),
  starts_on DATE NOT NULL,
  ends_on DATE NOT NULL,
  hours_ill DOUBLE PRECISION,
  times_ill INTEGER,
  hours_unauthorised DOUBLE PRECISION,
  times_late INTEGER,
  import_id TEXT NOT NULL,
  PRIMARY KEY (pupil_key, starts_on)
);

-- means and shares of a school, or of a group, on lists that tell of no pupil
CREATE TABLE totals (
  id TEXT NOT NULL PRIMARY KEY,
  school_id TEXT NOT NULL REFERENCES schools (id),
  group_id TEXT REFERENCES groups (id),
  taken_on DATE NOT NULL,
  instrument TEXT NOT NULL,
  scale TEXT NOT NULL,
  mean DOUBLE PRECISION,
  percentage DOUBLE PRECISION,
  pupils INTEGER NOT NULL,
  import_id TEXT NOT NULL
);
CREATE INDEX totals_school ON totals (school_id, taken_on);

CREATE TABLE conversations (
  id TEXT NOT NULL PRIMARY KEY,
  school_id TEXT NOT NULL REFERENCES schools (id),
  pupil_id TEXT REFERENCES pupils (id),
  group_id TEXT REFERENCES groups (id),
  with_whom TEXT NOT NULL CHECK (with_whom IN ('pupil', 'parent', 'both', 'lol', 'mentor', 'group', 'meeting')),
  held_on DATE NOT NULL,
  line TEXT NOT NULL,
  agreed TEXT NOT NULL DEFAULT '',
  account_id TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  transferred_on DATE
);
CREATE INDEX conversations_pupil ON conversations (pupil_id, held_on);
CREATE INDEX conversations_group ON conversations (group_id, held_on);

CREATE TABLE observations (
  id TEXT NOT NULL PRIMARY KEY,
  school_id TEXT NOT NULL REFERENCES schools (id),
  pupil_id TEXT REFERENCES pupils (id),
  group_id TEXT REFERENCES groups (id),
  domain TEXT NOT NULL,
  tone TEXT NOT NULL CHECK (tone IN ('concern', 'strength', 'note')),
  urgent BOOLEAN NOT NULL DEFAULT FALSE,
  source TEXT NOT NULL CHECK (source IN ('staff', 'parent', 'pupil')),
  seen_by TEXT NOT NULL DEFAULT '',
  other_parent_may_read BOOLEAN,
  text TEXT NOT NULL,
  seen_on DATE NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  CHECK ((group_id IS NULL) <> (pupil_id IS NULL))
);
CREATE INDEX observations_pupil ON observations (pupil_id, seen_on);
CREATE INDEX observations_group ON observations (group_id, seen_on);

-- what it means, and what people do

CREATE TABLE signals (
  id TEXT NOT NULL PRIMARY KEY,
  school_id TEXT NOT NULL REFERENCES schools (id),
  level TEXT NOT NULL CHECK (level IN ('pupil', 'group', 'school')),
  group_id TEXT REFERENCES groups (id),
  pupil_id TEXT REFERENCES pupils (id),
  -- the id of the pupil, group or school: what the row in the list is about
  subject TEXT NOT NULL,
  domain TEXT NOT NULL DEFAULT '',
  severity TEXT NOT NULL CHECK (severity IN ('A', 'B', 'C')),
  human BOOLEAN NOT NULL DEFAULT FALSE,
  -- rests on scales that are for the coordinator alone
  restricted BOOLEAN NOT NULL DEFAULT FALSE,
  -- the teacher who filled in: beside the coordinator the only one who sees what is said about a change of rater
  only_for TEXT REFERENCES accounts (id),
  state TEXT NOT NULL CHECK (state IN ('new', 'with_mentor', 'in_conversation', 'watching', 'planned', 'referred', 'no_action', 'closed')),
  round TEXT NOT NULL DEFAULT '',
  raised_at TIMESTAMP NOT NULL,
  changed_at TIMESTAMP NOT NULL,
  mentor_until DATE,
  mentor_view TEXT CHECK (mentor_view IN ('recognised', 'does_not_fit', 'unknown')),
  mentor_choice TEXT CHECK (mentor_choice IN ('takes_up', 'asks_help', 'passes_on')),
  mentor_note TEXT NOT NULL DEFAULT '',
  look_on DATE,
  reason TEXT NOT NULL DEFAULT '',
  reopened BOOLEAN NOT NULL DEFAULT FALSE,
  -- a critical answer: by when it must be read, who has read it; seen by the school's readers alone
  read_until DATE,
  read_at TIMESTAMP,
  read_by TEXT REFERENCES accounts (id),
  reminded_at TIMESTAMP
);
CREATE UNIQUE INDEX signals_one_open ON signals (subject, domain) WHERE state NOT IN ('no_action', 'closed');
CREATE INDEX signals_school ON signals (school_id, state);
CREATE INDEX signals_subject ON signals (subject);

CREATE TABLE signal_evidence (
  id TEXT NOT NULL PRIMARY KEY,
  signal_id TEXT NOT NULL REFERENCES signals (id) ON DELETE CASCADE,
  rule TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('A', 'B', 'C')),
  -- instrument, informant and scale: with the rule, the series a finding speaks of
  series TEXT NOT NULL,
  round TEXT NOT NULL,
  statistic DOUBLE PRECISION,
  ruleset TEXT NOT NULL,
  observation_id TEXT REFERENCES observations (id),
  finding TEXT NOT NULL,
  withdrawn BOOLEAN NOT NULL DEFAULT FALSE,
  raised_at TIMESTAMP NOT NULL
);
CREATE INDEX signal_evidence_signal ON signal_evidence (signal_id);

CREATE TABLE decisions (
  id TEXT NOT NULL PRIMARY KEY,
  signal_id TEXT NOT NULL REFERENCES signals (id) ON DELETE CASCADE,
  event TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  account_id TEXT REFERENCES accounts (id),
  reason TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  look_on DATE,
  at TIMESTAMP NOT NULL,
  transferred_on DATE,
  -- why nobody was spoken with before a plan or a referral
  no_conversation TEXT NOT NULL DEFAULT ''
);
CREATE INDEX decisions_signal ON decisions (signal_id, at);

-- which ruleset a school accepted, as it was then; in force between rounds only, so a choice may wait
CREATE TABLE ruleset_choices (
  id TEXT NOT NULL PRIMARY KEY,
  school_id TEXT NOT NULL REFERENCES schools (id),
  ruleset TEXT NOT NULL,
  -- the file as the person accepted it: a later change of the file changes nothing here
  terms TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  chosen_at TIMESTAMP NOT NULL,
  starts_on DATE NOT NULL,
  in_force_on DATE
);
CREATE INDEX ruleset_choices_school ON ruleset_choices (school_id, chosen_at);

CREATE TABLE partners (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  access_route TEXT NOT NULL CHECK (access_route IN ('direct', 'municipality', 'doctor', 'samenwerkingsverband')),
  email TEXT NOT NULL,
  phone TEXT NOT NULL DEFAULT '',
  offer TEXT NOT NULL DEFAULT '',
  waiting TEXT NOT NULL DEFAULT '',
  waiting_told_on DATE,
  -- municipalities or districts, with commas between; empty: everywhere
  regions TEXT NOT NULL DEFAULT '',
  -- a club, a neighbour, a church: gets no data, parents get the address
  informal BOOLEAN NOT NULL DEFAULT FALSE,
  address TEXT NOT NULL DEFAULT '',
  -- how it was made sure that the e-mail address is this partner's, when, by whom; void once the address changes
  verified_how TEXT NOT NULL DEFAULT '',
  verified_on DATE,
  verified_by TEXT REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  retired_at TIMESTAMP
);

CREATE TABLE offers (
  id TEXT NOT NULL PRIMARY KEY,
  partner_id TEXT NOT NULL REFERENCES partners (id),
  name TEXT NOT NULL,
  ages_from INTEGER,
  ages_to INTEGER,
  text TEXT NOT NULL DEFAULT '',
  access_route TEXT NOT NULL CHECK (access_route IN ('direct', 'municipality', 'doctor', 'samenwerkingsverband')),
  waiting TEXT NOT NULL DEFAULT '',
  waiting_told_on DATE,
  created_at TIMESTAMP NOT NULL,
  retired_at TIMESTAMP
);
CREATE INDEX offers_partner ON offers (partner_id);

CREATE TABLE referrals (
  id TEXT NOT NULL PRIMARY KEY,
  school_id TEXT NOT NULL REFERENCES schools (id),
  pupil_id TEXT NOT NULL REFERENCES pupils (id),
  partner_id TEXT NOT NULL REFERENCES partners (id),
  state TEXT NOT NULL CHECK (state IN ('draft', 'held_for_second', 'offered', 'seen', 'accepted', 'declined', 'at_capacity', 'in_progress', 'on_hold', 'withdrawn', 'expired', 'stopped', 'completed')),
  question TEXT NOT NULL DEFAULT '',
  -- what goes along, as chosen so far (JSON); frozen in `packet` at sending
  choice TEXT NOT NULL DEFAULT '{}',
  ground TEXT CHECK (ground IN ('consent', 'statutory', 'meldcode')),
  ground_note TEXT NOT NULL DEFAULT '',
  no_conversation TEXT NOT NULL DEFAULT '',
  account_id TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  changed_at TIMESTAMP NOT NULL,
  answer_until DATE,
  overdue BOOLEAN NOT NULL DEFAULT FALSE,
  packet TEXT,
  packet_hash TEXT,
  token_hash TEXT UNIQUE,
  code_hash TEXT,
  code_misses INTEGER NOT NULL DEFAULT 0,
  offer_id TEXT REFERENCES offers (id),
  -- a task in law asks no consent, but that parents (from sixteen the pupil) were told: who, how, when
  informed TEXT NOT NULL DEFAULT '',
  informed_on DATE,
  -- the partner asked something that the school has not answered
  asked BOOLEAN NOT NULL DEFAULT FALSE,
  -- the hash of what was agreed to, as it was sent
  agreed_hash TEXT
);
CREATE INDEX referrals_school ON referrals (school_id, state);
CREATE INDEX referrals_pupil ON referrals (pupil_id);

CREATE TABLE referral_signals (
  referral_id TEXT NOT NULL REFERENCES referrals (id) ON DELETE CASCADE,
  signal_id TEXT NOT NULL REFERENCES signals (id),
  PRIMARY KEY (referral_id, signal_id)
);

-- the adults around a pupil, and what is known of their authority: asked, never assumed
CREATE TABLE adults (
  id TEXT NOT NULL PRIMARY KEY,
  pupil_id TEXT NOT NULL REFERENCES pupils (id),
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('parent', 'guardian', 'gi', 'nidos', 'chosen')),
  authority TEXT NOT NULL CHECK (authority IN ('known', 'stated', 'unknown', 'none')),
  -- nobody else has authority
  alone BOOLEAN NOT NULL DEFAULT FALSE,
  authority_source TEXT NOT NULL DEFAULT '',
  authority_on DATE,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  ended_at TIMESTAMP
);
CREATE INDEX adults_pupil ON adults (pupil_id);

CREATE TABLE pupil_wishes (
  id TEXT NOT NULL PRIMARY KEY,
  pupil_id TEXT NOT NULL REFERENCES pupils (id),
  wish TEXT NOT NULL CHECK (wish IN ('not_parents')),
  said_on DATE NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  account_id TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  ended_at TIMESTAMP,
  ended_by TEXT REFERENCES accounts (id),
  end_reason TEXT NOT NULL DEFAULT ''
);
CREATE INDEX pupil_wishes_pupil ON pupil_wishes (pupil_id);

CREATE TABLE consents (
  id TEXT NOT NULL PRIMARY KEY,
  referral_id TEXT NOT NULL REFERENCES referrals (id) ON DELETE CASCADE,
  -- empty: the pupil
  adult_id TEXT REFERENCES adults (id),
  -- whether what is written is right, or whether it may go
  about TEXT NOT NULL CHECK (about IN ('content', 'transfer')),
  answer TEXT NOT NULL CHECK (answer IN ('given', 'refused', 'unreachable', 'withdrawn')),
  purpose TEXT NOT NULL CHECK (purpose IN ('answer', 'answer_and_report')),
  until DATE,
  form TEXT NOT NULL CHECK (form IN ('written', 'oral')),
  given_on DATE NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  -- which parts were shown, and the hash of all that stood in them: other content is not agreed with
  parts TEXT NOT NULL DEFAULT '',
  parts_hash TEXT NOT NULL DEFAULT '',
  account_id TEXT NOT NULL REFERENCES accounts (id),
  at TIMESTAMP NOT NULL
);
CREATE INDEX consents_referral ON consents (referral_id);

-- sending without the consent that would be needed: asked by one, agreed to by another
CREATE TABLE overrides (
  id TEXT NOT NULL PRIMARY KEY,
  referral_id TEXT NOT NULL REFERENCES referrals (id) ON DELETE CASCADE,
  ground TEXT NOT NULL CHECK (ground IN ('vital_interest', 'legal_duty', 'conflict_of_duties')),
  reason TEXT NOT NULL,
  asked_by TEXT NOT NULL REFERENCES accounts (id),
  asked_at TIMESTAMP NOT NULL,
  agreed_by TEXT REFERENCES accounts (id),
  agreed_at TIMESTAMP,
  ended_at TIMESTAMP
);
CREATE INDEX overrides_referral ON overrides (referral_id);

CREATE TABLE referral_steps (
  id TEXT NOT NULL PRIMARY KEY,
  referral_id TEXT NOT NULL REFERENCES referrals (id) ON DELETE CASCADE,
  event TEXT NOT NULL,
  actor TEXT NOT NULL CHECK (actor IN ('school', 'partner', 'system')),
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  account_id TEXT REFERENCES accounts (id),
  -- who said so on the telephone, when staff write down a partner's step
  told_by TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  at TIMESTAMP NOT NULL,
  -- what a report says: `waiting` or `school_can`
  kind TEXT NOT NULL DEFAULT '',
  -- when there is room again, or until when help waits
  again_on DATE
);
CREATE INDEX referral_steps_referral ON referral_steps (referral_id, at);

CREATE TABLE partner_visits (
  visit_hash TEXT NOT NULL PRIMARY KEY,
  referral_id TEXT NOT NULL REFERENCES referrals (id) ON DELETE CASCADE,
  expires_at TIMESTAMP NOT NULL
);

-- who has a subject's row in hand: one at a time
CREATE TABLE assignments (
  id TEXT NOT NULL PRIMARY KEY,
  school_id TEXT NOT NULL REFERENCES schools (id),
  -- the id of the pupil, group or school, as in signals
  subject TEXT NOT NULL,
  pupil_id TEXT REFERENCES pupils (id),
  account_id TEXT NOT NULL REFERENCES accounts (id),
  -- none: handed on by itself, because the one who had it is gone
  by_account TEXT REFERENCES accounts (id),
  from_at TIMESTAMP NOT NULL,
  ended_at TIMESTAMP,
  note TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX assignments_one_open ON assignments (subject) WHERE ended_at IS NULL;
CREATE INDEX assignments_account ON assignments (account_id);

-- who stands in for whom, from a day to a day
CREATE TABLE stand_ins (
  id TEXT NOT NULL PRIMARY KEY,
  school_id TEXT NOT NULL REFERENCES schools (id),
  account_id TEXT NOT NULL REFERENCES accounts (id),
  stand_in_id TEXT NOT NULL REFERENCES accounts (id),
  starts_on DATE NOT NULL,
  ends_on DATE NOT NULL,
  by_account TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL
);
CREATE INDEX stand_ins_stand_in ON stand_ins (stand_in_id);
CREATE INDEX stand_ins_school ON stand_ins (school_id);

-- when a school is closed beside weekends and holidays of its region, and whom partners call then
CREATE TABLE closed_weeks (
  id TEXT NOT NULL PRIMARY KEY,
  school_id TEXT NOT NULL REFERENCES schools (id),
  from_on DATE NOT NULL,
  to_on DATE NOT NULL,
  name TEXT NOT NULL,
  call_whom TEXT NOT NULL DEFAULT '',
  call_phone TEXT NOT NULL DEFAULT '',
  by_account TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  CHECK (from_on <= to_on)
);
CREATE INDEX closed_weeks_school ON closed_weeks (school_id, from_on);

-- which reminder went to whom: each once
CREATE TABLE reminders (
  id TEXT NOT NULL PRIMARY KEY,
  -- an account, or a partner
  recipient TEXT NOT NULL,
  kind TEXT NOT NULL,
  about_id TEXT NOT NULL,
  due_on DATE NOT NULL,
  sent_at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX reminders_once ON reminders (recipient, kind, about_id, due_on);
-- what a school undertakes for a pupil, a group or itself, in its own domains
CREATE TABLE plans (
  id TEXT NOT NULL PRIMARY KEY,
  school_id TEXT NOT NULL REFERENCES schools (id),
  level TEXT NOT NULL CHECK (level IN ('pupil', 'group', 'school')),
  pupil_id TEXT REFERENCES pupils (id),
  group_id TEXT REFERENCES groups (id),
  -- rests on a signal that is for the coordinator alone
  restricted BOOLEAN NOT NULL DEFAULT FALSE,
  state TEXT NOT NULL CHECK (state IN ('draft', 'running', 'evaluating', 'ended', 'stopped')),
  goal TEXT NOT NULL DEFAULT '',
  -- the scale on which the goal is watched
  instrument TEXT,
  informant TEXT,
  scale TEXT,
  -- an intervention of the catalogue by its code, with the date of what was known of it then; or an approach of one's own
  intervention TEXT NOT NULL DEFAULT '',
  intervention_date DATE,
  own_approach TEXT NOT NULL DEFAULT '',
  -- what was agreed with the samenwerkingsverband
  arrangement TEXT NOT NULL DEFAULT '',
  owner_id TEXT NOT NULL REFERENCES accounts (id),
  starts_on DATE,
  evaluate_on DATE,
  no_conversation TEXT NOT NULL DEFAULT '',
  outcome TEXT CHECK (outcome IN ('better', 'same', 'worse', 'cannot_tell')),
  outcome_note TEXT NOT NULL DEFAULT '',
  account_id TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  changed_at TIMESTAMP NOT NULL,
  CHECK ((level = 'pupil') = (pupil_id IS NOT NULL)),
  CHECK ((level = 'group') = (group_id IS NOT NULL))
);
CREATE INDEX plans_school ON plans (school_id, state);
CREATE INDEX plans_pupil ON plans (pupil_id);
CREATE INDEX plans_group ON plans (group_id);

CREATE TABLE plan_domains (
  plan_id TEXT NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
  domain TEXT NOT NULL,
  PRIMARY KEY (plan_id, domain)
);

-- the signals that are quiet while a plan runs
CREATE TABLE plan_signals (
  plan_id TEXT NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
  signal_id TEXT NOT NULL REFERENCES signals (id) ON DELETE CASCADE,
  PRIMARY KEY (plan_id, signal_id)
);
CREATE INDEX plan_signals_signal ON plan_signals (signal_id);

CREATE TABLE plan_steps (
  id TEXT NOT NULL PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
  event TEXT NOT NULL,
  actor TEXT NOT NULL CHECK (actor IN ('person', 'system')),
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  account_id TEXT REFERENCES accounts (id),
  note TEXT NOT NULL DEFAULT '',
  -- the day of evaluation that was set by this step
  evaluate_on DATE,
  at TIMESTAMP NOT NULL,
  transferred_on DATE
);
CREATE INDEX plan_steps_plan ON plan_steps (plan_id, at);
-- links that were tried and open nothing, for the limit per address; kept for a day
CREATE TABLE handover_misses (
  id TEXT NOT NULL PRIMARY KEY,
  address TEXT NOT NULL,
  at TIMESTAMP NOT NULL
);
CREATE INDEX handover_misses_address ON handover_misses (address, at);

-- a letter that parents or the pupil take along, where a school may not ask itself
CREATE TABLE letters (
  id TEXT NOT NULL PRIMARY KEY,
  school_id TEXT NOT NULL REFERENCES schools (id),
  pupil_id TEXT NOT NULL REFERENCES pupils (id),
  partner_id TEXT NOT NULL REFERENCES partners (id),
  taken_by TEXT NOT NULL CHECK (taken_by IN ('parents', 'pupil')),
  question TEXT NOT NULL,
  follow_on DATE NOT NULL,
  outcome TEXT NOT NULL DEFAULT '' CHECK (outcome IN ('', 'applied', 'not_applied', 'otherwise')),
  closed_at TIMESTAMP,
  reminded_at TIMESTAMP,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL
);
CREATE INDEX letters_school ON letters (school_id, follow_on);
CREATE INDEX letters_pupil ON letters (pupil_id);

-- asking a partner's advice without a name: there is no way from here to a pupil
CREATE TABLE consultations (
  id TEXT NOT NULL PRIMARY KEY,
  school_id TEXT NOT NULL REFERENCES schools (id),
  with_whom TEXT NOT NULL,
  held_on DATE NOT NULL,
  question TEXT NOT NULL,
  advice TEXT NOT NULL DEFAULT '',
  account_id TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL
);
CREATE INDEX consultations_school ON consultations (school_id, held_on);

-- meldcode, apart from all of the above. A pupil here is an id without a tie to `pupils`: taking an import back must work
-- as if nothing stood here.
CREATE TABLE meldcode_files (
  id TEXT NOT NULL PRIMARY KEY,
  pupil_id TEXT NOT NULL,
  -- as it was when the file was opened
  pupil_name TEXT NOT NULL,
  school_id TEXT NOT NULL REFERENCES schools (id),
  officer_id TEXT NOT NULL REFERENCES accounts (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'decided', 'unfounded', 'closed')),
  opened_at TIMESTAMP NOT NULL,
  closed_on DATE,
  -- by when Veilig Thuis should have answered to a report that was made
  answer_by DATE
);
CREATE INDEX meldcode_files_pupil ON meldcode_files (pupil_id);

CREATE TABLE meldcode_steps (
  id TEXT NOT NULL PRIMARY KEY,
  file_id TEXT NOT NULL REFERENCES meldcode_files (id) ON DELETE CASCADE,
  step TEXT NOT NULL CHECK (step IN ('signals', 'consultation', 'conversation', 'weighing', 'decisions', 'reported', 'answered', 'unfounded', 'closed', 'reopened')),
  on_date DATE NOT NULL,
  -- what was seen and heard; what somebody makes of it stands apart
  facts TEXT NOT NULL DEFAULT '',
  opinion TEXT NOT NULL DEFAULT '',
  -- with whom: by function, never a name
  consulted TEXT NOT NULL DEFAULT '',
  report BOOLEAN,
  report_reason TEXT NOT NULL DEFAULT '',
  help BOOLEAN,
  help_reason TEXT NOT NULL DEFAULT '',
  account_id TEXT NOT NULL REFERENCES accounts (id),
  at TIMESTAMP NOT NULL
);
CREATE INDEX meldcode_steps_file ON meldcode_steps (file_id, on_date);

-- who else reads a file, from a day to a day
CREATE TABLE meldcode_people (
  id TEXT NOT NULL PRIMARY KEY,
  file_id TEXT NOT NULL REFERENCES meldcode_files (id) ON DELETE CASCADE,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  from_on DATE NOT NULL,
  until_on DATE NOT NULL,
  by_account TEXT NOT NULL REFERENCES accounts (id),
  CHECK (from_on <= until_on)
);
CREATE INDEX meldcode_people_account ON meldcode_people (account_id);
CREATE INDEX meldcode_people_file ON meldcode_people (file_id);

-- what stood elsewhere and was moved here whole (JSON), with who had read it there (JSON)
CREATE TABLE meldcode_papers (
  id TEXT NOT NULL PRIMARY KEY,
  file_id TEXT NOT NULL REFERENCES meldcode_files (id) ON DELETE CASCADE,
  came_from TEXT NOT NULL,
  content TEXT NOT NULL,
  read_by TEXT NOT NULL,
  moved_by TEXT NOT NULL REFERENCES accounts (id),
  moved_at TIMESTAMP NOT NULL
);
CREATE INDEX meldcode_papers_file ON meldcode_papers (file_id);

-- whose file it was before two pupils became one, so that the act can be taken back
CREATE TABLE meldcode_merges (
  id TEXT NOT NULL PRIMARY KEY,
  file_id TEXT NOT NULL REFERENCES meldcode_files (id) ON DELETE CASCADE,
  import_id TEXT NOT NULL,
  was_of TEXT NOT NULL
);
-- what a pupil or a parent wrote down before a conversation that they lead, in their own words
CREATE TABLE preparations (
  id TEXT NOT NULL PRIMARY KEY,
  pupil_id TEXT NOT NULL REFERENCES pupils (id),
  filled_by TEXT NOT NULL CHECK (filled_by IN ('pupil', 'parent')),
  strengths TEXT NOT NULL,
  worries TEXT NOT NULL,
  wish TEXT NOT NULL,
  filled_on DATE NOT NULL,
  -- the conversation it was for, once that was held
  conversation_id TEXT REFERENCES conversations (id),
  account_id TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL
);
CREATE INDEX preparations_pupil ON preparations (pupil_id, filled_on);

-- a meeting about pupils, with what is laid on the table made anew each time it is opened
CREATE TABLE meetings (
  id TEXT NOT NULL PRIMARY KEY,
  school_id TEXT NOT NULL REFERENCES schools (id),
  kind TEXT NOT NULL CHECK (kind IN ('group', 'pupils', 'support_team')),
  group_id TEXT REFERENCES groups (id),
  held_on DATE NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('prepared', 'closed')),
  account_id TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL
);
CREATE INDEX meetings_school ON meetings (school_id, held_on);

-- who sits at the table from outside the school: a function and where from, no name
CREATE TABLE meeting_guests (
  id TEXT NOT NULL PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  job TEXT NOT NULL,
  organisation TEXT NOT NULL
);
CREATE INDEX meeting_guests_meeting ON meeting_guests (meeting_id);

CREATE TABLE meeting_subjects (
  id TEXT NOT NULL PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  pupil_id TEXT REFERENCES pupils (id),
  group_id TEXT REFERENCES groups (id),
  place INTEGER NOT NULL,
  -- why outsiders may hear the name, and who was invited when: judged again each time the meeting is opened
  ground TEXT CHECK (ground IN ('consent', 'statutory', 'meldcode')),
  ground_note TEXT NOT NULL DEFAULT '',
  parents_invited_on DATE,
  pupil_invited_on DATE,
  -- said of a pupil whose name outsiders may not hear
  need TEXT NOT NULL DEFAULT '',
  -- what was decided, once that was typed
  conversation_id TEXT REFERENCES conversations (id),
  CHECK ((group_id IS NULL) <> (pupil_id IS NULL))
);
CREATE INDEX meeting_subjects_meeting ON meeting_subjects (meeting_id, place);
CREATE INDEX meeting_subjects_pupil ON meeting_subjects (pupil_id);

-- the person who saw a rehearsal of forgetting at a school and let it begin: from then on the worker forgets by itself
CREATE TABLE forgetting_accepts (
  school_id TEXT NOT NULL PRIMARY KEY REFERENCES schools (id),
  account_id TEXT NOT NULL REFERENCES accounts (id),
  accepted_at TIMESTAMP NOT NULL
);

-- what was forgotten, in counts and without names (JSON)
CREATE TABLE forgetting_reports (
  id TEXT NOT NULL PRIMARY KEY,
  school_id TEXT NOT NULL REFERENCES schools (id),
  at TIMESTAMP NOT NULL,
  report TEXT NOT NULL
);
CREATE INDEX forgetting_reports_school ON forgetting_reports (school_id, at);

-- pupils who went to special education: their file stays a year longer
CREATE TABLE special_schooling (
  id TEXT NOT NULL PRIMARY KEY,
  pupil_id TEXT NOT NULL REFERENCES pupils (id),
  account_id TEXT NOT NULL REFERENCES accounts (id),
  noted_at TIMESTAMP NOT NULL
);
CREATE INDEX special_schooling_pupil ON special_schooling (pupil_id);

-- pupils whose file is forgotten while their enrolment is still kept: no second look every day
CREATE TABLE forgotten_files (
  id TEXT NOT NULL PRIMARY KEY,
  pupil_id TEXT NOT NULL REFERENCES pupils (id),
  forgotten_on DATE NOT NULL
);
CREATE INDEX forgotten_files_pupil ON forgotten_files (pupil_id);

-- what was raised once and whose signal is forgotten, without a word about it: so that it is not raised again
CREATE TABLE known_findings (
  id TEXT NOT NULL PRIMARY KEY,
  school_id TEXT NOT NULL REFERENCES schools (id),
  subject TEXT NOT NULL,
  pupil_id TEXT REFERENCES pupils (id),
  rule TEXT NOT NULL,
  series TEXT NOT NULL,
  round TEXT NOT NULL
);
CREATE INDEX known_findings_subject ON known_findings (subject);

-- signals that are forgotten, counted by school year and rule and by what became of them
CREATE TABLE kept_counts (
  school_id TEXT NOT NULL REFERENCES schools (id),
  school_year INTEGER NOT NULL,
  rule TEXT NOT NULL,
  state TEXT NOT NULL,
  mentor_view TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  n INTEGER NOT NULL,
  PRIMARY KEY (school_id, school_year, rule, state, mentor_view, reason)
);

-- rounds from which scores were forgotten: no figure of them is shown any more
CREATE TABLE forgotten_rounds (
  school_id TEXT NOT NULL REFERENCES schools (id),
  series_key INTEGER NOT NULL,
  round_key INTEGER NOT NULL,
  PRIMARY KEY (school_id, series_key, round_key)
);

-- imports that touched a pupil who is forgotten: they cannot be taken back
CREATE TABLE forgotten_imports (
  import_id TEXT NOT NULL PRIMARY KEY REFERENCES imports (id)
);

-- observations that somebody keeps past the year's end, and why; once a school year
CREATE TABLE observation_keeps (
  observation_id TEXT NOT NULL REFERENCES observations (id) ON DELETE CASCADE,
  school_year INTEGER NOT NULL,
  reason TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  kept_at TIMESTAMP NOT NULL,
  PRIMARY KEY (observation_id, school_year)
);

-- a pupil who is not one's own, opened for hours with a reason, and what the coordinator said of it afterwards
CREATE TABLE openings (
  id TEXT NOT NULL PRIMARY KEY,
  school_id TEXT NOT NULL REFERENCES schools (id),
  pupil_id TEXT NOT NULL REFERENCES pupils (id),
  account_id TEXT NOT NULL REFERENCES accounts (id),
  reason TEXT NOT NULL,
  opened_at TIMESTAMP NOT NULL,
  open_until TIMESTAMP NOT NULL,
  verdict TEXT CHECK (verdict IN ('in_order', 'not_in_order')),
  verdict_note TEXT NOT NULL DEFAULT '',
  reviewed_by TEXT REFERENCES accounts (id),
  reviewed_at TIMESTAMP
);
CREATE INDEX openings_account ON openings (account_id, open_until);
CREATE INDEX openings_school ON openings (school_id, opened_at);
CREATE INDEX openings_pupil ON openings (pupil_id);

-- what parents or a pupil were given of the log, and how a person weighed it
CREATE TABLE log_releases (
  id TEXT NOT NULL PRIMARY KEY,
  pupil_id TEXT NOT NULL REFERENCES pupils (id),
  asked_by TEXT NOT NULL CHECK (asked_by IN ('pupil', 'parent')),
  asked_on DATE NOT NULL,
  asker TEXT NOT NULL,
  -- the pupil's wish, and what one parent may not read
  weighed TEXT NOT NULL,
  -- why names of staff stand in it; empty: functions alone
  names_because TEXT NOT NULL DEFAULT '',
  account_id TEXT NOT NULL REFERENCES accounts (id),
  released_at TIMESTAMP NOT NULL
);
CREATE INDEX log_releases_pupil ON log_releases (pupil_id);

CREATE TABLE log_release_lines (
  release_id TEXT NOT NULL REFERENCES log_releases (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  on_day DATE NOT NULL,
  -- the word for the role that was used, and for what was done
  function TEXT NOT NULL,
  purpose TEXT NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (release_id, seq)
);

-- what must still happen, and what happened

CREATE TABLE outbox (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  run_after TIMESTAMP NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  leased_until TIMESTAMP,
  last_error TEXT,
  done_at TIMESTAMP
);
CREATE INDEX outbox_waiting ON outbox (run_after) WHERE done_at IS NULL;

CREATE TABLE audit (
  id TEXT NOT NULL PRIMARY KEY,
  at TIMESTAMP NOT NULL,
  account_id TEXT,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  detail TEXT NOT NULL DEFAULT '',
  -- its place in the chain, once it is sealed
  seq BIGINT
);
CREATE INDEX audit_subject ON audit (subject_kind, subject_id, at);
CREATE INDEX audit_unsealed ON audit (id) WHERE seq IS NULL;

-- the chains over what was written down: each seal holds the one before it, the id of its line, and salted hashes of what
-- the line says. A salt goes with what is forgotten; the chain holds without it.
CREATE TABLE seals (
  chain TEXT NOT NULL CHECK (chain IN ('log', 'meldcode')),
  seq BIGINT NOT NULL,
  line_id TEXT NOT NULL,
  line_salt TEXT,
  line_hash TEXT NOT NULL,
  words_salt TEXT,
  words_hash TEXT NOT NULL,
  -- the line that says that this one, or its words, were forgotten
  line_gone_by TEXT,
  words_gone_by TEXT,
  seal TEXT NOT NULL,
  PRIMARY KEY (chain, seq)
);
CREATE UNIQUE INDEX seals_line ON seals (chain, line_id);

-- who saw and did what with the meldcode: a log and a chain of its own
CREATE TABLE meldcode_reads (
  id TEXT NOT NULL PRIMARY KEY,
  at TIMESTAMP NOT NULL,
  account_id TEXT,
  action TEXT NOT NULL,
  file_id TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  detail TEXT NOT NULL DEFAULT '',
  seq BIGINT
);
CREATE INDEX meldcode_reads_unsealed ON meldcode_reads (id) WHERE seq IS NULL;
CREATE INDEX meldcode_reads_file ON meldcode_reads (file_id, at);
