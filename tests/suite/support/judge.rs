//! What a page looks like: axe-core as judge of it, and pictures to keep.

use std::path::PathBuf;

use base64::Engine as _;
use serde_json::json;

use super::{
    browser::{Browser, LOOKS},
    checkout,
};

/// The rules of WCAG 2.2 A and AA that a machine can judge.
const JUDGE: &str = "const done = arguments[arguments.length - 1];
axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}).then(
  found => done(found.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' ' + n.failureSummary))),
  error => done([String(error)]));";

impl Browser {
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
        let axe = std::fs::read_to_string(checkout().join("tests/browser/node_modules/axe-core/axe.min.js"))
            .expect("axe-core, which `make test` fetches");
        self.ask(&axe).await;
        let found = self.driver.execute_async(JUDGE, vec![]).await.expect("axe runs");
        found.convert().expect("a list of texts")
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
}
