//! Faults of ours: a panic at work on one file is caught, told with that file's name, and costs nothing else.

use std::any::Any;
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};

use super::{Diagnostic, FindingKind, Severity, Span};

/// A mistake in Handbill itself, met while it worked on a file.
pub const FAULT: FindingKind = FindingKind {
    code: "C070",
    name: "fault",
    severity: Severity::Error,
    wcag: &[],
    act: &[],
    doc: include_str!("fault.md"),
};

thread_local! {
    /// Where this thread last panicked, as `file.rs:12`.
    static AT: Cell<Option<String>> = const { Cell::new(None) };
}

/// Has panics remembered by the thread that they happen on, and not printed: whoever catches one tells of it.
pub fn remember() {
    panic::set_hook(Box::new(|info| {
        let at = info.location().map(|at| format!("{}:{}", name(at.file()), at.line()));
        AT.with(|cell| cell.set(at));
    }));
}

/// Returns the last parts of a source path: enough to find it, and nothing of the machine that it was built on.
fn name(path: &str) -> String {
    let parts: Vec<&str> = path.rsplit(['/', '\\']).take(3).collect();
    parts.into_iter().rev().collect::<Vec<_>>().join("/")
}

/// Does some work, and returns what it panicked with where it did.
///
/// # Errors
///
/// The panic, in words for a report of the fault.
pub fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|payload| {
        let said = said(payload.as_ref());
        match AT.with(Cell::take) {
            Some(at) => format!("{said} ({at})"),
            None => said,
        }
    })
}

/// Returns the first line of what a panic said.
fn said(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<String>().map(String::as_str).or(payload.downcast_ref::<&str>().copied());
    let line = text.unwrap_or("it gave no reason").lines().next().unwrap_or_default();
    line.chars().filter(|c| !c.is_control()).take(200).collect()
}

/// Returns the finding that tells of a fault: what Handbill was doing, and what went wrong.
pub fn fault(span: Span, doing: &str, why: &str) -> Diagnostic {
    let message = format!("Handbill itself has a fault and could not {doing}: {why}");
    let help = "this is our mistake, not yours: please report it with this file, and until it is mended take out what \
                you changed last";
    Diagnostic::new(&FAULT, span, message, help)
}

#[cfg(test)]
mod tests {
    use super::{caught, name};

    #[test]
    fn a_panic_is_told_in_one_line() {
        assert_eq!(caught(|| 7), Ok(7));
        let why = caught(|| -> u8 { panic!("too many styles\nand more") }).expect_err("it panics");
        assert!(why.starts_with("too many styles") && !why.contains("more"), "{why}");
        assert_eq!(name("/home/somebody/registry/parley/src/range.rs"), "parley/src/range.rs");
    }
}
