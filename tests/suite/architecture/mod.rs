//! The house rules as tests over the real tree. The rules themselves, pure over (path, text), stand in `rooms`, `rules`,
//! `lengths` and `messages`; `offences` shows that each of them can fail.

mod lengths;
mod messages;
mod offences;
mod rooms;
mod rules;
mod states;
mod tree;

use self::tree::{Source, sources};

/// Nothing may be left of these complaints.
#[track_caller]
fn none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}\n(see ARCHITECTURE.md)", complaints.join("\n"));
}

#[test]
fn rooms_use_only_the_rooms_above_them() {
    none(&rooms::imports(&sources(&["src"])));
}

#[test]
fn sql_frames_and_http_stay_in_their_rooms() {
    none(&rules::placement(&sources(&["src"])));
}

#[test]
fn figures_over_pupils_pass_disclosure() {
    none(&rules::figures(&sources(&["src"])));
}

#[test]
fn every_file_says_what_lives_in_it() {
    none(&rules::headers(&sources(&["src", "tests"])));
}

#[test]
fn files_are_short() {
    none(&lengths::longest(&sources(&["src", "tests"])));
    none(&lengths::lengths(&sources(&["src"])));
}

#[test]
fn nothing_is_left_for_later() {
    none(&rules::unfinished(&sources(&["src", "tests", "config", "migrations"])));
}

#[test]
fn no_packed_code_of_others_lies_in_the_tree() {
    none(&rules::packed(&sources(&["src", "tests", "config"])));
}

#[test]
fn mail_addresses_are_fictitious() {
    none(&rules::addresses(&sources(&["src", "tests", "config", "docs"])));
}

#[test]
fn both_languages_say_the_same() {
    let (dutch, english) = (sources(&["config/messages/nl"]), sources(&["config/messages/en"]));
    assert!(!dutch.is_empty(), "no message files found");
    none(&messages::same_in_both(&dutch, &english));
}

#[test]
fn every_message_said_exists_with_what_it_needs() {
    let code: Vec<Source> = sources(&["src"]);
    none(&messages::said_but_missing(&code, &sources(&["config/messages/nl"])));
}
