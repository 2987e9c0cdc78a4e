//! Debian's Chromium, driven as a person would, and axe-core as judge of what it shows.

use std::path::PathBuf;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use base64::Engine as _;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use super::process::{Minded, free_port};

/// What this browser would otherwise ask of the outside world, or of a screen.
const FLAGS: [&str; 11] = [
    "--accept-lang=nl",
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
];

/// The rules of WCAG 2.2 A and AA that a machine can judge.
const JUDGE: &str = "const done = arguments[arguments.length - 1];
axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}).then(
  found => done(found.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' ' + n.failureSummary))),
  error => done([String(error)]));";

/// The driver of the run, and the port it listens at.
static DRIVER: LazyLock<(u16, Minded)> = LazyLock::new(|| {
    let port = free_port();
    let process = Minded::start("chromedriver", &[&format!("--port={port}")]);
    (port, process)
});

/// How wide, and in which colours: each screen is looked at in all four ways.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// The width in CSS pixels.
    pub width: u32,
    /// Whether the person prefers dark colours.
    pub dark: bool,
}

/// A desk and a phone, light and dark.
pub const LOOKS: [Look; 4] = [
    Look { width: 1280, dark: false },
    Look { width: 1280, dark: true },
    Look { width: 390, dark: false },
    Look { width: 390, dark: true },
];

/// A browser window of one test.
#[derive(Debug)]
pub struct Browser {
    /// The window, for clicks and questions.
    pub driver: WebDriver,
}

impl Browser {
    /// Opens a window, at a desk and in light colours.
    pub async fn open() -> Self {
        let server = format!("http://127.0.0.1:{}", DRIVER.0);
        let mut wanted = DesiredCapabilities::chrome();
        for flag in FLAGS {
            wanted.add_arg(flag).expect("a flag");
        }
        let started = Instant::now();
        let driver = loop {
            match WebDriver::new(&server, wanted.clone()).await {
                Ok(driver) => break driver,
                Err(error) => assert!(
                    started.elapsed() < Duration::from_mins(1),
                    "no browser: {error} (`make test` installs chromium and chromium-driver)"
                ),
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        };
        let browser = Self { driver };
        browser.look(LOOKS[0]).await;
        browser
    }

    /// Shows pages in this width and these colours from now on.
    pub async fn look(&self, look: Look) {
        let height = if look.width < 600 { 844 } else { 900 };
        self.tell(
            "Emulation.setDeviceMetricsOverride",
            json!({"width": look.width, "height": height, "deviceScaleFactor": 1, "mobile": false}),
        )
        .await;
        let scheme = if look.dark { "dark" } else { "light" };
        self.tell(
            "Emulation.setEmulatedMedia",
            json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]}),
        )
        .await;
    }

    /// A command of Chromium's own, which `WebDriver` has no word for.
    async fn tell(&self, command: &str, how: Value) -> Value {
        let session = self.driver.session_id();
        let url = format!("http://127.0.0.1:{}/session/{session}/goog/cdp/execute", DRIVER.0);
        let order = json!({"cmd": command, "params": how});
        let answer = reqwest::Client::new().post(url).json(&order).send().await;
        let answer: Value = answer.expect("the driver answers").json().await.expect("JSON");
        let value = answer["value"].clone();
        assert!(value.get("error").is_none(), "{command}: {value}");
        value
    }

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

    /// Looks at an address in all four ways: nothing for axe to object to, nothing wider than the window.
    /// The pictures go to the test folder of Cargo's target, as `name-390-dark.png`.
    pub async fn judge(&self, url: &str, name: &str) {
        for look in LOOKS {
            self.look(look).await;
            self.go(url).await;
            let scheme = if look.dark { "dark" } else { "light" };
            let way = format!("{name}-{}-{scheme}", look.width);
            self.picture(&way).await;
            let wide = self.ask("return document.documentElement.scrollWidth").await;
            assert!(wide.as_u64() <= Some(u64::from(look.width)), "{way}: {wide} px wide");
            let objections = self.objections().await;
            assert!(objections.is_empty(), "{way}: axe objects:\n{}", objections.join("\n"));
        }
        self.look(LOOKS[0]).await;
    }

    /// What axe-core finds wrong with the page as it stands.
    pub async fn objections(&self) -> Vec<String> {
        let axe = std::fs::read_to_string(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/tests/browser/node_modules/axe-core/axe.min.js"
        ))
        .expect("axe-core, which `make test` fetches");
        self.ask(&axe).await;
        let found = self.driver.execute_async(JUDGE, vec![]).await.expect("axe runs");
        found.convert().expect("a list of texts")
    }

    /// Runs a script in the page; what it returns.
    pub async fn ask(&self, script: &str) -> Value {
        let answer = self.driver.execute(script, vec![]).await;
        answer.unwrap_or_else(|e| panic!("{e}")).json().clone()
    }

    /// Keeps a picture of the whole page; where it lies.
    pub async fn picture(&self, name: &str) -> PathBuf {
        let shot = self
            .tell("Page.captureScreenshot", json!({"format": "png", "captureBeyondViewport": true}))
            .await;
        let png = base64::engine::general_purpose::STANDARD
            .decode(shot["data"].as_str().unwrap_or_default())
            .expect("a picture");
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("pictures");
        std::fs::create_dir_all(&folder).expect("a folder");
        let file = folder.join(format!("{name}.png"));
        std::fs::write(&file, png).expect("a file");
        file
    }

    /// Closes the window.
    pub async fn close(self) {
        self.driver.clone().quit().await.expect("the window closes");
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // A test that fails leaves its window to the driver's end: closing it here would block the test's
        // only thread, which the answer needs. After `close` there is nothing left to leave.
        self.driver.clone().leak().ok();
    }
}
