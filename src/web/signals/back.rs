//! Where a press on a row leads: back with what was done, or the list again with what is wrong.

use actix_web::HttpResponse;
use actix_web::web;

use super::rows::Typed;
use super::{Problem, Query, render};
use crate::door::{Person, State};
use crate::ground::Error;
use crate::web::account::way_back::safe_way_back;
use crate::web::failure::Failure;
use crate::web::page;

/// Back to where the person was, or the list again with what is wrong.
pub(super) async fn back(
    state: &State,
    person: &Person,
    outcome: Result<(), Error>,
    typed: Typed,
    way: &str,
    done: &str,
) -> Result<HttpResponse, Failure> {
    let message = match outcome {
        Ok(()) => return Ok(page::to(&with_done(safe_way_back(way), done))),
        Err(Error::Refused(message) | Error::Conflict(message)) => message,
        Err(other) => return Err(other.into()),
    };
    let problem = Problem { text: person.words().say(&message), typed };
    let query = way.split_once('?').map_or("", |(_, query)| query);
    let query = web::Query::<Query>::from_query(query).map(web::Query::into_inner).unwrap_or_default();
    page::again(&render(state, person, query, Some(problem)).await?)
}

fn with_done(way: &str, done: &str) -> String {
    let way = if way == "/" { "/signalen" } else { way };
    let (way, place) = way.split_once('#').unwrap_or((way, ""));
    let joint = if way.contains('?') { '&' } else { '?' };
    let place = if place.is_empty() { String::new() } else { format!("#{place}") };
    format!("{way}{joint}klaar={done}{place}")
}

#[cfg(test)]
mod tests {
    use super::with_done;

    #[test]
    fn the_way_back_says_what_was_done() {
        assert_eq!(with_done("/", "watching"), "/signalen?klaar=watching");
        assert_eq!(with_done("/signalen?groep=1", "no_action"), "/signalen?groep=1&klaar=no_action");
        assert_eq!(with_done("/leerlingen/7#lijn", "x"), "/leerlingen/7?klaar=x#lijn");
    }
}
