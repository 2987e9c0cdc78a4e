//! Who works where: the addresses of the cast, and their password.

use baken::ground::scope::Role;

/// The password of the whole cast.
pub const PASSWORD: &str = "een lang wachtwoord";

/// Mentor of group 6B at De Wilgen.
pub const MENTOR: &str = "juf@wilgen.example";

/// Mentor of group 6A at De Wilgen.
pub const OTHER_MENTOR: &str = "meester@wilgen.example";

/// Care coordinator of De Wilgen.
pub const COORDINATOR: &str = "zorg@wilgen.example";

/// Works at De Wilgen and has no group.
pub const STAFF: &str = "gym@wilgen.example";

/// Leads De Wilgen.
pub const LEADER: &str = "directie@wilgen.example";

/// The office of De Wilgen.
pub const ADMINISTRATION: &str = "kantoor@wilgen.example";

/// Keeps the meldcode files of De Wilgen.
pub const OFFICER: &str = "aandacht@wilgen.example";

/// Manages users for the whole board.
pub const ADMIN: &str = "beheer@bestuur.example";

/// Care coordinator of the neighbour school, De Elzen.
pub const NEIGHBOUR: &str = "zorg@elzen.example";

/// One person a role, for what holds of each role.
pub const ONE_A_ROLE: [(Role, &str); 7] = [
    (Role::Mentor, MENTOR),
    (Role::Staff, STAFF),
    (Role::Coordinator, COORDINATOR),
    (Role::Leader, LEADER),
    (Role::Administration, ADMINISTRATION),
    (Role::AttentionOfficer, OFFICER),
    (Role::Admin, ADMIN),
];
