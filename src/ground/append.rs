//! Putting long lists together.

/// Adds a list to another; where that has nothing yet it becomes the first, which is not moved for it: there may be thousands.
pub fn append<T>(all: &mut Vec<T>, more: Vec<T>) {
    if all.is_empty() {
        *all = more;
    } else {
        all.extend(more);
    }
}
