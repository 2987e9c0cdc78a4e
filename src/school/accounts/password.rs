//! Passwords as argon2id hashes. Verifying always costs the same, also for an account that is not there.

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};

use crate::ground::{Error, Result};

/// The hash of a random text: unknown accounts take as long as known ones.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$\
                      YfWe9vIN8QUlVw8Hq0zVJd3e0IfVBqgbXJWM9xS8cVk";

/// The hash of a password, in the PHC text form that carries its own parameters.
pub(super) fn hash(password: &str) -> Result<String> {
    Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string()).map_err(Error::internal)
}

/// Whether the password is the one behind the hash; `None` stands for an unknown account.
pub(super) fn verify(password: &str, stored: Option<&str>) -> bool {
    let Ok(parsed) = PasswordHash::new(stored.unwrap_or(NOBODY)) else {
        return false;
    };
    let fits = Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok();
    fits && stored.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_right_password_fits_and_nobody_has_one() {
        let stored = hash("een lang wachtwoord").unwrap();
        assert!(stored.starts_with("$argon2id$"));
        assert!(verify("een lang wachtwoord", Some(&stored)));
        assert!(!verify("een ander wachtwoord", Some(&stored)));
        assert!(!verify("een lang wachtwoord", None));
    }

    #[test]
    fn an_unknown_account_costs_a_real_verification() {
        assert!(PasswordHash::new(NOBODY).is_ok());
    }
}
