//! docs/states.md is drawn from the tables of moves in the code: this test holds it to them, and with `DRAW=1` writes it anew.

use std::fmt::Write as _;

use baken::care::{meldcode, plans, referrals};
use baken::signals::state as signals;

use crate::support::checkout;

/// Where the drawing is kept.
const DOC: &str = "docs/states.md";

/// A move: from where, by what, by whom, to where.
type Move = (&'static str, &'static str, String, &'static str);

/// One life as a table and a drawing.
fn life(out: &mut String, title: &str, code: &str, first: &str, moves: &[Move]) {
    writeln!(out, "\n## {title}\n\nFrom `{code}`.\n\n| from | event | by | to |\n|---|---|---|---|")
        .expect("text");
    for (from, event, by, to) in moves {
        writeln!(out, "| {from} | {event} | {by} | {to} |").expect("text");
    }
    let mut lines: Vec<(&str, &str, Vec<&str>)> = Vec::new();
    for (from, event, _, to) in moves {
        match lines.iter_mut().find(|(a, b, _)| a == from && b == to) {
            Some((_, _, events)) => events.push(event),
            None => lines.push((from, to, vec![event])),
        }
    }
    writeln!(out, "\n```mermaid\nstateDiagram-v2\n    [*] --> {first}").expect("text");
    for (from, to, events) in lines {
        writeln!(out, "    {from} --> {to}: {}", events.join(", ")).expect("text");
    }
    for (_, _, _, end) in moves {
        let goes_on = moves.iter().any(|(from, _, _, _)| from == end);
        let line = format!("    {end} --> [*]\n");
        if !goes_on && !out.rsplit("stateDiagram").next().is_some_and(|last| last.contains(&line)) {
            out.push_str(&line);
        }
    }
    out.push_str("```\n");
}

fn drawn() -> String {
    let mut out = "# The lives of records\n\nDrawn from the tables in the code (`DRAW=1 cargo test states_are_drawn` writes this file anew). What no line says is\nrefused with 409: a test tries every state with every event by everybody.\n".to_owned();
    let signal = |actor: signals::Actor| format!("{actor:?}").to_lowercase();
    let moves: Vec<Move> = signals::MOVES
        .iter()
        .flat_map(|(from, event, by, to)| {
            from.iter().map(move |from| (from.as_str(), event.as_str(), signal(*by), to.as_str()))
        })
        .collect();
    life(&mut out, "A signal", "src/signals/state.rs", "new", &moves);
    let moves: Vec<Move> = referrals::state::MOVES
        .iter()
        .flat_map(|(from, event, by, to)| {
            let by = by.iter().map(|one| one.as_str()).collect::<Vec<_>>().join(", ");
            from.iter().map(move |from| (from.as_str(), event.as_str(), by.clone(), to.as_str()))
        })
        .collect();
    life(&mut out, "A referral", "src/care/referrals/state.rs", "draft", &moves);
    let moves: Vec<Move> = plans::state::MOVES
        .iter()
        .flat_map(|(from, event, by, to)| {
            from.iter().map(move |from| (from.as_str(), event.as_str(), by.to_string(), to.as_str()))
        })
        .collect();
    life(&mut out, "A plan", "src/care/plans/state.rs", "draft", &moves);
    // Who keeps a file or is named in it takes its steps; nothing moves by itself.
    let moves: Vec<Move> = meldcode::state::MOVES
        .iter()
        .flat_map(|(from, step, to)| {
            from.iter().map(move |from| {
                (from.as_str(), step.as_str(), "person".to_owned(), to.unwrap_or(*from).as_str())
            })
        })
        .collect();
    life(&mut out, "A file of the meldcode", "src/care/meldcode/state.rs", "open", &moves);
    out
}

#[test]
#[expect(clippy::disallowed_methods, reason = "whoever runs the test chooses")]
fn states_are_drawn_from_the_code() {
    let drawn = drawn();
    if std::env::var_os("DRAW").is_some() {
        std::fs::write(checkout().join(DOC), &drawn).expect("written");
    }
    let kept = std::fs::read_to_string(checkout().join(DOC)).expect("docs/states.md");
    assert!(kept == drawn, "docs/states.md is not what the code says: DRAW=1 cargo test states_are_drawn");
}
