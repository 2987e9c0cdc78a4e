//! What every handler may reach: database, clock, settings, secret, instruments, interventions.

use std::sync::Arc;

use crate::care::catalogue::Interventions;
use crate::evidence::files::Profiles;
use crate::evidence::instruments::Catalogue;
use crate::ground::secret::Secret;
use crate::ground::{Clock, Config, Db};

/// The service's state. Cheap to clone.
#[derive(Debug, Clone)]
pub struct State {
    /// The database.
    pub db: Db,
    /// The only source of now.
    pub clock: Clock,
    /// The settings.
    pub config: Arc<Config>,
    /// The key that signs and fingerprints.
    pub secret: Secret,
    /// The questionnaires this installation knows.
    pub instruments: Arc<Catalogue>,
    /// The interventions this installation knows.
    pub interventions: Arc<Interventions>,
    /// The mapping profiles this installation knows.
    pub profiles: Arc<Profiles>,
}
