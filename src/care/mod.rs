//! What people do with a signal: triage, referrals to a partner, the handover.
