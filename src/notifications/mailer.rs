//! Sends mail over SMTP, or writes it to files when no server is set.

use lettre::message::{Mailbox, Message as Mail, SinglePart};
use lettre::{AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use crate::ground::{Config, Error, Result};

/// A letter, ready to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The receiver's address.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
}

/// The way mail leaves.
#[derive(Debug)]
pub enum Mailer {
    /// Over SMTP.
    Smtp(AsyncSmtpTransport<Tokio1Executor>, Mailbox),
    /// As `.eml` files in a folder.
    Files(AsyncFileTransport<Tokio1Executor>, Mailbox),
}

impl Mailer {
    /// The mailer of the settings.
    ///
    /// # Errors
    /// A sender or server address that cannot be read, a folder that cannot be made.
    pub fn new(config: &Config) -> Result<Self> {
        let from: Mailbox = config.mail_from.parse().map_err(Error::internal)?;
        if config.smtp_url.is_empty() {
            std::fs::create_dir_all(&config.mail_dir).map_err(Error::internal)?;
            return Ok(Self::Files(AsyncFileTransport::new(&config.mail_dir), from));
        }
        let smtp = AsyncSmtpTransport::<Tokio1Executor>::from_url(&config.smtp_url)
            // The address may hold a password and is not repeated.
            .map_err(|_address| Error::internal("BAKEN_SMTP_URL cannot be read"))?
            .build();
        Ok(Self::Smtp(smtp, from))
    }

    /// Sends a letter. The message id is made from `id`, so that a receiver can drop a second copy of a
    /// letter that was sent again because its first answer got lost.
    ///
    /// # Errors
    /// When the server refuses or cannot be reached.
    pub async fn send(&self, id: &str, letter: &Letter) -> Result<()> {
        let (Self::Smtp(_, from) | Self::Files(_, from)) = self;
        let mail = Mail::builder()
            .from(from.clone())
            .to(letter.to.parse().map_err(Error::internal)?)
            .subject(&letter.subject)
            .message_id(Some(format!("<{id}@{}>", from.email.domain())))
            .singlepart(SinglePart::plain(letter.text.clone()))
            .map_err(Error::internal)?;
        match self {
            Self::Smtp(smtp, _) => smtp.send(mail).await.map(|_| ()).map_err(Error::internal),
            Self::Files(files, _) => files.send(mail).await.map(|_| ()).map_err(Error::internal),
        }
    }
}
