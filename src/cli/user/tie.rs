//! `baken user tie|untie`: a person's ties to groups and pupils.

use chrono::NaiveDate;
use clap::Args;

use crate::ground::audit::Entry;
use crate::ground::scope::RelationKind;
use crate::ground::{AccountId, Clock, Conn, Error, Result, SchoolId};
use crate::school::accounts::store as accounts;
use crate::school::accounts::ties::{self, NewTie, Tied};
use crate::school::store;

/// Who is tied to what.
#[derive(Debug, Args)]
#[group(skip)]
struct Who {
    /// The person's e-mail address.
    #[arg(long)]
    email: String,
    /// As what.
    #[arg(long = "as", value_name = "KIND", value_parser = ["mentor", "duo", "inval", "slb", "betrokkene"])]
    kind: String,
    /// The school's BRIN.
    #[arg(long)]
    school: String,
    /// A group by its name.
    #[arg(long, value_name = "NAME", required_unless_present = "pupil", conflicts_with = "pupil")]
    group: Option<String>,
    /// A pupil by number.
    #[arg(long, value_name = "NUMBER")]
    pupil: Option<String>,
}

/// Ties a person to a group or a pupil: that person sees the group's pupils, or the pupil, from the first day to the last.
///
/// Example: baken user tie --email coach@school.example --as slb --school 99ZZ --pupil 1234 --until 2026-07-31
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct TieArgs {
    #[command(flatten)]
    who: Who,
    /// The first day; without it today.
    #[arg(long, value_name = "DATE")]
    from: Option<NaiveDate>,
    /// The last day; without it until further notice.
    #[arg(long, value_name = "DATE")]
    until: Option<NaiveDate>,
}

/// Ends a tie: with yesterday, or on the day that is given.
///
/// Example: baken user untie --email inval@school.example --as inval --school 99ZZ --group 6B
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct UntieArgs {
    #[command(flatten)]
    who: Who,
    /// The last day; without it yesterday.
    #[arg(long, value_name = "DATE")]
    until: Option<NaiveDate>,
}

pub(super) fn tie(conn: &mut Conn, clock: &Clock, args: &TieArgs) -> Result<()> {
    let from = args.from.unwrap_or_else(|| clock.today());
    let (school, account, kind, to) = args.who.found(conn, from)?;
    let new = NewTie { account, kind, school, to, from, until: args.until };
    ties::tie(conn, clock.now(), &Entry::of("cli", "tie", "account", ""), &new)
}

pub(super) fn untie(conn: &mut Conn, clock: &Clock, args: &UntieArgs) -> Result<()> {
    let today = clock.today();
    let (school, account, kind, to) = args.who.found(conn, today)?;
    let held = ties::held(conn, &account, kind, &to, today)?;
    let by = Entry::of("cli", "untie", "account", "");
    ties::untie(conn, clock.now(), today, &by, &school, &held.id, args.until)
}

impl Who {
    fn found(&self, conn: &mut Conn, on: NaiveDate) -> Result<(SchoolId, AccountId, RelationKind, Tied)> {
        let school = store::school_by_brin(conn, &self.school)?.ok_or(Error::NotFound("school"))?.id;
        let account = accounts::by_email(conn, &self.email)?.filter(|one| one.disabled_at.is_none());
        let account = account.ok_or(Error::NotFound("account"))?.id;
        let (kind, to) = ties::named(
            conn,
            &school,
            &self.kind,
            self.group.as_deref().unwrap_or_default(),
            self.pupil.as_deref().unwrap_or_default(),
            on,
        )?;
        Ok((school, account, kind, to))
    }
}
