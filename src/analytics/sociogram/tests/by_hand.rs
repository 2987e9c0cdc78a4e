//! The statuses beside a count of all ways in which the raters could have dealt out their own judgements: whole numbers
//! only, no convolution.

use std::collections::BTreeSet;

use super::*;

type Part = fn(i64, i64) -> i64;

/// Of all ways: how many there are, in how many the pupil gets at most and at least what he got, the sum over all ways.
#[derive(Debug, Default, Clone, Copy)]
struct Count {
    total: i64,
    ways: i64,
    at_most: i64,
    at_least: i64,
    sum: i64,
}

impl Count {
    fn rare_low(self) -> bool {
        self.at_most * 20 <= self.ways
    }
    fn rare_high(self) -> bool {
        self.at_least * 20 <= self.ways
    }
    /// Below 0: less than expected.
    fn beside(self) -> i64 {
        self.total * self.ways - self.sum
    }
}

/// Every order of a rater's judgements, dealt out over the pupils he or she judged; of each, what falls to `j`.
fn falls(line: &[u8], i: usize, j: usize) -> Vec<u8> {
    let judged: Vec<usize> = (0..line.len()).filter(|k| *k != i && line[*k] > 0).collect();
    let Some(place) = judged.iter().position(|k| *k == j) else { return Vec::new() };
    let mut orders = vec![Vec::new()];
    for at in 0..judged.len() {
        let mut longer = Vec::new();
        for order in &orders {
            for put in 0..=at {
                let mut order: Vec<u8> = order.clone();
                order.insert(put, line[judged[at]]);
                longer.push(order);
            }
        }
        orders = longer;
    }
    orders.iter().map(|order| order[place]).collect()
}

/// The orders of a rater that differ for `j` only count once for each judgement: the same shares, fewer ways.
fn fewer_falls(line: &[u8], i: usize, j: usize) -> Vec<u8> {
    if i == j || line[j] == 0 {
        return Vec::new();
    }
    (0..line.len()).filter(|k| *k != i && line[*k] > 0).map(|k| line[k]).collect()
}

fn count(
    table: &[Vec<u8>],
    j: usize,
    middle: u8,
    part: Part,
    falls: fn(&[u8], usize, usize) -> Vec<u8>,
) -> Count {
    let value = |points: u8| part(i64::from(points), i64::from(middle));
    let mut sums = vec![0];
    let mut total = 0;
    for (i, line) in table.iter().enumerate().filter(|(i, line)| *i != j && line[j] > 0) {
        total += value(line[j]);
        let falls = falls(line, i, j);
        sums = sums.iter().flat_map(|sum| falls.iter().map(move |points| sum + value(*points))).collect();
    }
    Count {
        total,
        ways: i64::try_from(sums.len()).expect("few"),
        at_most: i64::try_from(sums.iter().filter(|sum| **sum <= total).count()).expect("few"),
        at_least: i64::try_from(sums.iter().filter(|sum| **sum >= total).count()).expect("few"),
        sum: sums.iter().sum(),
    }
}

const LIKING: Part = |points, middle| (points - middle).max(0);
const DISLIKING: Part = |points, middle| (middle - points).max(0);
const NOTICING: Part = |points, middle| (points - middle).abs();
const LIKED: Part = |points, middle| i64::from(points > middle);
const DISLIKED: Part = |points, middle| i64::from(points < middle);
const CHOSEN: Part = |points, middle| i64::from(points != middle);

/// SSrat by counting.
fn ssrat(table: &[Vec<u8>], j: usize, middle: u8) -> Status {
    let of = |part| count(table, j, middle, part, fewer_falls);
    let (liking, disliking) = (of(LIKING).beside(), of(DISLIKING).beside());
    let (preference, impact) = (of(|points, _| points), of(NOTICING));
    if preference.rare_high() && liking > 0 && disliking < 0 {
        Status::Popular
    } else if preference.rare_low() && liking < 0 && disliking > 0 {
        Status::Rejected
    } else if impact.rare_low() && liking < 0 && disliking < 0 {
        Status::Neglected
    } else if impact.rare_high() && liking > 0 && disliking > 0 {
        Status::Controversial
    } else {
        Status::Average
    }
}

/// Newcomb & Bukowski by counting.
fn newcomb_bukowski(table: &[Vec<u8>], j: usize, middle: u8) -> Status {
    let of = |part| count(table, j, middle, part, fewer_falls);
    let (liked, disliked, chosen) = (of(LIKED), of(DISLIKED), of(CHOSEN));
    if liked.rare_high() && disliked.beside() < 0 {
        Status::Popular
    } else if disliked.rare_high() && liked.beside() < 0 {
        Status::Rejected
    } else if chosen.rare_low() {
        Status::Neglected
    } else if liked.rare_high() && disliked.beside() > 0 || disliked.rare_high() && liked.beside() > 0 {
        Status::Controversial
    } else {
        Status::Average
    }
}

/// A group by chance in which pupils differ in how they are liked; about one judgement in nine is missing.
fn by_chance(seed: &mut u64, size: usize, highest: u8) -> Vec<Vec<u8>> {
    let kind: Vec<u8> = (0..size).map(|_| dice(seed, 5)).collect();
    let mut one = |j: usize| {
        let chance = 1 + dice(seed, highest);
        let drawn = match kind[j] {
            0 => highest,
            1 => 1,
            2 => highest.div_ceil(2),
            3 => [1, highest][usize::from(dice(seed, 2))],
            _ => chance,
        };
        let said = if dice(seed, 3) == 0 { chance } else { drawn };
        if dice(seed, 9) == 0 { 0 } else { said }
    };
    (0..size).map(|_| (0..size).map(&mut one).collect()).collect()
}

#[test]
fn the_statuses_are_those_of_counting_every_way() {
    let mut seed = 7;
    let mut met = BTreeSet::new();
    for round in 0..40 {
        let (size, highest) = (5 + round % 3, [3, 5, 7, 9][round % 4]);
        let table = by_chance(&mut seed, size, highest);
        let middle = highest.div_ceil(2);
        for (method, by_hand) in [
            (Method::Ssrat, ssrat as fn(&[Vec<u8>], usize, u8) -> Status),
            (Method::NewcombBukowski, newcomb_bukowski),
        ] {
            for found in of(&rows_of(&table), highest, method) {
                let j: usize = found.pupil.parse().expect("a number");
                assert_eq!(found.raters, Some((0..size).filter(|i| *i != j && table[*i][j] > 0).count()));
                let wanted = by_hand(&table, j, middle);
                met.insert((method.code(), wanted.code()));
                // Where no status can be determined the count finds nothing either.
                let status = found.status.unwrap_or(Status::Average);
                assert_eq!(status, wanted, "{method:?}, pupil {j}: {table:?}");
                if method == Method::Ssrat {
                    let total = |part| count(&table, j, middle, part, fewer_falls).total as f64;
                    assert_eq!(found.figures.sympathy, (found.raters > Some(0)).then(|| total(LIKING)));
                    assert_eq!(
                        found.figures.preference,
                        (found.raters > Some(0)).then(|| total(|points, _| points))
                    );
                }
            }
        }
    }
    assert_eq!(met.len(), 10, "each status by each method: {met:?}");
}

#[test]
fn the_tails_are_those_of_every_order_of_every_rater() {
    let table: Vec<Vec<u8>> = vec![
        vec![0, 5, 3, 1, 1],
        vec![5, 0, 2, 0, 1],
        vec![4, 5, 0, 3, 2],
        vec![5, 3, 3, 0, 1],
        vec![0, 4, 4, 3, 0],
    ];
    let rows = rows_of(&table);
    let rows: Vec<&RatingRow> = rows.iter().collect();
    let group = Group::new(&group::members(&rows), &rows, points(5)).expect("a group");
    let noticing = |points| group.liking(points) + group.disliking(points);
    let whole = |points| points;
    for j in 0..5 {
        for (part, by_hand) in
            [(&whole as &dyn Fn(u8) -> u8, (|points, _| points) as Part), (&noticing, NOTICING)]
        {
            let counted = count(&table, j, 3, by_hand, falls);
            let sums = sums::Sums::new(&group, part);
            let (tails, received) = (sums.tails(j), sums.received(j));
            let share = |ways: i64| ways as f64 / counted.ways as f64;
            assert!((tails.low - share(counted.at_most)).abs() < 1e-12, "{j}: {tails:?} {counted:?}");
            assert!((tails.high - share(counted.at_least)).abs() < 1e-12, "{j}: {tails:?} {counted:?}");
            assert!((received.expected - share(counted.sum)).abs() < 1e-12, "{j}: {received:?} {counted:?}");
        }
    }
}

#[test]
fn equal_choices_give_the_binomial_of_the_article() {
    // 25 pupils, three choices each: seven received is rare (.0239), two noticed of 24 too (.0398).
    let mut table = vec![vec![2_u8; 25]; 25];
    for (i, line) in table.iter_mut().enumerate() {
        let others: Vec<usize> = (1..25).map(|step| (i + step) % 25).filter(|j| *j > 1).collect();
        let first = if (2..9).contains(&i) { 0 } else { others[0] };
        for (at, j) in [first, others[1], others[2]].into_iter().enumerate() {
            line[j] = 3;
            line[others[3 + at]] = 1;
        }
        if i > 22 {
            line[others[3]] = 2;
            line[1] = 1;
        }
    }
    let rows = rows_of(&table);
    let rows: Vec<&RatingRow> = rows.iter().collect();
    let group = Group::new(&group::members(&rows), &rows, points(3)).expect("a group");
    let liked = sums::Sums::new(&group, &|points| u8::from(points == 3));
    let noticed = sums::Sums::new(&group, &|points| u8::from(points != 2));
    assert!((liked.tails(0).high - 0.0239).abs() < 5e-5, "{:?}", liked.tails(0));
    assert!((noticed.tails(1).low - 0.0398).abs() < 5e-5, "{:?}", noticed.tails(1));
}
