//! The icon of a tab: every page names it, and the name that browsers ask for unasked answers too.

use crate::support::{App, Database, client};

#[tokio::test]
async fn every_page_has_an_icon_and_the_old_name_answers() {
    let app = App::start(Database::sqlite());
    let page = client().get(app.at("/inloggen")).send().await.unwrap().text().await.unwrap();
    let (_, rest) = page.split_once("rel=\"icon\"").expect("a link to the icon");
    let named = rest.split('"').find(|part| part.starts_with('/')).expect("its address").to_owned();
    for path in [named.as_str(), "/favicon.ico"] {
        let answer = client().get(app.at(path)).send().await.unwrap();
        assert_eq!(answer.status().as_u16(), 200, "{path}");
        assert_eq!(answer.headers()["content-type"], "image/svg+xml", "{path}");
        assert!(answer.text().await.unwrap().starts_with("<svg"), "{path}");
    }
}
