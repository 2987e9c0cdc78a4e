//! How often each rule proved right at a school, as a program reads it: the same figures as on the page.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::answer::Answer;
use crate::door::{Person, State};
use crate::ground::audit::Entry;
use crate::ground::scope::Role;
use crate::ground::{Error, SchoolId};
use crate::insight::disclosure::{Disclosed, Hidden, Reader, Share, whole_percent};
use crate::insight::rules::rates::{self, Proposal, Rate};
use crate::signals::finding::Rule;

/// Which school.
#[derive(Debug, Deserialize)]
pub struct OfSchool {
    #[serde(default)]
    school: String,
}

/// A share in whole percents; never closer to none or all than five.
#[derive(Debug, Serialize, ToSchema)]
pub struct Percent {
    percent: usize,
    /// `is`, `under` or `over`.
    bound: &'static str,
}

/// What became of the signals of a rule, as shares of those that were judged.
#[derive(Debug, Serialize, ToSchema)]
pub struct Proved {
    confirmed: Percent,
    /// Lower end of the 95 % interval of the confirmed share; only for who sees each signal.
    low: Option<Percent>,
    /// Upper end.
    high: Option<Percent>,
    already_known: Percent,
    not_confirmed: Percent,
    unknown: Percent,
    /// How many were judged; only for who sees each of them.
    judged: Option<usize>,
    /// How many wait; as above.
    waiting: Option<usize>,
    /// `tighten`, `loosen`, or nothing.
    proposal: Option<&'static str>,
}

/// A rule that raised something since the school year before this one.
#[derive(Debug, Serialize, ToSchema)]
pub struct RuleRate {
    rule: String,
    /// The rate; none where it is not shown, or nothing was judged.
    rate: Option<Proved>,
    /// Why it is not shown: `few` or `derivable`.
    hidden: Option<&'static str>,
    /// How many of its signals nobody has judged yet, also where none was; only for who sees each of them.
    waiting: Option<usize>,
}

/// The rate of every rule at a school.
///
/// # Errors
/// `NotFound` for a school that the caller neither coordinates nor leads.
pub async fn rates(state: web::Data<State>, person: Person, query: web::Query<OfSchool>) -> Answer {
    let (scope, school) = (person.0, SchoolId(query.into_inner().school));
    let smallest = state.config.smallest_group;
    let now = state.clock.now();
    let found = state
        .db
        .read_audited(now, move |conn| {
            let own = [Role::Coordinator, Role::Leader].iter().any(|role| scope.has_at(*role, &school));
            if !own {
                return Err(Error::NotFound("school"));
            }
            let reader = Reader::of(&scope, &school, smallest);
            let entry = Entry::by(&scope, "view-rules", "school", &school).at(&scope, &school);
            Ok((rates::of_school(conn, &scope, &school, reader)?, entry))
        })
        .await?;
    let items: Vec<RuleRate> = found.into_iter().map(|(rule, rate)| item(rule, &rate)).collect();
    Ok(HttpResponse::Ok().json(serde_json::json!({"items": items, "next": null})))
}

fn item(rule: Rule, rate: &Disclosed<Rate>) -> RuleRate {
    let (rate, waiting, hidden) = match rate.shown() {
        Ok(rate) => (proved(rate), rate.counts.map(|(_, waiting)| waiting), None),
        Err(Hidden::Few) => (None, None, Some("few")),
        Err(Hidden::Derivable) => (None, None, Some("derivable")),
    };
    RuleRate { rule: rule.to_string(), rate, hidden, waiting }
}

fn proved(rate: &Rate) -> Option<Proved> {
    if rate.counts.is_some_and(|(judged, _)| judged == 0) {
        return None;
    }
    let [confirmed, already_known, not_confirmed, unknown] = rate.shares.map(percent);
    Some(Proved {
        confirmed,
        low: rate.interval.map(|(low, _)| percent(Share::Percent(low))),
        high: rate.interval.map(|(_, high)| percent(Share::Percent(high))),
        already_known,
        not_confirmed,
        unknown,
        judged: rate.counts.map(|(judged, _)| judged),
        waiting: rate.counts.map(|(_, waiting)| waiting),
        proposal: rate.proposal.map(|proposal| match proposal {
            Proposal::Tighten => "tighten",
            Proposal::Loosen => "loosen",
        }),
    })
}

fn percent(share: Share) -> Percent {
    match share {
        Share::Few => Percent { percent: 5, bound: "under" },
        Share::Percent(percent) => Percent { percent, bound: "is" },
        Share::Nearly => Percent { percent: 95, bound: "over" },
        Share::Of { part, whole } => Percent { percent: whole_percent(part, whole), bound: "is" },
    }
}
