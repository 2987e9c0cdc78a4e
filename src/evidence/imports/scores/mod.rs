//! Files of scores on their way in, of any size: read piece by piece (`gather`) and set aside as blocks of numbers
//! (`lines`, `store`), one score per pupil and round, laid beside what is stored (`compare`), and stored (`apply`).
//! Nothing here holds a whole file in memory.

mod apply;
mod compare;
mod difference;
mod gather;
mod lines;
mod places;
mod stage;
mod store;
mod stored;

pub(super) use apply::{apply, begin_picture, of_subject, subject};
pub(super) use difference::difference;
pub(super) use store::forget;
