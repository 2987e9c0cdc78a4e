//! Outcomes that come in without pupils (the monitor of social safety): who sees them, and what nobody sees.

use super::Town;
use crate::support::both_databases;
use crate::support::cast::{ADMINISTRATION, COORDINATOR, LEADER, MENTOR};

const FILE: &str = "groep;afnamedatum;instrument;schaal;gemiddelde;percentage;aantal\n\
    ;2026-02-10;msv;ervaren_veiligheid;81,5;;40\n\
    6A;2026-02-10;msv;ervaren_veiligheid;77,7;;20\n\
    6B;2026-02-10;msv;ervaren_veiligheid;84,2;;16\n\
    6B;2026-02-10;msv;welbevinden;;66;19\n\
    6A;2026-02-10;msv;aantasting;13,3;;9\n";

both_databases! {
    async fn outcomes_stand_on_the_pages_of_the_school_and_the_group_with_their_size(database: Database) {
        let town = Town::new(database);
        town.bring_in(FILE);
        for who in [COORDINATOR, LEADER] {
            let page = town.at_the_pages(who).await.open("/school").await.is(200).text;
            assert!(page.contains("gemiddeld 81,5, op een schaal van 0 tot 100 (40 leerlingen)"), "{who}: {page}");
            assert!(!page.contains("84,2") && !page.contains("13,3"), "{who}: {page}");
        }
        let page = town.at_the_pages(COORDINATOR).await.open("/school").await.is(200).text;
        assert!(page.contains("77,7") && page.contains("66 % (19 leerlingen)"), "{page}");
        // Four pupils stand in no group that is shown: with 6B the school would tell of them.
        assert!(page.contains("te herleiden") && page.contains("minder dan 10 leerlingen"), "nine: for nobody: {page}");
        let leader = town.at_the_pages(LEADER).await.open("/school").await.is(200).text;
        assert!(!leader.contains("77,7") && !leader.contains("66 %"), "of a class that is for the coordinator: {leader}");
        let group = format!("/groepen/{}", town.cast.group_6b);
        let coordinator = town.at_the_pages(COORDINATOR).await.open(&group).await.is(200).text;
        assert!(coordinator.contains("Ervaren veiligheid") && coordinator.contains("66 %"), "{coordinator}");
        let mentor = town.at_the_pages(MENTOR).await.open(&group).await.is(200).text;
        assert!(!mentor.contains("Ervaren veiligheid"), "that scale is for the coordinator: {mentor}");
    }

    async fn a_later_one_of_a_few_pupils_more_takes_no_place(database: Database) {
        let town = Town::new(database);
        let head = "groep;afnamedatum;instrument;schaal;gemiddelde;aantal\n";
        let school = |day: &str, mean: &str, pupils: u32| format!("{head};{day};msv;aantasting;{mean};{pupils}\n");
        town.bring_in(&school("2026-02-10", "12,5", 30));
        let leader = town.at_the_pages(LEADER).await;
        for (day, mean, pupils, shown) in
            [("2026-02-17", "13,9", 31, "12,5"), ("2026-02-24", "14,1", 30, "14,1"), ("2026-03-03", "15,2", 40, "15,2")]
        {
            town.bring_in(&school(day, mean, pupils));
            let page = leader.open("/school").await.is(200).text;
            assert!(page.contains(shown) && (shown == mean || !page.contains(mean)), "{day}: {page}");
        }
    }

    async fn a_group_that_comes_later_takes_no_place_of_one_that_was_shown(database: Database) {
        let town = Town::new(database);
        let head = "groep;afnamedatum;instrument;schaal;gemiddelde;aantal\n";
        let row = |group: &str, mean: &str, pupils: u32| format!("{group};2026-02-10;msv;aantasting;{mean};{pupils}\n");
        town.bring_in(&[head, &row("", "12,5", 49), &row("6A", "13,9", 20)].concat());
        let coordinator = town.at_the_pages(COORDINATOR).await;
        let shows = |page: &str| ["12,5", "13,9", "14,1"].map(|mean| page.contains(mean));
        assert_eq!(shows(&coordinator.open("/school").await.is(200).text), [true, true, false]);
        // 49 less 20 and 28 would be one pupil.
        town.bring_in(&[head, &row("6B", "14,1", 28)].concat());
        assert_eq!(shows(&coordinator.open("/school").await.is(200).text), [true, true, false]);
    }

    async fn the_screen_takes_them_and_takes_them_back_and_refuses_pupils(database: Database) {
        let town = Town::new(database);
        let office = town.at_the_pages(ADMINISTRATION).await;
        let with_pupils = FILE.replace("groep;", "leerlingnummer;");
        let refused = office.offer("99ZZ", &with_pupils).await.is(422);
        assert!(refused.text.contains("kolom leerlingnummer"), "{refused:?}");
        let page = office.offer("99ZZ", FILE).await.is(303).to;
        let shown = office.open(&page).await.is(200).text;
        assert!(shown.contains("uitkomsten van school of groep") && shown.contains("<strong>5</strong> nieuw"), "{shown}");
        office.send(&page, &[("choice", "all")]).await.is(303);
        let leader = town.at_the_pages(LEADER).await;
        assert!(leader.open("/school").await.is(200).text.contains("81,5"));
        office.send(&page, &[("choice", "undo")]).await.is(303);
        assert!(!leader.open("/school").await.is(200).text.contains("81,5"));
    }
}

both_databases! {
    async fn who_brings_in_sees_the_lists_and_takes_a_letter_to_the_supplier(database: Database) {
        let town = Town::new(database);
        let office = town.at_the_pages(ADMINISTRATION).await;
        let start = office.open("/invoer").await.is(200).text;
        assert!(start.contains("/invoer/instrumenten") && start.contains("/invoer/brief"), "{start}");
        let lists = office.open("/invoer/instrumenten").await.is(200).text;
        for said in ["SCOL", "ervaren_veiligheid", "verzuim (tellingen, zonder reden)", "/invoer/brief?wat=scol"] {
            assert!(lists.contains(said), "no {said}: {lists}");
        }
        let letter = office.open("/invoer/brief?product=Kijkplaat&wat=scol").await.is(200).text;
        for said in ["De Wilgen werkt met Kijkplaat", "Ervaringen delen", "drie rijen met verzonnen leerlingen"] {
            assert!(letter.contains(said), "no {said}: {letter}");
        }
        let english = office.open("/invoer/brief?product=%3Cb%3E&wat=attendance&taal=en").await.is(200).text;
        assert!(english.contains("De Wilgen works with &#60;b&#62;") && english.contains("no reason of the absence"), "{english}");
        let elsewhere = format!("/invoer/brief?school={}", town.cast.neighbours);
        office.open(&elsewhere).await.is(404);
        town.at_the_pages(MENTOR).await.open("/invoer/brief").await.is(403);
    }
}
