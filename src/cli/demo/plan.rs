//! The fictitious board as it was drawn up: three schools, their groups and the mentors. No pupils yet.

/// A school of the demo.
#[derive(Debug)]
pub struct SchoolPlan {
    /// National code; the series 99Z is given to no school.
    pub brin: &'static str,
    /// The name.
    pub name: &'static str,
    /// `po`, `vo` or `mbo`.
    pub sector: &'static str,
    /// The first pupil's number; as text, so that one school shows leading zeros.
    pub first_number: u32,
    /// The age at which a pupil begins in year level 1.
    pub first_age: i32,
    /// Where the mail of its people ends.
    pub mail: &'static str,
    /// From this year level on pupils fill in a list themselves.
    pub pupil_list_from: usize,
    /// The pupils in a group, about.
    pub group_size: u32,
    /// Names of one class through the years: the first is year level 1.
    pub lines: &'static [&'static [&'static str]],
    /// The groups of this year and who is mentor.
    pub mentors: &'static [(&'static str, &'static str)],
}

/// De Wilgen, Het Lage Land and a team of an mbo.
pub const SCHOOLS: &[SchoolPlan] = &[
    SchoolPlan {
        brin: "99ZA",
        name: "De Wilgen",
        sector: "po",
        first_number: 4101,
        first_age: 4,
        mail: "wilgen.example",
        pupil_list_from: 5,
        group_size: 23,
        lines: &[
            &["1A", "2A", "3A", "4A", "5A", "6A", "7A", "8A"],
            &["1B", "2B", "3B", "4B", "5B", "6B", "7B", "8B"],
        ],
        mentors: &[
            ("3A", "Truus Bakker"),
            ("3B", "Nadia Benali"),
            ("4A", "Wim Postma"),
            ("4B", "Anita Ramdin"),
            ("5A", "Sjoerd Veenstra"),
            ("5B", "Karin Smit"),
            ("6A", "Tim Willems"),
            ("6B", "Marieke Hoekstra"),
            ("7A", "Ruud Kramer"),
            ("7B", "Esra Demir"),
            ("8A", "Peter Bouman"),
        ],
    },
    SchoolPlan {
        brin: "99ZB",
        name: "Het Lage Land",
        sector: "vo",
        first_number: 20211,
        first_age: 12,
        mail: "lageland.example",
        pupil_list_from: 1,
        group_size: 24,
        lines: &[&["1a", "h2a", "h3a", "h4a", "h5a"], &["1b", "h2b", "h3b"], &["1c", "v2a", "v3a", "v4a"]],
        mentors: &[
            ("1a", "Inge Prins"),
            ("1b", "Otto Lubbers"),
            ("1c", "Samira Tahiri"),
            ("h2a", "Jos Peters"),
            ("h2b", "Linda Faber"),
            ("v2a", "Rosa Pereira"),
            ("h3a", "Wouter Brouwer"),
            ("h3b", "Hans Groen"),
            ("v3a", "Yvonne Mulder"),
            ("h4a", "Ahmed Ouali"),
            ("v4a", "Clara Jacobs"),
            ("h5a", "Maarten Wolters"),
        ],
    },
    SchoolPlan {
        brin: "99ZC",
        name: "Vakcollege De Werf, team Zorg",
        sector: "mbo",
        first_number: 612,
        first_age: 16,
        mail: "dewerf.example",
        pupil_list_from: 1,
        group_size: 19,
        lines: &[&["zw1", "zw2", "zw3"]],
        mentors: &[("zw1", "Petra Dekker"), ("zw2", "Kofi Mensah"), ("zw3", "Els Huisman")],
    },
];

impl SchoolPlan {
    /// The line and the year level (from 1) of a group of this year.
    pub fn place(&self, group: &str) -> Option<(&'static [&'static str], usize)> {
        self.lines.iter().find_map(|line| {
            let at = line.iter().position(|name| *name == group)?;
            Some((*line, at + 1))
        })
    }

    /// The mail address of who fills in the teacher list of a group: its mentor of this year, also for earlier
    /// years, because teachers mostly keep their year; a group without one has an address of its own.
    pub fn rater(&self, group: &str) -> String {
        self.mentors.iter().find(|(name, _)| *name == group).map_or_else(
            || format!("groep.{}@{}", group.to_lowercase(), self.mail),
            |(_, person)| address(person, self.mail),
        )
    }
}

/// The address of a person: the initial and the last name.
pub fn address(person: &str, mail: &str) -> String {
    let (first, last) = person.split_once(' ').unwrap_or(("", person));
    let initial = first.chars().next().unwrap_or('x');
    format!("{initial}.{}@{mail}", last.replace(' ', "")).to_lowercase()
}
