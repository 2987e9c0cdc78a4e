//! The pages' ways in, one row each: path and who may. What a person then sees is the scope's matter.

use actix_web::web::to;

use super::{
    account, admin, administration, agreements, assets, class_list, closing, consult, drafts, groups,
    handover, home, imports, instruments, interventions, keeping, letter, meetings, meldcode, merging,
    observe, openings, partners, plans, profiles, pupils, referrals, rollover, rules, school, sheet, signals,
    standing_in, to_file, work, year_end,
};
use crate::door::Access::{Open, Roles, SignedIn};
use crate::door::{Access, Route};
use crate::ground::scope::Role;

/// The care coordinator alone.
const COORDINATOR: Access = Roles(&[Role::Coordinator]);
/// The mentor alone: a coordinator sees every pupil of the school.
const MENTOR: Access = Roles(&[Role::Mentor]);
/// Who works with pupils: the mentor and the coordinator.
const CARE: Access = Roles(&[Role::Mentor, Role::Coordinator]);

/// Those who bring files in.
const IMPORTERS: Access = Roles(&[Role::Administration, Role::Coordinator]);

/// Who writes down what was seen.
const WRITERS: Access = Roles(&[Role::Mentor, Role::Coordinator, Role::Staff]);
/// Who sees the school's figures.
const FIGURES: Access = Roles(&[Role::Coordinator, Role::Leader]);

/// Who may look into the catalogue of interventions.
const CATALOGUE: Access = Roles(&[Role::Mentor, Role::Coordinator, Role::Leader]);

/// The board's administration.
const ADMIN: Access = Roles(&[Role::Admin]);

/// Who sees the directory of partners, tells waiting times and makes sure of addresses.
const DIRECTORY: Access = Roles(&[Role::Coordinator, Role::Admin]);

/// Who keeps the accounts, ties and settings of a school.
const KEEPERS: Access = Roles(&[Role::Administration, Role::Admin]);

/// Every page.
pub const ROUTES: &[Route] = &[
    Route::get("/stijl.css", Open, || to(assets::stylesheet)),
    Route::get("/script.js", Open, || to(assets::script)),
    Route::get("/icoon.svg", Open, || to(assets::icon)),
    Route::get("/favicon.ico", Open, || to(assets::icon)),
    Route::get("/inloggen", Open, || to(account::show)),
    Route::post("/inloggen", Open, || to(account::log_in)),
    Route::post("/uitloggen", SignedIn, || to(account::session::log_out)),
    Route::post("/taal", SignedIn, || to(home::set_language)),
    Route::get("/concept", SignedIn, || to(drafts::show)),
    Route::get("/concept/velden", SignedIn, || to(drafts::fields)),
    Route::post("/concept", SignedIn, || to(drafts::keep)),
    Route::post("/concept/weg", SignedIn, || to(drafts::drop)),
    Route::get("/", SignedIn, || to(home::home)),
    Route::get("/verwijzingen", COORDINATOR, || to(referrals::list)),
    Route::get("/verwijzingen/nieuw", COORDINATOR, || to(referrals::new::begin)),
    Route::post("/verwijzingen/nieuw", COORDINATOR, || to(referrals::create::create)),
    Route::get("/verwijzingen/{id}", COORDINATOR, || to(referrals::draft::open)),
    Route::post("/verwijzingen/{id}", COORDINATOR, || to(referrals::draft::keep)),
    Route::post("/verwijzingen/{id}/concept", COORDINATOR, || to(referrals::draft::keep_typed)),
    Route::post("/verwijzingen/{id}/ingetrokken", COORDINATOR, || to(referrals::consent::consent_taken_back)),
    Route::post("/verwijzingen/{id}/code", COORDINATOR, || to(referrals::moves::new_code)),
    Route::post("/verwijzingen/{id}/einde", COORDINATOR, || to(referrals::moves::end)),
    Route::post("/verwijzingen/{id}/verteld", COORDINATOR, || to(referrals::moves::told)),
    Route::get("/plannen", CARE, || to(plans::list)),
    Route::get("/plannen/nieuw", CARE, || to(plans::new::show)),
    Route::post("/plannen/nieuw", CARE, || to(plans::new::create)),
    Route::get("/plannen/{id}", CARE, || to(plans::draft::open)),
    Route::post("/plannen/{id}", CARE, || to(plans::draft::keep)),
    Route::post("/plannen/{id}/concept", CARE, || to(plans::draft::keep_typed)),
    Route::post("/plannen/{id}/stap", CARE, || to(plans::moves::step)),
    Route::post("/plannen/{id}/overgezet", CARE, || to(plans::moves::transferred)),
    Route::get("/aanpakken", CATALOGUE, || to(interventions::show)),
    Route::post("/verwijzingen/{id}/antwoord", COORDINATOR, || to(referrals::moves::reply)),
    Route::post("/verwijzingen/{id}/tweede", COORDINATOR, || to(referrals::second::ask)),
    Route::post("/verwijzingen/{id}/akkoord", COORDINATOR, || to(referrals::second::agree)),
    Route::post("/verwijzingen/{id}/terug", COORDINATOR, || to(referrals::second::give_back)),
    Route::get("/verwijzingen/{id}/overdracht.pdf", COORDINATOR, || to(referrals::print::pdf)),
    Route::get("/verwijzingen/{id}/ouders", COORDINATOR, || to(referrals::parents::show)),
    Route::get("/invoer", IMPORTERS, || to(imports::list)),
    Route::post("/invoer", IMPORTERS, || to(imports::offer)),
    Route::post("/invoer/groepen", IMPORTERS, || to(imports::join)),
    Route::get("/invoer/jaarovergang", IMPORTERS, || to(rollover::show)),
    Route::post("/invoer/jaarovergang", IMPORTERS, || to(rollover::offer)),
    Route::post("/invoer/jaarovergang/doen", IMPORTERS, || to(rollover::roll_over)),
    Route::get("/invoer/samenvoegen", IMPORTERS, || to(merging::show)),
    Route::post("/invoer/samenvoegen", IMPORTERS, || to(merging::merge)),
    Route::get("/invoer/instrumenten", IMPORTERS, || to(instruments::show)),
    Route::get("/invoer/brief", IMPORTERS, || to(letter::show)),
    Route::get("/invoer/kolommen/{id}", IMPORTERS, || to(imports::columns::show)),
    Route::post("/invoer/kolommen/{id}", IMPORTERS, || to(imports::columns::say)),
    Route::get("/invoer/profielen", IMPORTERS, || to(profiles::show)),
    Route::post("/invoer/profielen", IMPORTERS, || to(profiles::bring_in)),
    Route::post("/invoer/profielen/{id}", IMPORTERS, || to(profiles::change)),
    Route::get("/invoer/profielen/{id}/profiel.toml", IMPORTERS, || to(profiles::download)),
    Route::get("/invoer/{id}", IMPORTERS, || to(imports::one::show)),
    Route::post("/invoer/{id}", IMPORTERS, || to(imports::decide::decide)),
    Route::get("/invoer/{id}/verschil", IMPORTERS, || to(imports::difference::show)),
    Route::get("/invoer/{id}/geweigerd.csv", IMPORTERS, || to(imports::refused::refused)),
    Route::get("/overdracht/{token}", Open, || to(handover::open)),
    Route::post("/overdracht/{token}", Open, || to(handover::enter::enter)),
    Route::post("/overdracht/{token}/antwoord", Open, || to(handover::answer::answer)),
    Route::get("/welkom", SignedIn, || to(home::welcome)),
    Route::get("/signalen", CARE, || to(signals::show)),
    Route::get("/signalen/beginfoto", COORDINATOR, || to(signals::starting::show)),
    Route::post("/signalen/beginfoto", COORDINATOR, || to(signals::starting::ask)),
    Route::post("/signalen/mentor/{pupil}", CARE, || to(signals::mentor::answer_as_mentor)),
    Route::get("/signalen/{id}/gespreksblad", CARE, || to(sheet::show)),
    Route::get("/signalen/{id}/gespreksblad.pdf", CARE, || to(sheet::pdf)),
    Route::post("/signalen/{id}/gelezen", COORDINATOR, || to(signals::read_critical::read)),
    Route::get("/signalen/{id}/toewijzen", CARE, || to(signals::assign::show)),
    Route::post("/signalen/{id}/toewijzen", CARE, || to(signals::assign::give)),
    Route::get("/werk", CARE, || to(work::show)),
    Route::post("/signalen/{id}/besluit", CARE, || to(signals::decide::decide)),
    Route::get("/jaareinde", CARE, || to(year_end::show)),
    Route::post("/jaareinde", CARE, || to(year_end::decide)),
    Route::get("/leerlingen", CARE, || to(pupils::find::show)),
    Route::get("/leerlingen/openen", MENTOR, || to(openings::show)),
    Route::post("/leerlingen/openen", MENTOR, || to(openings::open)),
    Route::get("/toezicht", COORDINATOR, || to(openings::oversight)),
    Route::post("/toezicht/{id}", COORDINATOR, || to(openings::review)),
    Route::get("/leerlingen/{id}", CARE, || to(pupils::show)),
    Route::get("/leerlingen/{id}/inzage", COORDINATOR, || to(pupils::log::show)),
    Route::post("/leerlingen/{id}/inzage", COORDINATOR, || to(pupils::log::release)),
    Route::get("/leerlingen/{id}/inzage/{release}", COORDINATOR, || to(pupils::log::given)),
    Route::post("/leerlingen/{id}/gesprek", CARE, || to(pupils::record::talk)),
    Route::post("/leerlingen/{id}/voorbereiding", CARE, || to(pupils::prepare::prepare)),
    Route::get("/gesprekken/voorbereiding.pdf", CARE, || to(sheet::blank)),
    Route::post("/leerlingen/{id}/overgezet", CARE, || to(pupils::record::transferred)),
    Route::post("/leerlingen/{id}/niet-meenemen", COORDINATOR, || to(pupils::aside::leave_out)),
    Route::post("/leerlingen/{id}/niet-meenemen/{objection}/terug", COORDINATOR, || {
        to(pupils::aside::take_along)
    }),
    Route::post("/leerlingen/{id}/toestemming", COORDINATOR, || to(pupils::consent::give)),
    Route::post("/leerlingen/{id}/toestemming/{consent}/terug", COORDINATOR, || {
        to(pupils::consent::withdraw)
    }),
    Route::get("/overleg", COORDINATOR, || to(consult::show)),
    Route::post("/overleg", COORDINATOR, || to(consult::note)),
    Route::get("/leerlingen/{id}/brief", COORDINATOR, || to(pupils::letter::begin)),
    Route::post("/leerlingen/{id}/brief", COORDINATOR, || to(pupils::letter::make)),
    Route::get("/leerlingen/{id}/brief/{letter}", COORDINATOR, || to(pupils::letter::show)),
    Route::post("/leerlingen/{id}/brief/{letter}", COORDINATOR, || to(pupils::letter::hear)),
    Route::get("/leerlingen/{id}/volwassenen", COORDINATOR, || to(pupils::adults::show)),
    Route::post("/leerlingen/{id}/volwassenen", COORDINATOR, || to(pupils::adults::add)),
    Route::post("/leerlingen/{id}/volwassenen/{adult}", COORDINATOR, || to(pupils::adults::change)),
    Route::post("/leerlingen/{id}/wens", CARE, || to(pupils::wish::say)),
    Route::post("/leerlingen/{id}/wens/einde", COORDINATOR, || to(pupils::wish::end)),
    Route::get("/besprekingen", CARE, || to(meetings::list)),
    Route::post("/besprekingen", CARE, || to(meetings::call)),
    Route::get("/besprekingen/{id}.pdf", CARE, || to(meetings::pack::pdf)),
    Route::get("/besprekingen/{id}", CARE, || to(meetings::pack::show)),
    Route::get("/besprekingen/{id}/beamer/{n}", CARE, || to(meetings::pack::beamer)),
    Route::get("/besprekingen/{id}/voorbereiden", CARE, || to(meetings::prepare::show)),
    Route::post("/besprekingen/{id}/leerlingen", CARE, || to(meetings::prepare::add)),
    Route::post("/besprekingen/{id}/gasten", CARE, || to(meetings::prepare::invite)),
    Route::post("/besprekingen/{id}/gasten/{guest}/weg", CARE, || to(meetings::prepare::uninvite)),
    Route::post("/besprekingen/{id}/onderwerpen/{subject}/grond", CARE, || to(meetings::naming::note)),
    Route::post("/besprekingen/{id}/onderwerpen/{subject}/weg", CARE, || to(meetings::prepare::drop_subject)),
    Route::post("/besprekingen/{id}/onderwerpen/{subject}/besluit", CARE, || to(meetings::decide::decide)),
    Route::post("/besprekingen/{id}/sluiten", CARE, || to(meetings::decide::close)),
    Route::get("/overzetten", CARE, || to(to_file::show)),
    Route::get("/overzetten/{kind}/{id}/dossier.pdf", CARE, || to(to_file::pdf)),
    Route::get("/groepen/{id}", CARE, || to(groups::show)),
    Route::post("/groepen/{id}/gesprek", CARE, || to(groups::record::talk)),
    Route::post("/groepen/{id}/overgezet", CARE, || to(groups::record::transferred)),
    Route::get("/groepen/{id}/lijst", CARE, || to(class_list::show)),
    Route::post("/groepen/{id}/lijst", CARE, || to(class_list::hand_in::hand_in)),
    Route::post("/groepen/{id}/lijst/concept", CARE, || to(class_list::hand_in::keep)),
    Route::get("/school", FIGURES, || to(school::show)),
    Route::get("/school/regels", FIGURES, || to(rules::show)),
    Route::post("/school/regels", COORDINATOR, || to(rules::accept)),
    Route::post("/school/regels/intrekken", COORDINATOR, || to(rules::withdraw)),
    Route::get("/school/afspraken", COORDINATOR, || to(agreements::show)),
    Route::post("/school/afspraken/lezers", COORDINATOR, || to(agreements::name_readers)),
    Route::post("/school/afspraken/normen", COORDINATOR, || to(agreements::choose_norms)),
    Route::get("/observaties/nieuw", WRITERS, || to(observe::show)),
    Route::post("/observaties/nieuw", WRITERS, || to(observe::write::write)),
    Route::post("/observaties/concept", WRITERS, || to(observe::write::keep)),
    // Whom a file names may have any role, so the gate cannot tell: to all others there is nothing here (404).
    Route::get("/meldcode", SignedIn, || to(meldcode::list)),
    Route::get("/meldcode/nieuw", SignedIn, || to(meldcode::new::show)),
    Route::post("/meldcode/nieuw", SignedIn, || to(meldcode::new::open)),
    Route::get("/meldcode/{id}", SignedIn, || to(meldcode::file::show)),
    Route::post("/meldcode/{id}/stap", SignedIn, || to(meldcode::act::take_step)),
    Route::post("/meldcode/{id}/personen", SignedIn, || to(meldcode::act::name_person)),
    Route::post("/meldcode/{id}/personen/{person}/einde", SignedIn, || to(meldcode::act::end_naming)),
    Route::post("/observaties/{id}/verplaats", CARE, || to(meldcode::act::move_in)),
    Route::get("/beheer", ADMIN, || to(admin::show)),
    Route::get("/beheer/school", KEEPERS, || to(administration::show)),
    Route::post("/beheer/school/{school}/eckid", KEEPERS, || to(administration::act::set_eckid)),
    Route::post("/beheer/school/{school}/instellingen", KEEPERS, || to(administration::act::set)),
    Route::post("/beheer/school/{school}/accounts", KEEPERS, || to(administration::act::join)),
    Route::post("/beheer/school/{school}/accounts/{account}/rollen", KEEPERS, || {
        to(administration::act::set_roles)
    }),
    Route::post("/beheer/school/{school}/accounts/{account}/sluiten", KEEPERS, || {
        to(administration::act::shut)
    }),
    Route::post("/beheer/school/{school}/banden", KEEPERS, || to(administration::act::tie)),
    Route::post("/beheer/school/{school}/banden/{tie}/einde", KEEPERS, || to(administration::act::untie)),
    Route::get("/beheer/school/{school}/sluiting", KEEPERS, || to(closing::show)),
    Route::post("/beheer/school/{school}/sluiting", KEEPERS, || to(closing::close)),
    Route::post("/beheer/school/{school}/sluiting/{week}/weg", KEEPERS, || to(closing::open_again)),
    Route::get("/beheer/school/{school}/vervanging", KEEPERS, || to(standing_in::show)),
    Route::post("/beheer/school/{school}/vervanging", KEEPERS, || to(standing_in::give)),
    Route::post("/beheer/school/{school}/vervanging/{id}/einde", KEEPERS, || to(standing_in::end)),
    Route::get("/beheer/bewaren", KEEPERS, || to(keeping::show)),
    Route::post("/beheer/bewaren/{school}/begin", KEEPERS, || to(keeping::accept)),
    Route::post("/beheer/bewaren/{school}/speciaal", KEEPERS, || to(keeping::note_special)),
    Route::get("/beheer/partners", DIRECTORY, || to(partners::show)),
    Route::post("/beheer/partners", ADMIN, || to(partners::add)),
    Route::get("/beheer/partners/{id}", DIRECTORY, || to(partners::one::show)),
    Route::post("/beheer/partners/{id}", ADMIN, || to(partners::one::change)),
    Route::post("/beheer/partners/{id}/uit", ADMIN, || to(partners::one::retire)),
    Route::post("/beheer/partners/{id}/adres", DIRECTORY, || to(partners::one::verify)),
    Route::post("/beheer/partners/{id}/wachttijd", DIRECTORY, || to(partners::one::told_waiting)),
    Route::post("/beheer/partners/{id}/aanbod", ADMIN, || to(partners::one::add_offer)),
    Route::post("/beheer/partners/{id}/aanbod/{offer}", ADMIN, || to(partners::one::change_offer)),
];
