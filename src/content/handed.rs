//! Something large that is mostly needed once, such as the blocks of a page: whoever needs it first gets it, and it need not be
//! in the memory twice. Whoever comes later works it out again.

use std::sync::{Mutex, PoisonError};

/// A value that is handed on.
#[derive(Debug, Default)]
pub struct Handed<T> {
    value: Mutex<Option<T>>,
}

impl<T> Handed<T> {
    /// Returns one that has a value.
    pub fn new(value: T) -> Handed<T> {
        Handed { value: Mutex::new(Some(value)) }
    }

    /// Takes the value; nothing where somebody has taken it before.
    pub fn take(&self) -> Option<T> {
        self.value.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Looks at the value, where it is still there.
    pub fn look<R>(&self, look: impl FnOnce(&T) -> R) -> Option<R> {
        self.value.lock().unwrap_or_else(PoisonError::into_inner).as_ref().map(look)
    }
}
