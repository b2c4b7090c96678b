//! One folder in the place of another, without a moment in which there is none.

use std::fs;
use std::io;
use std::path::Path;

/// Puts `new` in the place of `out`. What stood there is afterwards at `new`, or gone; `old` is where it stands between
/// two steps.
pub fn swap(new: &Path, out: &Path, old: &Path) -> io::Result<()> {
    if !out.exists() {
        return fs::rename(new, out);
    }
    if exchange(new, out) {
        return Ok(());
    }
    // A file system that cannot exchange two names: the shortest gap there is, closed again if the second step fails.
    fs::rename(out, old)?;
    if let Err(error) = fs::rename(new, out) {
        fs::rename(old, out)?;
        return Err(error);
    }
    fs::rename(old, new)
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(a: &Path, b: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> bool {
    false
}
