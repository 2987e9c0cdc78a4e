//! JSON web tokens: signed, short-lived, with an issuer per purpose so that one cannot stand in for another.
//! Browser sessions are not tokens of this kind: they are random, hashed, and can be ended.

use chrono::{Duration, NaiveDateTime};
use jsonwebtoken::{DecodingKey, EncodingKey, Header, Validation, decode, encode};
use serde::{Deserialize, Serialize};

use crate::ground::secret::Secret;
use crate::ground::{AccountId, Error, Result};

/// What a token is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Calling the API: fifteen minutes.
    Api,
    /// Choosing a first password: seven days.
    Invitation,
}

impl Purpose {
    const fn issuer(self) -> &'static str {
        match self {
            Self::Api => "baken|api",
            Self::Invitation => "baken|invitation",
        }
    }

    /// How long a token of this purpose holds.
    #[must_use]
    pub const fn lifetime(self) -> Duration {
        match self {
            Self::Api => Duration::minutes(15),
            Self::Invitation => Duration::days(7),
        }
    }
}

#[derive(Debug, Serialize, Deserialize)]
struct Claims {
    iss: String,
    sub: String,
    iat: i64,
    exp: i64,
}

/// A signed token for an account, and the moment it ends.
///
/// # Errors
/// When signing fails.
pub fn issue(
    secret: &Secret,
    purpose: Purpose,
    account: &AccountId,
    now: NaiveDateTime,
) -> Result<(String, NaiveDateTime)> {
    let ends = now + purpose.lifetime();
    let claims = Claims {
        iss: purpose.issuer().to_owned(),
        sub: account.0.clone(),
        iat: now.and_utc().timestamp(),
        exp: ends.and_utc().timestamp(),
    };
    let token = encode(&Header::default(), &claims, &EncodingKey::from_secret(secret.bytes()))
        .map_err(Error::internal)?;
    Ok((token, ends))
}

/// The account of a token of this purpose.
///
/// # Errors
/// `NotFound` for a token that is wrong, for another purpose, or past its end at `now`.
pub fn verify(secret: &Secret, purpose: Purpose, token: &str, now: NaiveDateTime) -> Result<AccountId> {
    let mut rules = Validation::default();
    rules.set_issuer(&[purpose.issuer()]);
    rules.set_required_spec_claims(&["iss", "sub", "exp"]);
    // The library would ask the machine's clock; ours is an argument.
    rules.validate_exp = false;
    let claims = decode::<Claims>(token, &DecodingKey::from_secret(secret.bytes()), &rules)
        .map_err(|_why_is_not_told| Error::NotFound("token"))?
        .claims;
    if claims.exp <= now.and_utc().timestamp() {
        return Err(Error::NotFound("token"));
    }
    Ok(AccountId(claims.sub))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_serves_its_purpose_until_its_end_and_no_other() {
        let secret = Secret::new("0123456789abcdef0123456789abcdef").unwrap();
        let other = Secret::new("fedcba9876543210fedcba9876543210").unwrap();
        let now = chrono::DateTime::from_timestamp(1_780_000_000, 0).unwrap().naive_utc();
        let account = AccountId::from("a");
        let (token, ends) = issue(&secret, Purpose::Api, &account, now).unwrap();

        assert_eq!(verify(&secret, Purpose::Api, &token, now).unwrap(), account);
        assert!(verify(&secret, Purpose::Invitation, &token, now).is_err());
        assert!(verify(&other, Purpose::Api, &token, now).is_err());
        assert!(verify(&secret, Purpose::Api, &token, ends).is_err());
        assert!(verify(&secret, Purpose::Api, "x.y.z", now).is_err());
    }
}
