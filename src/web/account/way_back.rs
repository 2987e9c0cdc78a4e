//! The way back after a form: only to a page of our own.

/// Only a path of our own: a link must not lead to another site after the login.
#[must_use]
pub fn safe_way_back(back: &str) -> &str {
    let own = back.starts_with('/')
        && !back.starts_with("//")
        && !back.contains('\\')
        && !back.chars().any(char::is_control);
    if own { back } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::safe_way_back;

    #[test]
    fn the_way_back_stays_on_our_own_site() {
        assert_eq!(safe_way_back("/signalen?groep=1"), "/signalen?groep=1");
        for elsewhere in
            ["https://elders.example", "//elders.example", "/\\elders.example", "/\t/elders.example", ""]
        {
            assert_eq!(safe_way_back(elsewhere), "/");
        }
    }
}
