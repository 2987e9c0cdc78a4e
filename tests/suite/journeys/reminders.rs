//! Nobody waits in silence: who is reminded when, each once, in words that say nothing of a child. The tests begin on
//! Thursday 12 March 2026; a mentor's and a partner's term ends on the 26th.

use baken::ground::audit::Entry;
use baken::ground::scope::RelationKind;
use baken::school::accounts::ties::{self, NewTie, Tied};
use serde_json::json;

use super::Town;
use super::referring::{says_nothing_of_a_child, sent};
use crate::support::both_databases;
use crate::support::cast::{COORDINATOR, MENTOR, OTHER_MENTOR};
use crate::support::mail::Mail;

impl Town {
    /// So many days later, the worker has looked twice and done all.
    async fn later(&self, days: i64) {
        self.days_pass(days).await;
        self.days_pass(0).await;
        self.app.work().await;
    }
}

/// To whom mails about this went.
fn about(mails: &[Mail], subject: &str) -> Vec<String> {
    mails.iter().filter(|mail| mail.subject.contains(subject)).map(|mail| mail.to.clone()).collect()
}

both_databases! {
    async fn a_mentor_is_reminded_before_the_term_and_on_its_day_and_who_is_merely_involved_is_not(database: Database) {
        let (town, mail) = Town::with_mail(database);
        town.noor_has_fallen().await;
        let (now, from) = (town.app.state.clock.now(), town.app.state.clock.today());
        let by = Entry::of("test", "tie", "account", "");
        town.write(|conn| {
            let new = NewTie { account: town.account(OTHER_MENTOR), kind: RelationKind::Involved, until: None, from,
                school: town.cast.school.clone(), to: Tied::Group(town.cast.group_6b.clone()) };
            ties::tie(conn, now, &by, &new)
        });
        town.later(11).await;
        assert_eq!(about(&mail.mails(), "schooldagen"), [""; 0], "Monday the 23rd");
        town.later(1).await;
        assert_eq!(about(&mail.mails(), "over twee schooldagen"), [MENTOR]);
        town.later(1).await;
        town.later(1).await;
        assert_eq!(about(&mail.mails(), "vandaag"), [MENTOR]);
        assert_eq!(about(&mail.mails(), "over twee schooldagen"), [MENTOR], "once");
        says_nothing_of_a_child(&mail.mails());
    }

    async fn who_has_answered_meanwhile_gets_no_reminder(database: Database) {
        let (town, mail) = Town::with_mail(database);
        let signal = town.noor_has_fallen().await;
        town.days_pass(12).await;
        let answer = json!({"event": "asks_help", "reason": "recognised"});
        town.api(MENTOR).post(&format!("/api/v1/signals/{signal}/decisions"), answer).await.is(200);
        town.app.work().await;
        assert_eq!(about(&mail.mails(), "over twee schooldagen"), [""; 0]);
    }

    async fn a_partner_is_reminded_without_a_link_and_of_nobody(database: Database) {
        let (town, mail) = Town::with_mail(database);
        let signal = town.noor_has_fallen().await;
        sent(&town, &signal).await;
        town.later(12).await;
        town.later(2).await;
        town.later(1).await;
        let mails = mail.mails();
        let partner: Vec<&Mail> = mails.iter().filter(|one| one.subject.contains("wacht op uw antwoord")).collect();
        assert_eq!(partner.len(), 2, "{partner:?}");
        for one in partner {
            assert!(one.to.starts_with("aanmelden@") && !one.text.contains("://"), "{one:?}");
        }
        says_nothing_of_a_child(&mails);
    }

    async fn a_partner_that_answered_by_telephone_is_left_alone(database: Database) {
        let (town, mail) = Town::with_mail(database);
        let signal = town.noor_has_fallen().await;
        let (id, _) = sent(&town, &signal).await;
        town.app.work().await;
        town.days_pass(12).await;
        let told = json!({"event": "accepted", "told_by": "Ans van het maatschappelijk werk"});
        town.api(COORDINATOR).post(&format!("/api/v1/referrals/{id}/transitions"), told).await.is(200);
        town.app.work().await;
        assert_eq!(about(&mail.mails(), "wacht op uw antwoord"), [""; 0]);
    }

    async fn a_week_begins_with_what_waits_without_names_and_numbers(database: Database) {
        let (town, mail) = Town::with_mail(database);
        town.noor_has_fallen().await;
        town.worry_about_tom(false).await;
        town.later(1).await;
        assert_eq!(about(&mail.mails(), "deze week"), [""; 0], "Friday");
        town.closes("2026-03-16", "2026-03-16").await.is(303);
        town.later(3).await;
        assert_eq!(about(&mail.mails(), "deze week"), [""; 0], "a closed Monday");
        town.later(1).await;
        town.later(1).await;
        let mails = mail.mails();
        let mut whom = about(&mails, "deze week");
        whom.sort();
        assert_eq!(whom, [MENTOR, COORDINATOR]);
        for one in mails.iter().filter(|one| one.subject.contains("deze week")) {
            let waits = if one.to == MENTOR { "een antwoord als mentor" } else { "een besluit als zorgcoördinator" };
            assert!(one.text.contains(waits) && one.text.contains("/werk"), "{one:?}");
            let words = one.text.split_whitespace().filter(|word| !word.contains("://")).collect::<String>();
            assert!(!words.contains(|c: char| c.is_ascii_digit()), "{one:?}");
        }
        says_nothing_of_a_child(&mails);
    }

    async fn the_last_school_day_says_what_is_still_open_and_a_stand_in_hears_it_too(database: Database) {
        let (town, mail) = Town::with_mail(database);
        town.noor_has_fallen().await;
        town.closes("2026-03-16", "2026-03-20").await.is(303);
        town.lets("kantoor@wilgen.example", OTHER_MENTOR, MENTOR, ("2026-03-12", "2026-03-20")).await.is(303);
        town.later(1).await;
        let mut whom = about(&mail.mails(), "nog open staat");
        whom.sort();
        assert_eq!(whom, [MENTOR, OTHER_MENTOR]);
        town.later(3).await;
        assert_eq!(about(&mail.mails(), "nog open staat").len(), 2);
        says_nothing_of_a_child(&mail.mails());
    }

    async fn a_week_that_began_while_nobody_looked_is_made_up_for_and_a_silent_partner_is_reason_enough(database: Database) {
        let (town, mail) = Town::with_mail(database);
        let signal = town.noor_has_fallen().await;
        sent(&town, &signal).await;
        // Noor is referred, so that no row waits; the partner's day was the 26th. On Tuesday the 31st somebody looks again.
        town.later(19).await;
        let mails = mail.mails();
        let digest: Vec<&Mail> = mails.iter().filter(|one| one.subject.contains("deze week")).collect();
        assert!(digest.len() == 1 && digest[0].to == COORDINATOR && digest[0].text.contains("een aanmelding"), "{mails:?}");
        town.later(1).await;
        assert_eq!(about(&mail.mails(), "deze week"), [COORDINATOR], "once a week");
        says_nothing_of_a_child(&mails);
    }
}
