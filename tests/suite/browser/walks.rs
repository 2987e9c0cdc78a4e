//! What must go quickly: a row done with two presses, an observation on a phone, a partner's answer.

use thirtyfour::By;

use super::half_a_year;
use crate::support::Browser;
use crate::support::browser::LOOKS;
use crate::support::cast::{ADMINISTRATION, COORDINATOR, MENTOR, OTHER_MENTOR, PASSWORD};

#[tokio::test(flavor = "multi_thread")]
async fn a_partner_answers_on_the_page_and_the_school_sees_it() {
    let year = half_a_year().await;
    let (town, browser) = (&year.town, Browser::open().await);

    // given: the partner has the code from the telephone
    browser.go(&town.app.at(&year.link)).await;
    browser.sees("code van zes cijfers").await;
    browser.fill("code", &year.referral.1).await;
    browser.press("Lezen").await;
    browser.sees("Kunt u met Noor praten").await;

    // when: it accepts
    let accept = browser.driver.find(By::Css("input[value=accepted]")).await.expect("an answer");
    accept.click().await.expect("a choice");
    browser.press("Versturen").await;
    browser.sees("Dank u wel").await;

    // then: the school reads it, with the partner's name
    browser.log_in(&town.app.url, COORDINATOR, PASSWORD).await;
    browser.go(&town.app.at(&format!("/verwijzingen/{}", year.referral.0))).await;
    browser.sees("Aangenomen").await;
    browser.sees("De partner is aan zet").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_action_needed_takes_two_presses() {
    let year = half_a_year().await;
    let (town, browser) = (&year.town, Browser::open().await);
    browser.log_in(&town.app.url, COORDINATOR, PASSWORD).await;
    // the group's own page tells what is open about it, and why
    browser.go(&town.app.at(&format!("/groepen/{}", town.cast.group_6b))).await;
    browser.sees("Open signalen").await;
    browser.sees("De groep is onrustig").await;
    browser.go(&town.app.at("/signalen")).await;
    browser.sees("6B").await;
    let row = "//article[.//h2[contains(., '6B')]]";

    // one: the button on the row
    let open = format!("{row}//summary[contains(., 'Geen actie')]");
    browser.driver.find(By::XPath(open)).await.expect("a button").click().await.expect("a press");
    // two: the reason, which is the button
    let reason = format!("{row}//button[@value='context']");
    browser.driver.find(By::XPath(reason)).await.expect("a reason").click().await.expect("a press");

    // then: the row is gone, and the pupil's own stays
    browser.sees_no("De groep is onrustig").await;
    let open = town.signals_about(&town.cast.noor.0).await;
    assert!(!open.is_empty(), "the pupil's own row stays");
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentor_writes_an_observation_on_a_phone_and_nothing_typed_is_lost() {
    let year = half_a_year().await;
    let (town, browser) = (&year.town, Browser::open().await);
    browser.look(LOOKS[2]).await;
    browser.log_in(&town.app.url, MENTOR, PASSWORD).await;
    let page = town.app.at("/observaties/nieuw");
    browser.go(&page).await;
    // what to do when it is acute stands above the field
    browser.sees("112").await;
    browser.sees("Veilig Thuis").await;

    // when: typing is broken off
    browser.fill("text", "Deed vandaag weer mee met voetbal.").await;
    browser.sees("bewaard").await;
    browser.go(&page).await;
    // then: what was typed is still there
    let field = browser.driver.find(By::Name("text")).await.expect("the field");
    let typed = field.value().await.expect("a value").unwrap_or_default();
    assert_eq!(typed, "Deed vandaag weer mee met voetbal.");

    // when: three presses and it is kept
    let first = browser.driver.find(By::Css("input[name=leerling]")).await.expect("a pupil");
    let pupil = first.value().await.expect("a value").expect("an id");
    for choice in [
        "input[name=leerling]".to_owned(),
        "input[name=tone][value=strength]".to_owned(),
        "input[name=domain][value=leeftijdgenoten]".to_owned(),
    ] {
        let at = browser.driver.find(By::Css(&choice)).await.expect("a choice");
        at.click().await.expect("a press");
    }
    browser.press("Observatie opslaan").await;
    browser.sees("is opgeslagen").await;

    // then: it stands on the pupil's page
    browser.go(&town.app.at(&format!("/leerlingen/{pupil}"))).await;
    browser.sees("Deed vandaag weer mee met voetbal.").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_office_ties_a_substitute_on_a_phone_and_mends_a_mistake() {
    let year = half_a_year().await;
    let (town, browser) = (&year.town, Browser::open().await);
    browser.look(LOOKS[2]).await;
    browser.log_in(&town.app.url, ADMINISTRATION, PASSWORD).await;
    browser.go(&town.app.at("/beheer/school")).await;

    // when: the last day lies before the first
    for (field, choice) in [("account", OTHER_MENTOR), ("group", "6B")] {
        let option = format!("//select[@name='{field}']/option[contains(., '{choice}')]");
        browser.driver.find(By::XPath(option)).await.expect("a choice").click().await.expect("a press");
    }
    let kind = browser.driver.find(By::Css("input[value=inval]")).await.expect("a kind");
    kind.click().await.expect("a press");
    browser.day("#tot", "2026-03-01").await;
    browser.press("Band leggen").await;

    // then: it says so, and all that was chosen still stands
    browser.sees("De laatste dag ligt voor de eerste").await;
    let objections = browser.objections().await;
    assert!(objections.is_empty(), "{}", objections.join("\n"));
    let chosen = browser.ask("return [...document.querySelectorAll('#tie select, #tie input:checked, #tot')].map(f => f.value)").await;
    let (who, day) = (town.account(OTHER_MENTOR), "2026-03-01");
    assert_eq!(chosen, serde_json::json!([who, "inval", "6B", day]));

    // when: it is mended
    browser.day("#tot", "2026-03-31").await;
    browser.press("Band leggen").await;
    browser.sees("invaller van groep 6B, vanaf do 12 maart 2026 tot en met di 31 maart 2026").await;
    browser.close().await;
}
