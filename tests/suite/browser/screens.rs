//! Every screen, as each person who has it sees it: nothing for axe to object to, nothing wider than the window.

use serde_json::json;
use thirtyfour::{By, Key};

use super::half_a_year;
use crate::journeys::Town;
use crate::journeys::folded::sinks;
use crate::journeys::referring::complete_draft;
use crate::journeys::the_columns::{SAID, offered, wide};
use crate::support::cast::{ADMIN, ADMINISTRATION, COORDINATOR, LEADER, MENTOR, OFFICER, PASSWORD, STAFF};
use crate::support::{Browser, Database};

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_is_fit_for_everybody() {
    let year = half_a_year().await;
    let (town, browser) = (&year.town, Browser::open().await);
    let (noor, group) = (&town.cast.noor, &town.cast.group_6b);
    let (signal, school) =
        (town.signals_about(&noor.0).await[0]["id"].as_str().expect("an id").to_owned(), &town.cast.school);
    town.closes("2026-03-16", "2026-03-20").await.is(303);
    town.lets(ADMINISTRATION, STAFF, MENTOR, ("2026-04-01", "2026-04-10")).await.is(303);
    let file = town.a_file_with_everything().await;
    let pages: [(&str, Vec<(String, &str)>); 7] = [
        (
            COORDINATOR,
            vec![
                ("/signalen".to_owned(), "signals"),
                ("/signalen?staat=referred".to_owned(), "signals-referred"),
                ("/signalen?van=mij".to_owned(), "signals-mine"),
                (format!("/signalen/{signal}/toewijzen"), "assign"),
                ("/werk".to_owned(), "work"),
                ("/toezicht".to_owned(), "oversight"),
                (format!("/leerlingen/{noor}/inzage"), "pupil-log"),
                ("/jaareinde".to_owned(), "year-end"),
                ("/leerlingen".to_owned(), "pupils"),
                (format!("/leerlingen/{noor}"), "pupil"),
                (format!("/groepen/{group}"), "group"),
                ("/school".to_owned(), "school"),
                ("/school/regels?set=streng".to_owned(), "rules"),
                ("/school/afspraken".to_owned(), "agreements"),
                ("/verwijzingen".to_owned(), "referrals"),
                (format!("/verwijzingen/nieuw?leerling={noor}"), "referral-new"),
                (format!("/verwijzingen/{}", year.referral.0), "referral"),
                ("/observaties/nieuw".to_owned(), "observation"),
            ],
        ),
        (
            MENTOR,
            vec![
                ("/signalen".to_owned(), "mentor-signals"),
                ("/leerlingen/openen".to_owned(), "open-pupil"),
                (format!("/leerlingen/{noor}"), "mentor-pupil"),
                (format!("/groepen/{group}"), "mentor-group"),
                (format!("/groepen/{group}/lijst?lijst=eigen&alles=1"), "mentor-class-list"),
                ("/observaties/nieuw".to_owned(), "mentor-observation"),
            ],
        ),
        (
            LEADER,
            vec![("/school".to_owned(), "leader-school"), ("/school/regels".to_owned(), "leader-rules")],
        ),
        (STAFF, vec![("/observaties/nieuw".to_owned(), "staff-observation")]),
        (
            ADMINISTRATION,
            vec![
                ("/invoer".to_owned(), "import"),
                ("/invoer/samenvoegen?blijft=021&gaat=022".to_owned(), "merging"),
                ("/invoer/instrumenten".to_owned(), "instruments"),
                ("/invoer/brief?product=SCOL&wat=scol".to_owned(), "letter"),
                ("/invoer/jaarovergang".to_owned(), "rollover"),
                ("/beheer/school".to_owned(), "administration"),
                (format!("/beheer/school/{school}/sluiting"), "closing"),
                ("/beheer/bewaren?proef=1".to_owned(), "keeping"),
                (format!("/beheer/school/{school}/vervanging"), "stand-ins"),
            ],
        ),
        (
            OFFICER,
            vec![
                ("/meldcode".to_owned(), "meldcode"),
                ("/meldcode/nieuw".to_owned(), "meldcode-new"),
                (file.clone(), "meldcode-file"),
            ],
        ),
        (ADMIN, vec![("/beheer".to_owned(), "admin")]),
    ];
    browser.judge(&town.app.at("/inloggen"), "login").await;
    browser.judge(&town.app.at("/inloggen?verlopen=1"), "login-expired").await;
    for (email, paths) in pages {
        browser.driver.delete_all_cookies().await.expect("no cookies");
        browser.log_in(&town.app.url, email, PASSWORD).await;
        for (path, name) in paths {
            browser.judge(&town.app.at(&path), name).await;
        }
        browser.judge(&town.app.at("/bestaat/niet"), "not-there").await;
    }
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_partners_pages_are_fit_for_everybody() {
    let year = half_a_year().await;
    let (town, browser) = (&year.town, Browser::open().await);
    let link = town.app.at(&year.link);
    browser.judge(&link, "handover-code").await;
    browser.judge(&town.app.at("/overdracht/verkeerd"), "handover-gone").await;
    browser.go(&link).await;
    browser.fill("code", &year.referral.1).await;
    browser.press("Lezen").await;
    browser.sees("Kunt u met Noor praten").await;
    browser.judge(&link, "handover").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_folded_left_out_and_explained_is_fit_for_everybody() {
    let town = Town::new(Database::sqlite());
    sinks(&town).await;
    let aside = format!("/leerlingen/{}/niet-meenemen", town.cast.tom);
    let form = [("list", "eigen"), ("objected_on", "2026-03-01")];
    town.at_the_pages(COORDINATOR).await.send(&aside, &form).await.is(303);
    let browser = Browser::open().await;
    browser.log_in(&town.app.url, MENTOR, PASSWORD).await;
    browser.judge(&town.app.at("/signalen"), "signals-folded").await;
    // The fold opens by the keyboard, without the script's help.
    browser.go(&town.app.at("/signalen")).await;
    browser.sees_no("Noor V.").await;
    let fold = browser.driver.find(By::Css("details.fold > summary")).await.expect("a fold");
    fold.send_keys(Key::Enter).await.expect("a press");
    browser.sees("Noor V.").await;
    browser.driver.delete_all_cookies().await.expect("no cookies");
    browser.log_in(&town.app.url, COORDINATOR, PASSWORD).await;
    browser.judge(&town.app.at(&format!("/leerlingen/{}", town.cast.tom)), "pupil-left-out").await;
    browser.judge(&town.app.at(&format!("/groepen/{}", town.cast.group_6b)), "group-shifted").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sheets_meetings_and_what_goes_over_are_fit_for_everybody() {
    let year = half_a_year().await;
    let (town, browser) = (&year.town, Browser::open().await);
    let coordinator = town.at_the_pages(COORDINATOR).await;
    let signal = town.signals_about(&town.cast.noor.0).await.remove(0);
    let sheet = format!("/signalen/{}/gespreksblad", signal["id"].as_str().expect("an id"));
    let group = town.calls(&coordinator, "group").await;
    let team = town.calls(&coordinator, "support_team").await;
    let guest = [("job", "jeugdarts"), ("organisation", "GGD")];
    coordinator.send(&format!("{team}/gasten"), &guest).await.is(303);
    coordinator.send(&format!("{team}/leerlingen"), &[("name", "Noor Vos")]).await.is(303);
    browser.log_in(&town.app.url, COORDINATOR, PASSWORD).await;
    let screens = [
        (sheet, "sheet"),
        ("/overzetten".to_owned(), "to-file"),
        ("/besprekingen".to_owned(), "meetings"),
        (group.clone(), "meeting-group"),
        (format!("{group}/beamer/1"), "meeting-beamer"),
        (format!("{group}/voorbereiden"), "meeting-prepare-group"),
        (team.clone(), "meeting-team"),
        (format!("{team}/voorbereiden"), "meeting-prepare-team"),
    ];
    for (path, name) in screens {
        browser.judge(&town.app.at(&path), name).await;
    }
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn plans_are_fit_for_everybody() {
    let town = Town::new(Database::sqlite());
    town.noor_has_fallen().await;
    let running = town.running_for_noor().await;
    let draft = town.drawn_up(COORDINATOR, town.plan_for_noor()).await;
    let browser = Browser::open().await;
    browser.log_in(&town.app.url, MENTOR, PASSWORD).await;
    let noor = &town.cast.noor;
    for (path, name) in [
        ("/plannen".to_owned(), "plans"),
        (format!("/plannen/nieuw?leerling={noor}"), "plan-new"),
        (format!("/plannen/{draft}"), "plan-draft"),
        (format!("/plannen/{running}"), "plan-running"),
        ("/aanpakken".to_owned(), "interventions"),
    ] {
        browser.judge(&town.app.at(&path), name).await;
    }
    // What stands in the way is said on the page, beside what was typed.
    browser.go(&town.app.at(&format!("/plannen/{draft}"))).await;
    browser.fill("goal", "").await;
    browser.press("Begin het plan").await;
    browser.sees("Schrijf het doel op").await;
    let objections = browser.objections().await;
    assert!(objections.is_empty(), "{}", objections.join("\n"));
    // Half a year on the plan is looked back on.
    town.another_round("2026-09-10", 14).await;
    town.days_pass(0).await;
    browser.driver.delete_all_cookies().await.expect("no cookies");
    browser.log_in(&town.app.url, COORDINATOR, PASSWORD).await;
    browser.judge(&town.app.at(&format!("/plannen/{running}")), "plan-evaluating").await;
    browser.judge(&town.app.at(&format!("/leerlingen/{noor}")), "pupil-with-plan").await;
    browser
        .judge(&town.app.at(&format!("/plannen/nieuw?school={}", town.cast.school)), "plan-new-school")
        .await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_columns_of_a_list_are_fit_for_everybody() {
    let town = Town::new(Database::sqlite());
    let office = town.at_the_pages(ADMINISTRATION).await;
    let way = offered(&office, &wide("3/4/2025")).await;
    let browser = Browser::open().await;
    browser.log_in(&town.app.url, ADMINISTRATION, PASSWORD).await;
    browser.judge(&town.app.at(&way), "columns-before").await;
    // The kind by a key, the list, then all columns stand there with what they seem to be.
    browser.go(&town.app.at(&way)).await;
    let kind = browser.driver.find(By::Css("input[name=soort][value=wide]")).await.expect("a kind");
    kind.send_keys(" ").await.expect("a press");
    let list = browser.driver.find(By::Css("#lijst option[value=eigen]")).await.expect("a list");
    list.click().await.expect("a press");
    browser.press("Laat de kolommen zien").await;
    browser.sees("Hoe zijn de datums geschreven?").await;
    browser.press("Bekijk wat er verandert").await;
    browser.sees("Kies wie de lijst invulde").await;
    let objections = browser.objections().await;
    assert!(objections.is_empty(), "{}", objections.join("\n"));
    browser.picture("columns-refused").await;

    // A list of a source that is known, and the page with its profile.
    let said = [SAID.as_slice(), &[("datumvorm", "dd/mm/jjjj")]].concat();
    office.send(&way, &said).await.is(303);
    let without_day = "leerlingnummer;betrokkenheid;welbevinden\n021;12;13\n";
    let form = [("school", "99ZZ"), ("profile", "eigen-breed")];
    let known = office.hand_in("/invoer", &form, ("breed.csv", without_day)).await.is(303).to;
    browser.judge(&town.app.at(&known), "columns-known").await;
    browser.judge(&town.app.at("/invoer/profielen"), "profiles").await;
    browser.judge(&town.app.at("/invoer"), "import-profiles").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_leads_to_help_is_fit_for_everybody() {
    let year = half_a_year().await;
    let (town, browser) = (&year.town, Browser::open().await);
    let (noor, api) = (&town.cast.noor, town.api(COORDINATOR));
    // A draft that somebody refused, one that is held for a second person, a question, a letter, a wish.
    let signal = town.signals_about(&noor.0).await[0]["id"].as_str().expect("an id").to_owned();
    let mut draft = complete_draft(town, &signal);
    draft["consents"] =
        json!([{"given_by": town.cast.mother, "answer": "refused", "given_on": "2026-03-12"}]);
    let stuck = api.post("/api/v1/referrals", draft.clone()).await.is(201).say("id");
    let held = api.post("/api/v1/referrals", draft).await.is(201).say("id");
    let ask = json!({"event": "ask_second", "ground": "vital_interest", "reason": "Zij is niet veilig"});
    api.post(&format!("/api/v1/referrals/{held}/transitions"), ask).await.is(200);
    let question = json!({"event": "question", "told_by": "Ans", "note": "Wanneer kunnen wij komen?"});
    api.post(&format!("/api/v1/referrals/{}/transitions", year.referral.0), question).await.is(200);
    let school = town.at_the_pages(COORDINATOR).await;
    let letter = [
        ("partner", town.cast.youth_team.0.as_str()),
        ("taken_by", "parents"),
        ("question", "Hulp thuis"),
        ("follow_on", "2026-04-01"),
    ];
    let letter = school.send(&format!("/leerlingen/{noor}/brief"), &letter).await.is(303).to;
    let admin = town.at_the_pages(ADMIN).await;
    let partner = format!("/beheer/partners/{}", town.cast.social_work);
    let offer = [("name", "Praatgroep"), ("ages_from", "8"), ("ages_to", "12"), ("access_route", "direct")];
    admin.send(&format!("{partner}/aanbod"), &offer).await.is(303);
    let advice = [
        ("school", town.cast.school.0.as_str()),
        ("with_whom", "jeugdarts"),
        ("on", "2026-03-12"),
        ("question", "Wat helpt bij slecht slapen?"),
    ];
    school.send("/overleg", &advice).await.is(303);

    browser.log_in(&town.app.url, COORDINATOR, PASSWORD).await;
    for (path, name) in [
        (format!("/verwijzingen/{stuck}"), "referral-stuck"),
        (format!("/verwijzingen/{held}"), "referral-held"),
        (format!("/verwijzingen/{}", year.referral.0), "referral-asked"),
        ("/verwijzingen".to_owned(), "referrals-asking"),
        (format!("/verwijzingen/nieuw?leerling={noor}"), "referral-offers"),
        (format!("/verwijzingen/{stuck}/ouders?taal=ar"), "parents-sheet"),
        (format!("/leerlingen/{noor}/volwassenen"), "adults"),
        (format!("/leerlingen/{noor}/brief"), "letter-new"),
        (letter, "letter-taken"),
        ("/overleg".to_owned(), "consult"),
        (partner.clone(), "partner"),
    ] {
        browser.judge(&town.app.at(&path), name).await;
    }
    school.send(&format!("/leerlingen/{noor}/wens"), &[("said_on", "2026-03-12")]).await.is(303);
    browser.judge(&town.app.at(&format!("/leerlingen/{noor}")), "pupil-wish").await;
    browser.driver.delete_all_cookies().await.expect("no cookies");
    browser.log_in(&town.app.url, ADMIN, PASSWORD).await;
    browser.judge(&town.app.at(&partner), "admin-partner").await;
    browser.judge(&town.app.at("/beheer/partners"), "admin-partners").await;
    browser.close().await;
}
