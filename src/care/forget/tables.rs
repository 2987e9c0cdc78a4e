//! Every table of the database, and what forgetting a pupil does to it: rows go with the file or with the enrolment, in an
//! order that foreign keys allow, or stay, with the reason. A test holds this list against the schema. Pure.

/// With what a row goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// The file: scores, signals, what people wrote and did.
    File,
    /// What the law lets a school keep longer: enrolment and absence.
    Enrolment,
}

/// Rows of a table that go.
#[derive(Debug, Clone, Copy)]
pub struct Goes {
    /// The table.
    pub table: &'static str,
    /// Under which word they are counted; empty: not counted, for they hang on what is.
    pub kind: &'static str,
    /// With what they go.
    pub stage: Stage,
    /// Which rows: the condition in SQL, `$1` is the pupil's id.
    pub rows: &'static str,
}

const fn file(table: &'static str, kind: &'static str, rows: &'static str) -> Goes {
    Goes { table, kind, stage: Stage::File, rows }
}

const fn enrolment(table: &'static str, kind: &'static str, rows: &'static str) -> Goes {
    Goes { table, kind, stage: Stage::Enrolment, rows }
}

const OF_PUPIL: &str = "pupil_id = $1";
/// Which rows of a table of scores are of the pupil.
pub const OF_KEY: &str = "pupil_key = (SELECT key FROM pupils WHERE id = $1)";
const OF_REFERRAL: &str = "referral_id IN (SELECT id FROM referrals WHERE pupil_id = $1)";
const OF_PLAN: &str = "plan_id IN (SELECT id FROM plans WHERE pupil_id = $1)";
const OF_SIGNAL: &str = "signal_id IN (SELECT id FROM signals WHERE pupil_id = $1)";

/// What an import noted of a pupil. Of a merge everything: it names the number that went too.
pub const NOTES: &str = "subject = $1 OR before LIKE '%' || $1 || '%' \
    OR subject IN (SELECT id FROM memberships WHERE pupil_id = $1) \
    OR subject IN (SELECT id FROM relations WHERE pupil_id = $1) \
    OR (what IN ('score', 'critical', 'attendance') \
        AND subject LIKE (SELECT CAST(key AS TEXT) FROM pupils WHERE id = $1) || ':%') \
    OR (what = 'rating' \
        AND (subject LIKE '%:' || (SELECT CAST(key AS TEXT) FROM pupils WHERE id = $1) || ':%' \
            OR subject LIKE '%:' || (SELECT CAST(key AS TEXT) FROM pupils WHERE id = $1))) \
    OR import_id IN (SELECT merged.import_id FROM import_changes merged \
        JOIN imports ON imports.id = merged.import_id AND imports.kind = 'merge' \
        WHERE merged.subject = $1 OR merged.before LIKE '%' || $1 || '%')";

/// The rows that go, in this order.
pub const GOES: &[Goes] = &[
    file(
        "outbox",
        "",
        "EXISTS (SELECT 1 FROM referrals WHERE pupil_id = $1 AND outbox.payload LIKE '%' || referrals.id || '%')",
    ),
    file(
        "drafts",
        "",
        "form LIKE '%' || $1 || '%' OR body LIKE '%' || $1 || '%' \
         OR EXISTS (SELECT 1 FROM referrals WHERE pupil_id = $1 AND drafts.form LIKE '%' || referrals.id || '%') \
         OR EXISTS (SELECT 1 FROM signals WHERE pupil_id = $1 AND drafts.form LIKE '%' || signals.id || '%')",
    ),
    file(
        "reminders",
        "",
        "about_id IN (SELECT id FROM referrals WHERE pupil_id = $1) \
         OR about_id IN (SELECT id FROM letters WHERE pupil_id = $1) \
         OR about_id IN (SELECT id FROM plans WHERE pupil_id = $1) \
         OR about_id IN (SELECT id FROM signals WHERE pupil_id = $1)",
    ),
    file("partner_visits", "", OF_REFERRAL),
    file("referral_steps", "", OF_REFERRAL),
    file("overrides", "", OF_REFERRAL),
    file("consents", "", OF_REFERRAL),
    file(
        "referral_signals",
        "",
        "referral_id IN (SELECT id FROM referrals WHERE pupil_id = $1) \
         OR signal_id IN (SELECT id FROM signals WHERE pupil_id = $1)",
    ),
    file("referrals", "referrals", OF_PUPIL),
    file("adults", "", OF_PUPIL),
    file("pupil_wishes", "", OF_PUPIL),
    file("letters", "letters", OF_PUPIL),
    file("plan_domains", "", OF_PLAN),
    file("plan_steps", "", OF_PLAN),
    file(
        "plan_signals",
        "",
        "plan_id IN (SELECT id FROM plans WHERE pupil_id = $1) \
         OR signal_id IN (SELECT id FROM signals WHERE pupil_id = $1)",
    ),
    file("plans", "plans", OF_PUPIL),
    file("assignments", "", OF_PUPIL),
    file("decisions", "", OF_SIGNAL),
    file("signal_evidence", "", OF_SIGNAL),
    file("signals", "signals", OF_PUPIL),
    file("known_findings", "", OF_PUPIL),
    file("observation_keeps", "", "observation_id IN (SELECT id FROM observations WHERE pupil_id = $1)"),
    file("observations", "observations", OF_PUPIL),
    file("preparations", "conversations", OF_PUPIL),
    file("meeting_subjects", "", OF_PUPIL),
    file("conversations", "conversations", OF_PUPIL),
    file("objections", "consents", OF_PUPIL),
    file("list_consents", "consents", OF_PUPIL),
    file("openings", "log", OF_PUPIL),
    file("log_release_lines", "", "release_id IN (SELECT id FROM log_releases WHERE pupil_id = $1)"),
    file("log_releases", "log", OF_PUPIL),
    file("withdrawn_scores", "", OF_KEY),
    file("import_changes", "", NOTES),
    file(
        "import_rows",
        "",
        "import_id IN (SELECT imports.id FROM imports JOIN pupils ON pupils.school_id = imports.school_id \
            WHERE pupils.id = $1) \
         AND EXISTS (SELECT 1 FROM pupils WHERE id = $1 AND (parsed LIKE '%\"' || number || '\"%' \
            OR ';' || raw || ';' LIKE '%;' || number || ';%' OR ',' || raw || ',' LIKE '%,' || number || ',%'))",
    ),
    file(
        "ratings",
        "scores",
        "rater_key = (SELECT key FROM pupils WHERE id = $1) \
         OR rated_key = (SELECT key FROM pupils WHERE id = $1)",
    ),
    file("critical_answers", "scores", OF_KEY),
    file("scores", "scores", OF_KEY),
    file("relations", "", OF_PUPIL),
    file("pupil_eckids", "", OF_PUPIL),
    file("special_schooling", "", OF_PUPIL),
    enrolment("attendance", "attendance", OF_KEY),
    enrolment("forgotten_files", "", OF_PUPIL),
    enrolment("memberships", "", OF_PUPIL),
    enrolment(
        "aliases",
        "",
        "what = 'pupil' AND EXISTS (SELECT 1 FROM pupils WHERE id = $1 \
            AND pupils.school_id = aliases.school_id AND (stands_for = number OR name = number))",
    ),
    enrolment("pupils", "pupils", "id = $1"),
];

/// The tables that stay as they are, and why.
pub const STAYS: &[(&str, &str)] = &[
    ("counters", "numbers that were handed out; none stands for anybody by itself"),
    ("schools", "the school"),
    ("groups", "groups of the school, without their pupils"),
    ("accounts", "people who work at the school"),
    ("roles", "what they are there"),
    ("sessions", "theirs, and gone after hours"),
    ("login_failures", "theirs, and gone after a day"),
    (
        "imports",
        "that a file came in, with counts; what it noted of a pupil goes, and the numbers of a merge",
    ),
    ("import_scores", "set aside until somebody decides; gone within days"),
    ("import_waiting", "files that wait for their turn; gone within days"),
    ("import_asked", "lists whose columns nobody has named; gone within days"),
    ("profiles", "how lists are read"),
    ("series", "what is measured"),
    ("rounds", "when it is measured"),
    ("round_days", "when the rounds of a list were over the board"),
    ("origins", "where scores are from; goes with its last score"),
    ("critical_agreements", "who reads critical answers"),
    ("totals", "means that came in as such: of no pupil"),
    ("ruleset_choices", "which rules the school accepted"),
    ("silences", "what rules could not say of groups and schools in the last run"),
    ("partners", "organisations"),
    ("offers", "what they offer"),
    ("consultations", "advice asked without a name: there is no way from it to a pupil"),
    ("meetings", "that people of the school met; whose turn it was goes"),
    ("meeting_guests", "functions and organisations, no names"),
    ("handover_misses", "addresses that guessed; gone within a day"),
    ("stand_ins", "who stood in for whom"),
    ("closed_weeks", "when the school was closed"),
    ("forgetting_accepts", "who let forgetting begin"),
    ("forgetting_reports", "what was forgotten, in rounded counts"),
    ("kept_counts", "signals of a year, counted"),
    ("forgotten_rounds", "of which rounds no figure is shown any more"),
    ("forgotten_imports", "which imports cannot be taken back any more"),
    (
        "meldcode_files",
        "only the child, from sixteen on, may ask that they go; they hold the name themselves",
    ),
    ("meldcode_steps", "with the meldcode file"),
    ("meldcode_people", "with the meldcode file"),
    ("meldcode_papers", "with the meldcode file"),
    ("meldcode_merges", "with the meldcode file"),
    ("meldcode_reads", "the log of the meldcode"),
    ("seals", "hashes of lines of the log"),
    ("audit", "ids alone; whose id it was is written nowhere any more"),
];
