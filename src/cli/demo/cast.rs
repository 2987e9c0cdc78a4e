//! The fixed cast of the demo: who logs in. Mentors stand in `plan`, partners in `partners`.

use crate::ground::Role;

/// The password of every account of the demo. It guards fictitious pupils on this machine only.
pub const PASSWORD: &str = "welkom-bij-baken";

/// A person who can log in.
#[derive(Debug)]
pub struct Person {
    /// First and last name.
    pub name: &'static str,
    /// The address to log in with.
    pub email: &'static str,
    /// The role.
    pub role: Role,
    /// The schools the role is for; none: the whole board.
    pub schools: &'static [&'static str],
}

/// One person a role, for who tries the demo out; the first of each is the login that is shown.
pub const PEOPLE: &[Person] = &[
    Person {
        name: "Marieke Hoekstra",
        email: "m.hoekstra@wilgen.example",
        role: Role::Mentor,
        schools: &["99ZA"],
    },
    Person { name: "Henk de Boer", email: "h.deboer@wilgen.example", role: Role::Staff, schools: &["99ZA"] },
    // Coordinator of De Wilgen, stand-in at the other two.
    Person {
        name: "Fatima el Idrissi",
        email: "f.elidrissi@wilgen.example",
        role: Role::Coordinator,
        schools: &["99ZA", "99ZB", "99ZC"],
    },
    Person {
        name: "Joost van Dijk",
        email: "j.vandijk@wilgen.example",
        role: Role::Leader,
        schools: &["99ZA"],
    },
    Person {
        name: "Anneke Visser",
        email: "a.visser@bestuur.example",
        role: Role::Administration,
        schools: &["99ZA", "99ZB", "99ZC"],
    },
    Person {
        name: "Wilma Jansen",
        email: "w.jansen@wilgen.example",
        role: Role::AttentionOfficer,
        schools: &["99ZA"],
    },
    Person { name: "Robert de Graaf", email: "r.degraaf@bestuur.example", role: Role::Admin, schools: &[] },
    Person {
        name: "Bram Visser",
        email: "b.visser@lageland.example",
        role: Role::Coordinator,
        schools: &["99ZB"],
    },
    Person {
        name: "Sanne Meijer",
        email: "s.meijer@dewerf.example",
        role: Role::Coordinator,
        schools: &["99ZC"],
    },
    Person {
        name: "Carla Timmer",
        email: "c.timmer@lageland.example",
        role: Role::Leader,
        schools: &["99ZB"],
    },
];

/// The login that is shown for each role.
pub fn logins() -> impl Iterator<Item = &'static Person> {
    Role::ALL.iter().filter_map(|role| PEOPLE.iter().find(|person| person.role == *role))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_a_login_and_the_mentor_has_a_group() {
        assert_eq!(logins().count(), Role::ALL.len());
        let mentor = logins().find(|person| person.role == Role::Mentor).unwrap();
        let school = super::super::plan::SCHOOLS.iter().find(|s| s.brin == mentor.schools[0]).unwrap();
        assert!(school.mentors.iter().any(|(group, _)| school.rater(group) == mentor.email));
    }
}
