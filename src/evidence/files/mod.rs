//! Files as schools have them, read into rows: pure, bytes in, rows and refusals out.
//! What the rows mean for a school (which pupil, new or changed) is the work of `imports`.

mod cells;
pub mod dates;
mod edexml;
pub mod header;
pub mod kind;
pub mod layout;
mod names;
pub mod number;
pub mod parsed;
pub mod profile;
pub mod profiles;
pub mod ratings;
mod reading;
pub mod roster;
pub mod rounds;
pub mod row;
pub mod score;
pub mod scores;
mod sds;
pub mod sex;
pub mod sheet;
pub mod source;
mod spreadsheet;
pub mod stream;
mod synonyms;
pub mod table;
pub mod text;
pub mod write;
mod xml;
mod zipped;

pub use kind::Kind;
pub use layout::Layout;
pub use parsed::{Parsed, Recognised, Refusal};
pub use profile::Profile;
pub use profiles::Profiles;
pub use ratings::{Opinion, Points, RatingRow, Ratings, read_ratings};
pub use roster::{RosterRow, read_roster, read_roster_of};
pub use rounds::{KnownRounds, settle};
pub use score::{Catalogue, Scale, ScoreRow, Series, Unknown};
pub use scores::{read_scores, read_scores_of};
pub use sds::take_set;
pub use source::{Part, Source};
pub use table::{Colleague, Facts};
pub use zipped::unpack;
