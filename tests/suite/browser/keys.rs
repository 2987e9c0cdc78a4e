//! The list by the keyboard alone, and text that was typed: back in its form, and there after a time-out.

use baken::ground::db::schema::decisions;
use chrono::Duration;
use diesel::prelude::*;
use thirtyfour::{By, Key};

use super::half_a_year;
use crate::support::Browser;
use crate::support::cast::{COORDINATOR, MENTOR, PASSWORD};

/// Presses a key where the focus is.
async fn key(browser: &Browser, key: impl AsRef<str>) {
    let at = browser.driver.active_element().await.expect("the focus");
    at.send_keys(key.as_ref()).await.expect("a key");
}

/// What has the focus: the row it stands in, the key of what is open around it, its name and value.
async fn focus(browser: &Browser) -> [String; 3] {
    let script = "const at = document.activeElement; const of = (e, f) => e ? f(e) : '';
        return [of(at.closest('article.row'), e => e.querySelector('h2').innerText),
            of(at.closest('details[open]'), e => e.dataset.key ?? ''), of(at.value, v => v)]";
    browser
        .ask(script)
        .await
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| one.as_str().unwrap_or_default().to_owned())
        .collect::<Vec<_>>()
        .try_into()
        .expect("three")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_is_decided_with_keys_alone() {
    let year = half_a_year().await;
    let (town, browser) = (&year.town, Browser::open().await);
    town.worry_about_tom(false).await;
    browser.log_in(&town.app.url, COORDINATOR, PASSWORD).await;
    browser.go(&town.app.at("/signalen")).await;
    browser.sees("Tom B.").await;

    // down and up the list
    key(&browser, "j").await;
    let [first, ..] = focus(&browser).await;
    key(&browser, "j").await;
    let [second, ..] = focus(&browser).await;
    assert!(!first.is_empty() && !second.is_empty() && first != second, "{first} {second}");
    key(&browser, "k").await;
    assert_eq!(focus(&browser).await[0], first);

    // to talk, to watch, nothing needed: each opens its form with the focus in it
    for act in ["b", "v", "g"] {
        key(&browser, act).await;
        let [row, open, value] = focus(&browser).await;
        assert_eq!((row.as_str(), open.as_str()), (first.as_str(), act));
        assert!(act == "g" || value.starts_with("2026-"), "{value}");
        browser.ask("document.activeElement.closest('article.row').focus()").await;
    }
    // three presses: j, g, Enter on the reason
    browser.go(&town.app.at("/signalen")).await;
    key(&browser, "j").await;
    key(&browser, "g").await;
    let reason = browser.driver.find(By::Css("details[open] button[value=context]")).await.expect("a reason");
    reason.send_keys(Key::Enter).await.expect("a press");
    browser.sees("geen actie nodig").await;

    // switched off they do nothing
    browser.go(&town.app.at("/signalen")).await;
    browser
        .driver
        .find(By::Css("[data-keys-switch]"))
        .await
        .expect("a switch")
        .click()
        .await
        .expect("a press");
    browser.ask("document.activeElement.blur()").await;
    key(&browser, "j").await;
    assert_eq!(focus(&browser).await[0], "");

    // Enter behind a reason of one's own gives that reason, and no other
    let none = browser.driver.find(By::Css("details[data-key=g] > summary")).await.expect("a form");
    none.click().await.expect("a press");
    let own = browser.driver.find(By::Css("details[open] input[name=note]")).await.expect("a field");
    own.send_keys("Opa is weer thuis" + Key::Enter).await.expect("a press");
    browser.sees("geen actie nodig").await;
    let reasons: Vec<(String, String)> = town.read(|conn| {
        let own = decisions::table.filter(decisions::note.ne(""));
        Ok(own.select((decisions::reason, decisions::note)).load(conn)?)
    });
    assert_eq!(reasons, [("other".to_owned(), "Opa is weer thuis".to_owned())]);
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conversation_that_was_typed_comes_back_also_after_a_time_out() {
    const LINE: &str = "Noor vertelde dat zij slecht slaapt.";
    let year = half_a_year().await;
    let (town, browser) = (&year.town, Browser::open().await);
    let page = town.app.at(&format!("/leerlingen/{}", town.cast.noor));
    browser.log_in(&town.app.url, MENTOR, PASSWORD).await;
    let opens = async || {
        browser.go(&page).await;
        let form = browser.driver.find(By::Css("#gesprek > summary")).await.expect("a form");
        form.click().await.expect("a press");
    };

    // given: typing was broken off
    opens().await;
    browser
        .driver
        .find(By::Css("input[name=with][value=pupil]"))
        .await
        .expect("a choice")
        .click()
        .await
        .expect("a press");
    browser.fill("line", LINE).await;
    browser.sees("bewaard").await;
    // then: it stands in its form again
    opens().await;
    browser.sees("bewaard").await;
    let typed = browser
        .ask("const f = document.querySelector('#gesprek form'); return [f.line.value, f.with.value]")
        .await;
    assert_eq!(typed, serde_json::json!([LINE, "pupil"]));

    // when: it is sent, but too late
    town.app.state.clock.advance(Duration::hours(town.app.state.config.session_hours + 1));
    browser
        .driver
        .find(By::Css("#gesprek form button.main"))
        .await
        .expect("a button")
        .click()
        .await
        .expect("a press");
    browser.sees("Log opnieuw in").await;
    browser.fill("email", MENTOR).await;
    browser.fill("password", PASSWORD).await;
    browser.driver.find(By::Css("main form button")).await.expect("a button").click().await.expect("a press");

    // then: it is there, fit for everybody, and goes with one press
    browser.sees("Getypt en nog niet verstuurd").await;
    browser.judge(&town.app.at("/concept"), "drafts").await;
    assert!(browser.ask("return document.querySelector('textarea').value").await == LINE);
    browser.press("Alsnog versturen").await;
    browser.sees(LINE).await;
    browser.go(&town.app.at("/concept")).await;
    browser.sees("Alles is verstuurd").await;
    browser.close().await;
}
