//! Bringing in with a real browser: files are chosen, sent with the bar, looked at together, and stored by one choice.

use thirtyfour::By;

use crate::journeys::Town;
use crate::support::cast::{ADMINISTRATION, PASSWORD};
use crate::support::{Browser, Database};

#[tokio::test(flavor = "multi_thread")]
async fn files_are_chosen_looked_at_together_and_stored_by_one_choice() {
    // given: a list of pupils with somebody new, and scores of that pupil and of one whom nobody knows
    let town = Town::new(Database::sqlite());
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("a file");
        path.display().to_string()
    };
    let header = "leerlingnummer;afnamedatum;instrument;informant;schaal;score\n";
    let scores = format!(
        "{header}0990;2026-03-02;eigen;leerkracht;contact;9\n9999;2026-03-02;eigen;leerkracht;contact;9\n"
    );
    let files = [
        file("scores.csv", &scores),
        file(
            "leerlingen.csv",
            "leerlingnummer;roepnaam;achternaam;groep;leerjaar;BSN\n0990;Kees;Los;6B;6;123456782\n",
        ),
    ];
    let browser = Browser::open().await;
    browser.log_in(&town.app.url, ADMINISTRATION, PASSWORD).await;
    browser.go(&town.app.at("/invoer")).await;
    let chosen = browser.driver.find(By::Css("input[type=file]")).await.expect("a field for files");
    chosen.send_keys(files.join("\n")).await.expect("two files");

    // when: they are sent
    browser.press("Bekijk wat er verandert").await;

    // then: both stand on one page, the scores as they will be once the roster is there
    browser.sees("Zo komen de andere bestanden binnen").await;
    browser.sees("Niet gelezen, omdat Baken dit niet mag hebben: BSN").await;
    let preview = browser.driver.current_url().await.expect("an address").to_string();
    browser.judge(&preview, "import-preview").await;
    browser.judge(&format!("{preview}/verschil"), "import-difference").await;
    browser.sees("nieuw, in groep 6B").await;

    // and one choice stores both
    browser.go(&preview).await;
    if let Ok(brake) = browser.driver.find(By::Css("input[name=changes]")).await {
        brake.click().await.expect("a choice");
    }
    let all = browser.driver.find(By::Css("button[value=everything]")).await.expect("a button");
    all.click().await.expect("a press");
    // The page of the last file; a title begins with a capital.
    browser.sees("Scores.csv").await;
    browser.sees("opgeslagen").await;

    // A file that cannot be taken comes back as the page with the sentence, also when it is sent with the bar.
    browser.go(&town.app.at("/invoer")).await;
    let chosen = browser.driver.find(By::Css("input[type=file]")).await.expect("a field for files");
    chosen.send_keys(file("brief.pdf", "%PDF-1.7")).await.expect("a file");
    browser.press("Bekijk wat er verandert").await;
    browser.sees("brief.pdf").await;
    browser.close().await;
}
