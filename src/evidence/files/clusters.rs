//! A cell with the clusters of a pupil: the names of groups beside the home group, with `|` or `,` between them.

/// The sign that no name of a group holds.
const BAR: char = '|';

/// The names in a cell, each once.
pub(super) fn names(cell: &str) -> Vec<&str> {
    // A comma may be part of a name where bars stand between the names.
    let between = if cell.contains(BAR) { BAR } else { ',' };
    let mut names: Vec<&str> = Vec::new();
    for name in cell.split(between).map(str::trim).filter(|name| !name.is_empty()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// A cell with these names. One name too ends with a bar, so that a comma in it stays what it is.
pub(super) fn cell<'n>(names: impl Iterator<Item = &'n str>) -> String {
    names.map(|name| format!("{name}{BAR}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_parted_by_commas_or_bars_and_come_back_as_they_were() {
        assert_eq!(names("h3.wis1, h3.ne2,,h3.wis1"), ["h3.wis1", "h3.ne2"]);
        assert_eq!(names("plus, donderdag|koor"), ["plus, donderdag", "koor"]);
        assert_eq!(names(&cell(["plus, donderdag"].into_iter())), ["plus, donderdag"]);
        assert!(names("").is_empty());
    }
}
