//! What a preview says before anything is stored: pupil by pupil, column by column, and beside last time.

use baken::ground::scope::Role;
use reqwest::{Client, StatusCode};

use super::doors::{account, choose, logged_in, offer};
use super::{SCORES, bring_in, roster_of, scores_of};
use crate::support::{App, both_databases};

async fn read(app: &App, client: &Client, page: &str) -> (StatusCode, String) {
    let answer = client.get(app.at(page)).send().await.expect("an answer");
    (answer.status(), answer.text().await.expect("a page"))
}

both_databases! {
    async fn scores_are_told_pupil_by_pupil_with_values_for_who_may_read_them(database: Database) {
        // Given 30 pupils with a score, and a coordinator and an administrator.
        bring_in(&database.db, &roster_of(30));
        bring_in(&database.db, &scores_of(30, "2026-03-02", 3));
        account(&database, "ib@wilgen.example", Role::Coordinator);
        account(&database, "admi@wilgen.example", Role::Administration);
        let app = App::start(database);
        let coordinator = logged_in(&app, "ib@wilgen.example").await;
        // When a file says another score of one of them and a new one of another.
        let header = SCORES.trim_end();
        let file = format!(
            "{header};BSN;kleur\n0002;2026-03-02;eigen;leerkracht;welbevinden;40;123456782;rood\n\
             0001;2026-03-02;eigen;leerkracht;contact;7;;\n0001;2026-03-02;eigen;leerkracht;welbevinden;4;;\n"
        );
        let (status, page) = offer(&app, &coordinator, &file).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
        // Then the preview says what became of each column and how last time was.
        let (_, preview) = read(&app, &coordinator, &page).await;
        for said in ["<th scope=\"row\">BSN</th><td>niet gelezen: dit mag Baken niet hebben", "<th scope=\"row\">kleur</th><td>niet gelezen: betekent",
            "<th scope=\"row\">schaal</th><td>schaal", "<th scope=\"row\">regels</th><td>30</td><td>3</td>", "<th scope=\"row\">1A</th><td>25</td><td>3</td>"] {
            assert!(preview.contains(said), "{said} in {preview}");
        }
        assert!(!preview.contains("123456782"));
        // And who changes, before who is new; who stays the same is left out.
        let (_, told) = read(&app, &coordinator, &format!("{page}/verschil")).await;
        let place = |number: &str| told.find(&format!("<th scope=\"row\">{number}</th>"));
        assert!(place("0002").unwrap() < place("0001").unwrap(), "{told}");
        assert!(told.contains("welbevinden (leerkracht, 2025-2026 voorjaar): 5 wordt 40") && told.contains("1 nieuwe score"), "{told}");
        assert_eq!(told.matches("<th scope=\"row\">").count(), 2, "{told}");
        // The administration sees that there is another score, not which.
        let administration = logged_in(&app, "admi@wilgen.example").await;
        let (_, hidden) = read(&app, &administration, &format!("{page}/verschil")).await;
        assert!(hidden.contains("een andere score") && !hidden.contains("wordt 40"), "{hidden}");
        // Once stored it is no longer a preview.
        assert_eq!(choose(&app, &coordinator, &page, "all").await.0, StatusCode::SEE_OTHER);
        assert_eq!(read(&app, &coordinator, &format!("{page}/verschil")).await.0, StatusCode::NOT_FOUND);
    }

    async fn a_roster_is_told_pupil_by_pupil_without_names(database: Database) {
        bring_in(&database.db, &roster_of(230));
        account(&database, "admi@wilgen.example", Role::Administration);
        let app = App::start(database);
        let client = logged_in(&app, "admi@wilgen.example").await;
        let moved = roster_of(230).replace(";1A;5", ";2A;6").replace("0100;Kind100;;Naam100", "0100;Kind100;;Anders");
        let (status, page) = offer(&app, &client, &format!("{moved}0999;Nieuw;;Kind;;5A;5\n")).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
        let (_, told) = read(&app, &client, &format!("{page}/verschil")).await;
        assert!(told.contains("<th scope=\"row\">0000</th>") && told.contains("van groep 1A naar 2A"), "{told}");
        assert!(told.contains("andere naam") && !told.contains("Anders") && !told.contains("Naam100"), "{told}");
        assert!(told.contains("nieuw, in groep 5A"), "{told}");
        let everybody = roster_of(230).replace(";2016-01-01;", ";2016-02-01;");
        choose(&app, &client, &page, "leave").await;
        let (_, page) = offer(&app, &client, &everybody).await;
        let (_, first) = read(&app, &client, &format!("{page}/verschil")).await;
        assert!(first.contains("verschil?vanaf=100") && !first.contains(">0100</th>"), "{first}");
        let (_, last) = read(&app, &client, &format!("{page}/verschil?vanaf=200")).await;
        assert_eq!(last.matches("andere geboortedatum").count(), 30);
    }
}
