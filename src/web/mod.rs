//! The door for people: screens in HTML, on top of the same use cases as `api`.
