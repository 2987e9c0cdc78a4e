//! Who hears of what happened, in which words; the mailer.
