//! What a partner, a referral, a consent and a step are, as rows; a file each.

mod choice;
mod consent;
mod partner;
mod referral;
mod step;

pub use self::choice::Choice;
pub use self::consent::{Authority, Consent, ConsentAnswer, GivenBy};
pub use self::partner::{AccessRoute, Partner};
pub use self::referral::{Ground, Referral};
pub use self::step::Step;
