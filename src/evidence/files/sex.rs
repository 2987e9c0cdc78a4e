//! The sex of a pupil, for norms that differ by it. Standards write it in codes that contradict each other, so each
//! has its own reading, and a code whose standard is not known says nothing.

use serde::{Deserialize, Serialize};

/// How a column writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SexCode {
    /// Words; of the letters only those that mean one thing: V, F and J, not M.
    #[default]
    Words,
    /// M (man), V (vrouw); also M and F.
    MV,
    /// J (jongen), M (meisje).
    JM,
    /// EDEXML (NEN-ISO 5218): 1 is a boy, 2 a girl, 0 and 9 say nothing.
    Edexml,
    /// OSO: 1 is a woman, 2 a man, 0 says nothing.
    Oso,
}

impl SexCode {
    /// `m` or `f`; none where the cell does not tell.
    #[must_use]
    pub fn read(self, cell: &str) -> Option<&'static str> {
        let word = cell.trim().to_lowercase();
        match (self, word.as_str()) {
            (Self::Edexml, "1") | (Self::Oso, "2") | (Self::MV, "m") => Some("m"),
            (Self::Edexml, "2") | (Self::Oso, "1") | (Self::JM, "m") => Some("f"),
            (Self::Edexml | Self::Oso, _) => None,
            (_, "man" | "jongen" | "male" | "boy" | "j") => Some("m"),
            (_, "vrouw" | "meisje" | "female" | "girl" | "v" | "f") => Some("f"),
            _ => None,
        }
    }
}

/// The letters that were met in a column.
#[derive(Debug, Default)]
pub struct Letters {
    woman: bool,
    boy: bool,
}

impl Letters {
    /// Takes in a cell.
    pub fn hear(&mut self, cell: &str) {
        match cell.trim() {
            "V" | "v" | "F" | "f" => self.woman = true,
            "J" | "j" => self.boy = true,
            _ => {}
        }
    }

    /// What a whole column tells of its letters: beside V or F an M is a man, beside J it is a girl (meisje).
    /// With neither, or with both, M alone says nothing; `m` for `jongen en meisje` would be a guess.
    #[must_use]
    pub const fn code(&self) -> SexCode {
        match (self.woman, self.boy) {
            (true, false) => SexCode::MV,
            (false, true) => SexCode::JM,
            _ => SexCode::Words,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_means_what_its_standard_says() {
        assert_eq!((SexCode::Edexml.read("1"), SexCode::Edexml.read("2")), (Some("m"), Some("f")));
        assert_eq!((SexCode::Oso.read("1"), SexCode::Oso.read("2")), (Some("f"), Some("m")));
        for code in ["0", "9", "", "3"] {
            assert_eq!((SexCode::Edexml.read(code), SexCode::Oso.read(code)), (None, None), "{code}");
        }
        assert_eq!(SexCode::Words.read("1"), None, "a code of no known standard");
    }

    #[test]
    fn an_m_is_read_by_what_stands_beside_it() {
        let column = |cells: &[&str]| {
            let mut letters = Letters::default();
            for cell in cells {
                letters.hear(cell);
            }
            let code = letters.code();
            cells.iter().map(|cell| code.read(cell)).collect::<Vec<_>>()
        };
        assert_eq!(column(&["M", "V"]), [Some("m"), Some("f")]);
        assert_eq!(column(&["m", "F"]), [Some("m"), Some("f")]);
        assert_eq!(column(&["J", "M"]), [Some("m"), Some("f")]);
        assert_eq!(column(&["M", "M"]), [None, None]);
        assert_eq!(column(&["J", "M", "V"]), [Some("m"), None, Some("f")]);
        assert_eq!(column(&["Meisje", "jongen"]), [Some("f"), Some("m")]);
    }
}
