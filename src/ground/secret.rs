//! Tokens and what is kept of them: random on the way out, hashed in the database.
//! Passwords have their own file in `school`; JSON web tokens theirs in `school/tokens.rs`.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};

use super::{Error, Result};

/// The installation's secret key; never printed.
#[derive(Clone)]
pub struct Secret(String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Secret {
    /// Takes a key of at least 32 characters.
    ///
    /// # Errors
    /// Shorter keys can be guessed and are refused.
    pub fn new(key: impl Into<String>) -> Result<Self> {
        let key = key.into();
        if key.len() < 32 {
            return Err(Error::internal("BAKEN_SECRET must have at least 32 characters"));
        }
        Ok(Self(key))
    }

    /// The key's bytes, for signing.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// A keyed fingerprint: for short codes, which a plain hash would not protect.
    #[must_use]
    pub fn fingerprint(&self, purpose: &str, text: &str) -> String {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(self.bytes()) else {
            return String::new(); // HMAC takes keys of any length
        };
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(text.as_bytes());
        URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())
    }
}

/// A random token of 256 bits, safe in addresses.
///
/// # Errors
/// When the machine has no randomness to give.
pub fn token() -> Result<String> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(Error::internal)?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// A random code of six digits, to be told by telephone.
///
/// # Errors
/// When the machine has no randomness to give.
pub fn code() -> Result<String> {
    // The bias of 2^64 modulo a million is far below what five tries could use.
    let number = getrandom::u64().map_err(Error::internal)?;
    Ok(format!("{:06}", number % 1_000_000))
}

/// The SHA-256 of a text, as it is stored. Fit for random tokens and files, not for passwords.
#[must_use]
pub fn hash(text: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(text.as_ref()))
}
