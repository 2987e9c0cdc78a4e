//! The screen and the API bring in by the same use cases; who has no business there sees nothing.

use baken::ground::audit::Entry;
use baken::ground::scope::Role;
use baken::school::accounts::manage::{self, NewAccount};
use baken::school::store::school_by_brin;
use reqwest::multipart::{Form, Part};
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};

use super::{bring_in, roster_of, scores_of, stored};
use crate::support::server::morning;
use crate::support::{App, Database, both_databases};

const PASSWORD: &str = "een lang wachtwoord";

/// Makes an account with a role at the school 99ZZ, which must exist.
pub fn account(database: &Database, email: &str, role: Role) {
    let made = database.db.write_blocking(|conn| {
        let school = school_by_brin(conn, "99ZZ")?.expect("the school");
        let new = NewAccount { email, name: "Iemand", password: PASSWORD, roles: &[(role, Some(school.id))] };
        manage::add(conn, morning(), &Entry::of("test", "add", "account", "1"), &new)
    });
    made.expect("an account");
}

/// A client that is logged in on the screens.
pub async fn logged_in(app: &App, email: &str) -> Client {
    let client = app.client();
    let answer = client
        .post(app.at("/inloggen"))
        .header("Sec-Fetch-Site", "same-origin")
        .form(&[("email", email), ("password", PASSWORD)])
        .send()
        .await
        .expect("an answer");
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    client
}

/// Offers a file on the screen; the status and where it leads.
pub async fn offer(app: &App, client: &Client, text: &str) -> (StatusCode, String) {
    let file = Part::bytes(text.as_bytes().to_vec()).file_name("scores.csv");
    let form = Form::new().text("school", "99ZZ").part("file", file);
    let answer = client
        .post(app.at("/invoer"))
        .header("Sec-Fetch-Site", "same-origin")
        .multipart(form)
        .send()
        .await
        .expect("an answer");
    let to = answer.headers().get("location").map(|to| to.to_str().expect("text").to_owned());
    let status = answer.status();
    let text = answer.text().await.expect("a page");
    (status, to.unwrap_or(text))
}

/// Makes a choice about an import; the status and where it leads.
pub async fn choose(app: &App, client: &Client, page: &str, choice: &str) -> (StatusCode, String) {
    let answer = client
        .post(app.at(page))
        .header("Sec-Fetch-Site", "same-origin")
        .form(&[("choice", choice)])
        .send()
        .await
        .expect("an answer");
    let to = answer.headers().get("location").map(|to| to.to_str().expect("text").to_owned());
    (answer.status(), to.unwrap_or_default())
}

async fn token(app: &App, email: &str) -> String {
    let login = json!({"email": email, "password": PASSWORD});
    let answer = app.client().post(app.at("/api/v1/tokens")).json(&login).send().await;
    let body: Value = answer.expect("an answer").json().await.expect("JSON");
    body["token"].as_str().expect("a token").to_owned()
}

both_databases! {
    async fn a_file_is_offered_looked_at_stored_and_taken_back(database: Database) {
        bring_in(&database.db, &roster_of(30));
        account(&database, "admi@wilgen.example", Role::Administration);
        let app = App::start(database);
        let client = logged_in(&app, "admi@wilgen.example").await;
        let file = format!("{}0001;2026-03-02;eigen;leerkracht;contact;99\n", scores_of(30, "2026-03-02", 3));
        let (status, page) = offer(&app, &client, &file).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
        let shown = client.get(app.at(&page)).send().await.unwrap().text().await.unwrap();
        assert!(shown.contains("<strong>30</strong> nieuw") && shown.contains("contact"), "{shown}");
        assert_eq!(stored(&app.state.db).len(), 0);
        assert_eq!(choose(&app, &client, &page, "all").await.0, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(choose(&app, &client, &page, "good").await.0, StatusCode::SEE_OTHER);
        assert_eq!(stored(&app.state.db).len(), 30);
        let back = client.get(app.at(&format!("{page}/geweigerd.csv"))).send().await.unwrap();
        assert_eq!(back.text().await.unwrap().lines().count(), 2);
        assert_eq!(choose(&app, &client, &page, "undo").await.0, StatusCode::SEE_OTHER);
        assert_eq!(stored(&app.state.db).len(), 0);
        let unknown = scores_of(2, "2026-03-02", 3).replace("\n0", "\nx");
        let (_, page) = offer(&app, &client, &unknown).await;
        assert_eq!(choose(&app, &client, &page, "good").await.0, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(choose(&app, &client, &page, "leave").await.0, StatusCode::SEE_OTHER);
        let (status, page) = offer(&app, &client, "PK\u{3}\u{4}zip").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("zipbestand"), "{page}");
    }

    async fn the_api_takes_the_file_as_its_body(database: Database) {
        bring_in(&database.db, &roster_of(30));
        account(&database, "admi@wilgen.example", Role::Administration);
        account(&database, "juf@wilgen.example", Role::Mentor);
        let app = App::start(database);
        let school = app.state.db.read_blocking(|conn| school_by_brin(conn, "99ZZ")).unwrap().unwrap().id;
        let mentor = token(&app, "juf@wilgen.example").await;
        let admi = token(&app, "admi@wilgen.example").await;
        let send = async |token: &str, query: &str, body: String| {
            let url = app.at(&format!("/api/v1/imports?school={school}{query}"));
            let answer = app.client().post(url).bearer_auth(token).body(body).send().await.unwrap();
            (answer.status().as_u16(), answer.json::<Value>().await.unwrap())
        };
        let file = scores_of(30, "2026-03-02", 3);
        assert_eq!(send(&mentor, "", file.clone()).await.0, 403);
        let (status, report) = send(&admi, "&dry_run=true", file.clone()).await;
        assert_eq!((status, &report["new"], stored(&app.state.db).len()), (200, &json!(30), 0));
        let (status, report) = send(&admi, "", file).await;
        assert_eq!((status, stored(&app.state.db).len()), (201, 30));
        let id = report["import"].as_str().unwrap();
        assert_eq!(send(&admi, "", scores_of(30, "2026-03-02", 4)).await.0, 409);
        assert_eq!(send(&admi, "", "geen tabel".to_owned()).await.0, 422);
        let unknown = scores_of(2, "2026-03-02", 3).replace("\n0", "\nx");
        let (status, problem) = send(&admi, "", unknown).await;
        assert_eq!(status, 422);
        assert!(problem["title"].as_str().unwrap().contains("Geen enkele regel"), "{problem}");
        let undo = app.at(&format!("/api/v1/imports/{id}/undo"));
        let other = app.client().post(&undo).bearer_auth(&mentor).send().await.unwrap();
        assert_eq!(other.status().as_u16(), 403);
        let undone = app.client().post(&undo).bearer_auth(&admi).send().await.unwrap();
        assert_eq!((undone.status().as_u16(), stored(&app.state.db).len()), (200, 0));
    }
}
