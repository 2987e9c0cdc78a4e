//! What a person does in the browser: go somewhere, type, press, read, log in.

use std::time::{Duration, Instant};

use thirtyfour::prelude::*;

use super::browser::Browser;

impl Browser {
    /// Goes to an address.
    pub async fn go(&self, url: &str) {
        self.driver.goto(url).await.unwrap_or_else(|e| panic!("{url}: {e}"));
    }

    /// Types into the field of this name, over what stood there.
    pub async fn fill(&self, name: &str, text: &str) {
        let field = self.driver.find(By::Name(name)).await.unwrap_or_else(|e| panic!("{name}: {e}"));
        field.clear().await.expect("a field");
        field.send_keys(text).await.expect("a field");
    }

    /// Puts a day in a date field, which takes typing in another order in each language.
    pub async fn day(&self, field: &str, day: &str) {
        let script = format!("document.querySelector('{field}').value = '{day}'");
        self.driver.execute(script, vec![]).await.unwrap_or_else(|e| panic!("{field}: {e}"));
    }

    /// Presses the first button with this text.
    pub async fn press(&self, text: &str) {
        let path = format!("//button[contains(normalize-space(.), '{text}')]");
        let button = self.driver.find(By::XPath(path)).await;
        button.unwrap_or_else(|e| panic!("{text}: {e}")).click().await.expect("a click");
    }

    /// The text a person can read on the page; empty while a page is on its way.
    pub async fn text(&self) -> String {
        let script = "return document.body ? document.body.innerText : ''";
        let text = self.driver.execute(script, vec![]).await;
        text.ok().and_then(|text| text.json().as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Waits until the page says this; fails with what it says instead.
    pub async fn sees(&self, wanted: &str) {
        let shown = self.settles(|text, _| text.contains(wanted)).await;
        assert!(shown.contains(wanted), "not seen: {wanted}\n{shown}");
    }

    /// Waits until the page, once there, no longer says this.
    pub async fn sees_no(&self, unwanted: &str) {
        let gone = |text: &str, _: &str| !text.is_empty() && !text.contains(unwanted);
        let shown = self.settles(gone).await;
        assert!(!shown.contains(unwanted), "still seen: {unwanted}\n{shown}");
    }

    /// Looks at text and path until they are as they should be, at most ten seconds; the text at the end.
    async fn settles(&self, done: impl Fn(&str, &str) -> bool) -> String {
        let started = Instant::now();
        loop {
            let text = self.text().await;
            let path = self.driver.current_url().await.map(|url| url.path().to_owned());
            if done(&text, &path.unwrap_or_default()) || started.elapsed() > Duration::from_secs(10) {
                return text;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// Logs in by the page; fails when the page stays.
    pub async fn log_in(&self, url: &str, email: &str, password: &str) {
        self.go(&format!("{url}/inloggen")).await;
        self.fill("email", email).await;
        self.fill("password", password).await;
        self.driver
            .find(By::Css("main form button"))
            .await
            .expect("a button")
            .click()
            .await
            .expect("a click");
        let text = self.settles(|_, path| !path.starts_with("/inloggen")).await;
        let now = self.driver.current_url().await.expect("an address");
        assert!(!now.path().starts_with("/inloggen"), "not logged in: {text}");
    }
}
