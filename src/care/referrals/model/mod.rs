//! What a partner, a referral, a consent and a step are, as rows; a file each.

mod choice;
mod consent;
mod partner;
mod referral;
mod second;
mod step;

pub use self::choice::Choice;
pub use self::consent::{About, Consent, ConsentAnswer, Purpose, last};
pub use self::partner::{AccessRoute, Offer, Partner};
pub use self::referral::{Ground, Referral};
pub use self::second::{Override, OverrideGround};
pub use self::step::{Kind, Step};
