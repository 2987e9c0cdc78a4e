//! Debian's Chromium, driven as a person would. What is thought of what it shows stands in `judge`.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

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
    pub(super) async fn tell(&self, command: &str, how: Value) -> Value {
        let session = self.driver.session_id();
        let url = format!("http://127.0.0.1:{}/session/{session}/goog/cdp/execute", DRIVER.0);
        let order = json!({"cmd": command, "params": how});
        let answer = reqwest::Client::new().post(url).json(&order).send().await;
        let answer: Value = answer.expect("the driver answers").json().await.expect("JSON");
        let value = answer["value"].clone();
        assert!(value.get("error").is_none(), "{command}: {value}");
        value
    }

    /// Runs a script in the page; what it returns.
    pub async fn ask(&self, script: &str) -> Value {
        let answer = self.driver.execute(script, vec![]).await;
        answer.unwrap_or_else(|e| panic!("{e}")).json().clone()
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
