//! The API's ways in, one row each: path, who may, and what the description says.

use actix_web::web::to;

use super::openapi::named;
use super::{health, imports, observations, openapi, partners, people, referrals, scores, signals, tokens};
use crate::door::Access::{self, Open, Roles, SignedIn};
use crate::door::Route;
use crate::evidence::imports::Report;
use crate::ground::scope::Role;

const COORDINATOR: Access = Roles(&[Role::Coordinator]);
const ADMIN: Access = Roles(&[Role::Admin]);
const DIRECTORY: Access = Roles(&[Role::Coordinator, Role::Admin]);
const CARE: Access = Roles(&[Role::Mentor, Role::Coordinator]);
const WRITERS: Access = Roles(&[Role::Mentor, Role::Coordinator, Role::Staff]);

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
    Route::get("/api/v1/schools", SignedIn, || to(people::schools))
        .says("The schools of the caller")
        .lists(named::<people::School>),
    Route::get("/api/v1/groups", CARE, || to(people::groups))
        .says("The groups the caller may open, of this school year")
        .lists(named::<people::Group>),
    Route::get("/api/v1/pupils", CARE, || to(people::pupils))
        .says("The pupils the caller may see")
        .asks(&["cursor"])
        .lists(named::<people::Pupil>),
    Route::get("/api/v1/pupils/{id}", CARE, || to(people::pupil))
        .says("One pupil")
        .gives(named::<people::Pupil>),
    Route::get("/api/v1/conversations", CARE, || to(people::conversations))
        .says("The conversations about a pupil")
        .asks(&["pupil", "cursor"])
        .lists(named::<people::Conversation>),
    Route::post("/api/v1/conversations", CARE, || to(people::record))
        .says("Records a conversation")
        .takes(named::<people::NewConversation>)
        .gives(named::<people::Made>),
    Route::get("/api/v1/observations", CARE, || to(observations::about))
        .says("The observations about a pupil or a group")
        .asks(&["pupil", "group", "cursor"])
        .lists(named::<observations::Observation>),
    Route::post("/api/v1/observations", WRITERS, || to(observations::write))
        .says("Writes an observation down; a concern becomes a signal at once")
        .takes(named::<observations::NewObservation>)
        .gives(named::<observations::Written>),
    Route::get("/api/v1/imports", IMPORTERS, || to(imports::latest))
        .says("The latest imports of a school")
        .asks(&["school"])
        .lists(named::<imports::Import>),
    Route::post("/api/v1/imports", IMPORTERS, || to(imports::bring_in))
        .says("Brings in the CSV file that is the body; the report as of `baken import --json`")
        .asks(&["school", "kind", "name", "strict", "dry_run", "accept_changes"])
        .gives(named::<Report>),
    Route::get("/api/v1/imports/{id}", IMPORTERS, || to(imports::one))
        .says("The report of an import")
        .gives(named::<Report>),
    Route::post("/api/v1/imports/{id}/undo", IMPORTERS, || to(imports::undo))
        .says("Takes an import back as one act")
        .gives(named::<Report>),
    Route::get("/api/v1/scores", CARE, || to(scores::of_pupil))
        .says("The scores of a pupil, by scale and informant, oldest first")
        .asks(&["pupil"])
        .lists(named::<scores::Score>),
    Route::get("/api/v1/signals", CARE, || to(signals::all))
        .says("The signals the caller may see, with their evidence")
        .asks(&["school", "pupil", "cursor"])
        .lists(named::<signals::Signal>),
    Route::get("/api/v1/signals/{id}", CARE, || to(signals::one))
        .says("One signal with its evidence")
        .gives(named::<signals::Signal>),
    Route::post("/api/v1/signals/{id}/decisions", CARE, || to(signals::decide))
        .says("A decision on all open signals of the subject, or a mentor's answer")
        .takes(named::<signals::NewDecision>)
        .gives(named::<signals::Decided>),
    Route::get("/api/v1/rulesets", SignedIn, || to(signals::rulesets))
        .says("The rulesets that ship")
        .lists(named::<signals::Rules>),
    Route::get("/api/v1/partners", DIRECTORY, || to(partners::all))
        .says("The directory of partners")
        .lists(named::<partners::Partner>),
    Route::post("/api/v1/partners", ADMIN, || to(partners::add))
        .says("Puts a partner in the directory")
        .takes(named::<partners::NewPartner>)
        .gives(named::<people::Made>),
    Route::get("/api/v1/referrals", COORDINATOR, || to(referrals::all))
        .says("The referrals of the caller's schools")
        .asks(&["cursor"])
        .lists(named::<referrals::Referral>),
    Route::post("/api/v1/referrals", COORDINATOR, || to(referrals::begin))
        .says("Begins a referral with what is known already")
        .takes(named::<referrals::NewReferral>)
        .gives(named::<people::Made>),
    Route::get("/api/v1/referrals/{id}", COORDINATOR, || to(referrals::one))
        .says("One referral with its steps")
        .gives(named::<referrals::Referral>),
    Route::post("/api/v1/referrals/{id}", COORDINATOR, || to(referrals::change))
        .says("Changes a draft; what is left out becomes empty")
        .takes(named::<referrals::Draft>)
        .gives(named::<referrals::Referral>),
    Route::post("/api/v1/referrals/{id}/consents", COORDINATOR, || to(referrals::consent))
        .says("Notes an answer about consent; consent taken back stops what runs")
        .takes(named::<referrals::NewConsent>)
        .gives(named::<referrals::Referral>),
    Route::post("/api/v1/referrals/{id}/transitions", COORDINATOR, || to(referrals::transition))
        .says("Moves a referral: sends it, takes it back, or notes what a partner told")
        .takes(named::<referrals::NewTransition>)
        .gives(named::<referrals::Moved>),
];
