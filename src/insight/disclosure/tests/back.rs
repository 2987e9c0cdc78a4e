//! Tries to subtract a way back: random schools over two rounds, whose scores come in by several imports, are looked at
//! after every import. From everything that was ever shown, with who counted in it, nobody may compute anything about
//! fewer scores than the smallest size, however they are put together of up to three parts that are told apart. By the
//! rank of what is known.

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::*;

/// What one figure tells: the scores it sums, each by its number, with sign.
type Told = Vec<(usize, f64)>;

/// The number of a score: its value, so that a figure shows what it was made of.
fn number(score: f64) -> usize {
    format!("{score}").parse().unwrap()
}

fn sum(scores: &[f64]) -> Told {
    scores.iter().map(|score| (number(*score), 1.0)).collect()
}

/// All that a round shows.
fn shown(round: &Round) -> Vec<Told> {
    let groups = round.groups(sum);
    let all = groups.iter().filter_map(|(_, told)| told.shown().ok()).cloned();
    let whole = round.whole(sum);
    all.chain(whole.shown().ok().cloned()).collect()
}

fn change(now: &Round, then: &Round) -> Option<Told> {
    let told = now.change(then, |pairs| {
        pairs.iter().flat_map(|(now, then)| [(number(*now), 1.0), (number(*then), -1.0)]).collect()
    });
    told.shown().ok().cloned()
}

/// A school over two rounds, with up to so many pupils in a class: some leave, some join, some change class, some are late.
fn school(chance: &mut StdRng, largest: i32) -> (Vec<Row>, Vec<Row>) {
    let classes = chance.random_range(1..=3);
    let (mut then, mut now) = (Vec::new(), Vec::new());
    let mut pupil = 0;
    let (turnover, late) = (chance.random_range(0.0..0.3), chance.random_range(0.0..0.2));
    for class in 0..classes {
        let is_new = chance.random_bool(0.2);
        for _ in 0..chance.random_range(1..=largest) {
            pupil += 1;
            for (round, rows) in [(1, &mut then), (2, &mut now)] {
                if chance.random_bool(turnover / 2.0) || (is_new && round == 1) {
                    continue;
                }
                let class = if chance.random_bool(0.02) { classes } else { class };
                let import = if chance.random_bool(late) { chance.random_range(1..3) } else { 0 };
                rows.push(Row {
                    pupil,
                    score: 0.0,
                    group: (class < classes || chance.random_bool(0.5)).then(|| GroupId(class.to_string())),
                    came: format!("{round}{import}"),
                    seen: false,
                });
            }
        }
    }
    for (at, row) in then.iter_mut().chain(&mut now).enumerate() {
        row.score = u32::try_from(at).unwrap().into();
    }
    (then, now)
}

/// Everything a reader has seen who looked after every import.
fn everything(reader: Reader, then: &[Row], now: &[Row]) -> Vec<Told> {
    let mut moments: Vec<&str> = then.iter().chain(now).map(|row| row.came.as_str()).collect();
    moments.sort_unstable();
    moments.dedup();
    let until = |rows: &[Row], moment: &str| {
        reader
            .round(rows.iter().filter(|row| row.came.as_str() <= moment).cloned().collect(), &Gone::default())
    };
    let mut told = Vec::new();
    for moment in moments {
        let (then, now) = (until(then, moment), until(now, moment));
        told.extend(shown(&then));
        told.extend(shown(&now));
        told.extend(change(&now, &then));
    }
    told
}

/// An import that is taken back after some moment, and brought in again, later, but for some; one that brings nothing is
/// never taken back.
struct Undone {
    import: String,
    /// The last moment before it is taken back, and before what is left of it comes again.
    from: String,
    until: String,
    /// The numbers of the scores that come again.
    again: HashSet<usize>,
}

/// Everything a reader has seen who looked after every import, and after one was taken back and brought in again.
fn everything_since(reader: Reader, undone: &Undone, then: &[Row], now: &[Row]) -> Vec<Told> {
    let mut moments: Vec<String> = then.iter().chain(now).map(|row| row.came.clone()).collect();
    moments.sort_unstable();
    moments.dedup();
    // Taking back and bringing in again are moments too.
    let steps = moments.iter().flat_map(|moment| {
        let first = (moment.clone(), undone.from < *moment, undone.until < *moment);
        let back = (*moment == undone.from).then(|| (moment.clone(), true, false));
        let again = (*moment == undone.until).then(|| (moment.clone(), true, true));
        [Some(first), back, again].into_iter().flatten().collect::<Vec<_>>()
    });
    let mut told = Vec::new();
    for (moment, back, again) in steps {
        let until = |rows: &[Row]| {
            let came = rows.iter().filter(|row| row.came <= moment).cloned();
            let is_gone = |row: &Row| {
                let returns = again && undone.again.contains(&number(row.score));
                row.came == undone.import && back && !returns
            };
            let (gone, here): (Vec<Row>, Vec<Row>) = came.partition(is_gone);
            reader.round(here, &Gone { rows: gone, moved: false })
        };
        let (then, now) = (until(then), until(now));
        told.extend(shown(&then));
        told.extend(shown(&now));
        told.extend(change(&now, &then));
    }
    told
}

/// Which import is taken back when, and what of it comes again.
fn undoes(chance: &mut StdRng, then: &[Row], now: &[Row]) -> Undone {
    let imports: Vec<&str> = ["10", "11", "12", "20", "21", "22"].to_vec();
    let import = imports[chance.random_range(0..imports.len())].to_owned();
    let later: Vec<&str> = imports.into_iter().filter(|one| *one >= import.as_str()).collect();
    let from = chance.random_range(0..later.len());
    let until = chance.random_range(from..later.len());
    let lost = if chance.random_bool(0.5) { 0.0 } else { chance.random_range(0.0..0.3) };
    let nothing = chance.random_bool(0.2);
    let numbers: Vec<usize> = then.iter().chain(now).map(|row| number(row.score)).collect();
    let again = numbers.into_iter().filter(|_| !nothing && !chance.random_bool(lost)).collect();
    Undone { import, from: later[from].to_owned(), until: later[until].to_owned(), again }
}

/// The rank of a matrix, by elimination.
fn rank(mut rows: Vec<Vec<f64>>) -> usize {
    let width = rows.first().map_or(0, Vec::len);
    let mut rank = 0;
    for column in 0..width {
        let Some(pivot) = (rank..rows.len()).find(|row| rows[*row][column].abs() > 1e-9) else {
            continue;
        };
        rows.swap(rank, pivot);
        let top = rows[rank].clone();
        for row in rows.iter_mut().skip(rank + 1) {
            let factor = row[column] / top[column];
            for (cell, above) in row.iter_mut().zip(&top) {
                *cell -= factor * above;
            }
        }
        rank += 1;
    }
    rank
}

/// The smallest number of scores about which something can be computed from what was told, if under `smallest`.
/// Scores that always stand together are one column. Something is known of some columns alone exactly when
/// leaving them out lowers the rank.
fn found_out(told: &[Told], scores: usize, smallest: usize) -> Option<usize> {
    let mut columns = vec![vec![0.0; told.len()]; scores];
    for (at, figure) in told.iter().enumerate() {
        for (score, sign) in figure {
            columns[*score][at] = *sign;
        }
    }
    let mut together: Vec<(Vec<f64>, usize)> = Vec::new();
    for column in columns.into_iter().filter(|column| column.iter().any(|sign| *sign != 0.0)) {
        match together.iter_mut().find(|(known, _)| *known == column) {
            Some((_, n)) => *n += 1,
            None => together.push((column, 1)),
        }
    }
    let of = |columns: &[&Vec<f64>]| rank(columns.iter().map(|column| (*column).clone()).collect());
    let all: Vec<&Vec<f64>> = together.iter().map(|(column, _)| column).collect();
    let known = of(&all);
    let small: Vec<usize> = (0..together.len()).filter(|at| together[*at].1 < smallest).collect();
    let mut sets: Vec<(Vec<usize>, usize)> = vec![(Vec::new(), 0)];
    for at in small {
        let with: Vec<(Vec<usize>, usize)> = sets
            .iter()
            .filter(|(set, n)| set.len() < 3 && n + together[at].1 < smallest)
            .map(|(set, n)| ([set.as_slice(), &[at]].concat(), n + together[at].1))
            .collect();
        sets.extend(with);
    }
    let alone = |(set, _): &&(Vec<usize>, usize)| {
        let others: Vec<&Vec<f64>> =
            all.iter().enumerate().filter(|(at, _)| !set.contains(at)).map(|(_, column)| *column).collect();
        of(&others) < known
    };
    sets.iter().filter(|(set, _)| !set.is_empty()).filter(alone).map(|(_, n)| *n).min()
}

#[test]
fn nothing_about_a_few_can_be_computed() {
    let mut chance = StdRng::seed_from_u64(7);
    let (mut figures, mut changes) = (0, 0);
    for at in 0..300 {
        let (then, now) = school(&mut chance, 28);
        let told = everything(OTHERS, &then, &now);
        figures += told.len();
        changes += told.iter().filter(|figure| figure.iter().any(|(_, sign)| *sign < 0.0)).count();
        let found = found_out(&told, then.len() + now.len(), 10);
        assert_eq!(found, None, "school {at}: {then:?}\n{now:?}\n{told:?}");
    }
    assert!(figures > 1500 && changes > 40, "hardly anything was shown: {figures}, {changes}");
}

#[test]
fn nothing_about_a_few_can_be_computed_from_an_import_that_was_taken_back() {
    let mut chance = StdRng::seed_from_u64(13);
    let (mut figures, mut since) = (0, 0);
    for at in 0..10_000 {
        // Small schools at a small size come by the odd ways of imports more often.
        let (smallest, largest) = if at % 5 == 0 { (10, 28) } else { (3, 7) };
        let reader = Reader { smallest: Some(smallest) };
        let (mut then, mut now) = school(&mut chance, largest);
        match chance.random_range(0..3) {
            0 => {}
            // Each class comes in as a file of its own; or in whatever parts.
            1 => {
                for row in then.iter_mut().chain(&mut now) {
                    let class = row.group.as_ref().map_or("0", |group| group.0.as_str()).to_owned();
                    row.came.replace_range(1.., &class);
                }
            }
            _ => {
                let parts: Vec<u8> = (0..24).map(|_| chance.random_range(0..3)).collect();
                for row in then.iter_mut().chain(&mut now) {
                    let class = row.group.as_ref().and_then(|group| group.0.parse().ok()).unwrap_or(0);
                    let part = 2 * class + usize::from(chance.random_bool(0.1));
                    row.came.replace_range(1.., &parts[part].to_string());
                }
            }
        }
        let undone = undoes(&mut chance, &then, &now);
        let told = everything_since(reader, &undone, &then, &now);
        figures += told.len();
        since += told.len() - everything(reader, &then, &now).len().min(told.len());
        let found = found_out(&told, then.len() + now.len(), smallest);
        let Undone { import, from, until, again } = &undone;
        let lost: Vec<&Row> = then
            .iter()
            .chain(&now)
            .filter(|row| row.came == *import && !again.contains(&number(row.score)))
            .collect();
        assert_eq!(
            found, None,
            "school {at}: {import} {from} {until} {lost:?} of {then:?}\n{now:?}\n{told:?}"
        );
    }
    assert!(figures > 2000 && since > 500, "hardly anything was shown: {figures}, {since}");
}

#[test]
fn who_has_a_class_computes_nothing_about_a_few_others() {
    let mut chance = StdRng::seed_from_u64(11);
    let mut figures = 0;
    for at in 0..300 {
        let (mut then, mut now) = school(&mut chance, 28);
        let is_own = |row: &&Row| row.group == Some(GroupId("0".to_owned()));
        let own: HashSet<i64> = then.iter().chain(&now).filter(is_own).map(|row| row.pupil).collect();
        for row in then.iter_mut().chain(&mut now) {
            row.seen = own.contains(&row.pupil);
        }
        let seen: HashSet<usize> =
            then.iter().chain(&now).filter(|row| row.seen).map(|row| number(row.score)).collect();
        // What is seen already is taken from every figure.
        let mut told = everything(OTHERS, &then, &now);
        for figure in &mut told {
            figure.retain(|(score, _)| !seen.contains(score));
        }
        told.retain(|figure| !figure.is_empty());
        figures += told.len();
        let found = found_out(&told, then.len() + now.len(), 10);
        assert_eq!(found, None, "school {at}: {then:?}\n{now:?}\n{told:?}");
    }
    assert!(figures > 500, "hardly anything was shown: {figures}");
}

#[test]
fn the_way_back_is_found_where_there_is_one() {
    let mut chance = StdRng::seed_from_u64(7);
    let each = Reader { smallest: None };
    let found = (0..10).filter(|_| {
        let (then, now) = school(&mut chance, 28);
        found_out(&everything(each, &then, &now), then.len() + now.len(), 10).is_some()
    });
    assert!(found.count() > 5);
    // An import that is taken back as if nobody had seen it.
    let forgetful = (0..50).filter(|_| {
        let (then, now) = school(&mut chance, 28);
        let undone =
            Undone { again: (1..400).filter(|at| at % 9 != 0).collect(), ..undoes(&mut chance, &then, &now) };
        let mut told = everything(OTHERS, &then, &now);
        let stays = |row: &&Row| row.came != undone.import || undone.again.contains(&number(row.score));
        let (then, now): (Vec<Row>, Vec<Row>) =
            (then.iter().filter(stays).cloned().collect(), now.iter().filter(stays).cloned().collect());
        told.extend(everything(OTHERS, &then, &now));
        found_out(&told, 400, 10).is_some()
    });
    assert!(forgetful.count() > 5);
    // the total of eleven less a class of ten is the eleventh
    let class: Told = (0..10).map(|score| (score, 1.0)).collect();
    let total: Told = (0..11).map(|score| (score, 1.0)).collect();
    assert_eq!(found_out(&[class.clone(), total], 11, 10), Some(1));
    assert_eq!(found_out(&[class], 11, 10), None);
}
