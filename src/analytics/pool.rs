//! The threads of the computation: one pool, that of polars. It counts on threads of its own; with a second pool beside
//! them two would wait for each other, and keep room apart that the other could use.

use polars_core::runtime::RAYON;

/// Does this work on the threads of the computation: whatever it divides (`rayon`) is divided among them. Work that is
/// on the threads of a pool already stays there: who divided it chose them.
/// It takes them for as long as it lasts: call it off the async threads.
pub fn in_pool<R: Send>(work: impl FnOnce() -> R + Send) -> R {
    if rayon::current_thread_index().is_some() { work() } else { RAYON.install(work) }
}
