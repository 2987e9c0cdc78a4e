//! The API's ways in, one row each: path, who may, and what the description says.

use actix_web::web::to;

use super::openapi::named;
use super::{
    adults, answer, conversations, decisions, health, imports, interventions, observations, openapi,
    partners, plans, pupils, referrals, rules, rulesets, schools, scores, signals, tokens,
};
use crate::door::Access::{self, Open, Roles, SignedIn};
use crate::door::Route;
use crate::evidence::imports::Report;
use crate::ground::scope::Role;

const COORDINATOR: Access = Roles(&[Role::Coordinator]);
const ADMIN: Access = Roles(&[Role::Admin]);
const DIRECTORY: Access = Roles(&[Role::Coordinator, Role::Admin]);
const CARE: Access = Roles(&[Role::Mentor, Role::Coordinator]);
const WRITERS: Access = Roles(&[Role::Mentor, Role::Coordinator, Role::Staff]);

/// Who may look into the catalogue of interventions.
const CATALOGUE: Access = Roles(&[Role::Mentor, Role::Coordinator, Role::Leader]);

/// Who sees the school's figures.
const FIGURES: Access = Roles(&[Role::Coordinator, Role::Leader]);

const IMPORTERS: Access = Roles(&[Role::Administration, Role::Coordinator]);

/// Every route of the API.
pub const ROUTES: &[Route] = &[
    Route::get("/healthz", Open, || to(health::alive)),
    Route::get("/readyz", Open, || to(health::ready)),
    Route::get("/metrics", Open, || to(health::metrics)),
    Route::get("/api/openapi.json", Open, || to(openapi::describe)),
    Route::post("/api/v1/tokens", Open, || to(tokens::issue))
        .says("A token of a quarter of an hour for a password")
        .takes(named::<tokens::Credentials>)
        .gives(named::<tokens::Token>),
    Route::get("/api/v1/schools", SignedIn, || to(schools::schools))
        .says("The schools of the caller")
        .lists(named::<schools::School>),
    Route::get("/api/v1/groups", CARE, || to(schools::groups))
        .says("The groups the caller may open, of this school year")
        .lists(named::<schools::Group>),
    Route::get("/api/v1/pupils", CARE, || to(pupils::pupils))
        .says("The pupils the caller may see")
        .asks(&["cursor"])
        .lists(named::<pupils::Pupil>),
    Route::get("/api/v1/pupils/{id}", CARE, || to(pupils::pupil))
        .says("One pupil, with counts of absence and what published criteria say of them")
        .gives(named::<pupils::OnePupil>),
    Route::get("/api/v1/pupils/{id}/adults", COORDINATOR, || to(adults::all))
        .says("The adults around a pupil, with what is known of their authority")
        .lists(named::<adults::Adult>),
    Route::post("/api/v1/pupils/{id}/adults", COORDINATOR, || to(adults::add))
        .says("Writes an adult down; known or stated authority with its source and day")
        .takes(named::<adults::NewAdult>)
        .gives(named::<answer::Made>),
    Route::post("/api/v1/pupils/{id}/adults/{adult}", COORDINATOR, || to(adults::change))
        .says("Changes what is said of an adult, or ends it")
        .takes(named::<adults::NewAdult>)
        .gives(named::<answer::Made>),
    Route::get("/api/v1/conversations", CARE, || to(conversations::of_pupil))
        .says("The conversations about a pupil")
        .asks(&["pupil", "cursor"])
        .lists(named::<conversations::Conversation>),
    Route::post("/api/v1/conversations", CARE, || to(conversations::record::record))
        .says("Records a conversation")
        .takes(named::<conversations::record::NewConversation>)
        .gives(named::<answer::Made>),
    Route::get("/api/v1/observations", CARE, || to(observations::about))
        .says("The observations about a pupil or a group")
        .asks(&["pupil", "group", "cursor"])
        .lists(named::<observations::Observation>),
    Route::post("/api/v1/observations", WRITERS, || to(observations::write::write))
        .says("Writes an observation down; a concern becomes a signal at once")
        .takes(named::<observations::write::NewObservation>)
        .gives(named::<observations::write::Written>),
    Route::get("/api/v1/imports", IMPORTERS, || to(imports::latest))
        .says("The latest imports of a school")
        .asks(&["school"])
        .lists(named::<imports::Import>),
    Route::post("/api/v1/imports", IMPORTERS, || to(imports::offer::bring_in))
        .says("Brings in the CSV file that is the body; the report as of `baken import --json`")
        .asks(&["school", "kind", "points", "name", "next_year", "strict", "dry_run", "accept_changes"])
        .gives(named::<Report>),
    Route::get("/api/v1/imports/{id}", IMPORTERS, || to(imports::report::one))
        .says("The report of an import")
        .gives(named::<Report>),
    Route::post("/api/v1/imports/{id}/undo", IMPORTERS, || to(imports::report::undo))
        .says("Takes an import back as one act")
        .gives(named::<Report>),
    Route::get("/api/v1/scores", CARE, || to(scores::of_pupil))
        .says("The scores of a pupil, by scale and informant, oldest first")
        .asks(&["pupil"])
        .lists(named::<scores::Score>),
    Route::get("/api/v1/signals", CARE, || to(signals::all))
        .says("The signals the caller may see, with their evidence")
        .asks(&["school", "pupil", "cursor"])
        .lists(named::<signals::shape::Signal>),
    Route::get("/api/v1/signals/{id}", CARE, || to(signals::one))
        .says("One signal with its evidence")
        .gives(named::<signals::shape::Signal>),
    Route::post("/api/v1/signals/{id}/decisions", CARE, || to(decisions::decide))
        .says("A decision on all open signals of the subject, or a mentor's answer")
        .takes(named::<decisions::NewDecision>)
        .gives(named::<decisions::Decided>),
    Route::get("/api/v1/rules", FIGURES, || to(rules::rates))
        .says("How often each rule proved right at a school")
        .asks(&["school"])
        .lists(named::<rules::RuleRate>),
    Route::get("/api/v1/rulesets", SignedIn, || to(rulesets::rulesets))
        .says("The rulesets that ship, and the board's own")
        .lists(named::<rulesets::Rules>),
    Route::get("/api/v1/rulesets/{name}/preview", COORDINATOR, || to(rulesets::preview::preview))
        .says("What a ruleset would have told in the past rounds of a school; takes some seconds")
        .asks(&["school"])
        .gives(named::<rulesets::preview::Previewed>),
    Route::post("/api/v1/rulesets/{name}/choices", COORDINATOR, || to(rulesets::accept::accept))
        .says("Accepts a ruleset for a school from a day on; it takes effect between rounds only")
        .takes(named::<rulesets::accept::NewChoice>)
        .gives(named::<rulesets::accept::Chosen>),
    Route::post("/api/v1/rulesets/{name}/withdrawals", COORDINATOR, || to(rulesets::accept::withdraw))
        .says("Takes back the choice of a ruleset that waits; what holds goes on to hold")
        .takes(named::<rulesets::accept::Withdrawal>)
        .gives(named::<rulesets::accept::Withdrawn>),
    Route::get("/api/v1/partners", DIRECTORY, || to(partners::all))
        .says("The directory of partners")
        .lists(named::<partners::Partner>),
    Route::post("/api/v1/partners", ADMIN, || to(partners::add::add))
        .says("Puts a partner in the directory")
        .takes(named::<partners::add::NewPartner>)
        .gives(named::<answer::Made>),
    Route::get("/api/v1/interventions", CATALOGUE, || to(interventions::all))
        .says("The interventions this installation knows, with what is known of each, from whom and when")
        .lists(named::<interventions::Intervention>),
    Route::get("/api/v1/plans", CARE, || to(plans::all))
        .says("The plans the caller may see")
        .asks(&["school", "pupil", "cursor"])
        .lists(named::<plans::shape::Plan>),
    Route::post("/api/v1/plans", CARE, || to(plans::begin::begin))
        .says("Draws up a plan for a pupil, a group or a school; it begins by a transition")
        .takes(named::<plans::begin::NewPlan>)
        .gives(named::<answer::Made>),
    Route::get("/api/v1/plans/{id}", CARE, || to(plans::one))
        .says("One plan with its steps and what its scale says")
        .gives(named::<plans::shape::Plan>),
    Route::post("/api/v1/plans/{id}/transitions", CARE, || to(plans::moves::transition))
        .says("Moves a plan: begins it, looks back, goes on, ends or stops it")
        .takes(named::<plans::moves::NewTransition>)
        .gives(named::<plans::moves::Moved>),
    Route::get("/api/v1/referrals", COORDINATOR, || to(referrals::all))
        .says("The referrals of the caller's schools")
        .asks(&["cursor"])
        .lists(named::<referrals::shape::Referral>),
    Route::post("/api/v1/referrals", COORDINATOR, || to(referrals::begin::begin))
        .says("Begins a referral with what is known already")
        .takes(named::<referrals::begin::NewReferral>)
        .gives(named::<answer::Made>),
    Route::get("/api/v1/referrals/{id}", COORDINATOR, || to(referrals::one))
        .says("One referral with its steps")
        .gives(named::<referrals::shape::Referral>),
    Route::post("/api/v1/referrals/{id}", COORDINATOR, || to(referrals::drafts::change))
        .says("Changes a draft; what is left out becomes empty")
        .takes(named::<referrals::drafts::Draft>)
        .gives(named::<referrals::shape::Referral>),
    Route::get("/api/v1/referrals/{id}/packet", COORDINATOR, || to(referrals::packet::one))
        .says("What the partner sees, or would see now: the parts, and the same as plain text")
        .gives(named::<referrals::packet::Handover>),
    Route::post("/api/v1/referrals/{id}/consents", COORDINATOR, || to(referrals::consents::consent))
        .says("Notes an answer about consent; consent taken back stops what runs")
        .takes(named::<referrals::consents::NewConsent>)
        .gives(named::<referrals::shape::Referral>),
    Route::post("/api/v1/referrals/{id}/transitions", COORDINATOR, || to(referrals::moves::transition))
        .says("Moves a referral: sends it, takes it back, or notes what a partner told")
        .takes(named::<referrals::moves::NewTransition>)
        .gives(named::<referrals::moves::Moved>),
];
