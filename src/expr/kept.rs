//! Reading an expression once: what was read is kept for the next evaluation of the same text. A loop evaluates the same few
//! expressions thousands of times, and reading one takes longer than evaluating it.

use foldhash::{HashMap, HashMapExt as _};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// How many bytes the texts of the expressions that are kept may have together: as many as the largest state machine
/// definition (Step Functions quotas).
const MAX_KEPT_BYTES: usize = 1 << 20;

/// Longer texts are read each time.
const MAX_TEXT_BYTES: usize = 16 << 10;

/// Expressions that were read, by their text. When there are too many, it begins anew.
pub(super) struct Kept<T> {
    by_text: RefCell<HashMap<Box<str>, Rc<T>>>,
    /// Bytes of all texts.
    bytes: Cell<usize>,
}

impl<T> Kept<T> {
    /// None yet.
    pub(super) fn new() -> Self {
        Self { by_text: RefCell::new(HashMap::new()), bytes: Cell::new(0) }
    }

    /// What a text was read as, or is read as now.
    ///
    /// # Errors
    /// When it cannot be read. That is not kept.
    pub(super) fn get<E>(&self, text: &str, read: impl FnOnce(&str) -> Result<T, E>) -> Result<Rc<T>, E> {
        if let Some(known) = self.by_text.borrow().get(text) {
            return Ok(Rc::clone(known));
        }
        let found = Rc::new(read(text)?);
        if text.len() <= MAX_TEXT_BYTES {
            let mut by_text = self.by_text.borrow_mut();
            if self.bytes.get() + text.len() > MAX_KEPT_BYTES {
                by_text.clear();
                self.bytes.set(0);
            }
            self.bytes.set(self.bytes.get() + text.len());
            by_text.insert(text.into(), Rc::clone(&found));
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_once() {
        let (kept, n_read) = (Kept::new(), Cell::new(0));
        let read = |text: &str| {
            n_read.set(n_read.get() + 1);
            text.parse::<u32>()
        };
        assert_eq!(*kept.get("12", read).unwrap(), 12);
        assert_eq!(*kept.get("12", read).unwrap(), 12);
        assert_eq!(n_read.get(), 1);
        assert!(kept.get("x", read).is_err());
        assert!(kept.get("x", read).is_err());
        assert_eq!(n_read.get(), 3, "what cannot be read is not kept");
    }

    #[test]
    fn too_many_are_forgotten() {
        let kept = Kept::new();
        for number in 0..1_000 {
            let text = format!("{number:>4096}");
            kept.get(&text, |text| text.trim().parse::<u32>()).unwrap();
            assert!(kept.bytes.get() <= MAX_KEPT_BYTES);
        }
    }
}
