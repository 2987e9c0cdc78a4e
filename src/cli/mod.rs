//! The commands of `baken`, a file each.
