//! Where a build may write: the real folder behind links, which is neither a site's sources nor a stranger's.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::{PublishError, failed, manifest};

/// What a site is read from, in its folder.
const SOURCES: [&str; 5] = ["site.toml", "content", "print", "themes", "locales"];

/// Returns the folder that an output folder really is, given the site's folder. Nothing is changed on disk.
///
/// # Errors
///
/// It is no folder, holds what is not ours or the site's sources, lies in them, or cannot be swapped.
pub fn find(out: &Path, site: Option<&Path>) -> Result<PathBuf, PublishError> {
    let shown = || out.display().to_string();
    let real = real(out)?;
    if real.exists() && !real.is_dir() {
        return Err(PublishError::NotFolder { path: shown() });
    }
    if let Some((meets, what)) = site.and_then(|site| met(&real, site)) {
        return Err(PublishError::Sources { path: shown(), meets, what: what.to_string() });
    }
    if is_mount(&real) {
        return Err(PublishError::Mount { path: shown() });
    }
    if real.file_name().is_none() || (real.exists() && !manifest::is_ours(&real)) {
        return Err(PublishError::NotOurs { path: shown() });
    }
    Ok(real)
}

/// Returns a path without links and dots; what is not there yet stays as it is written.
fn real(out: &Path) -> Result<PathBuf, PublishError> {
    if out.symlink_metadata().is_ok() {
        return out.canonicalize().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => PublishError::Link { path: out.display().to_string() },
            _ => failed(out, error),
        });
    }
    let whole = std::path::absolute(out).map_err(|error| failed(out, error))?;
    let there = whole.ancestors().find(|above| above.symlink_metadata().is_ok()).unwrap_or(Path::new("."));
    let rest = whole.strip_prefix(there).unwrap_or(Path::new(""));
    if rest.components().any(|part| part == Component::ParentDir) {
        return Err(failed(out, io::Error::from(io::ErrorKind::NotFound)));
    }
    let there = there.canonicalize().map_err(|error| failed(there, error))?;
    Ok(there.join(rest))
}

/// Returns what of a site's sources an output folder would hold, or lie in.
fn met(real: &Path, site: &Path) -> Option<(&'static str, &'static str)> {
    let holds = |source: &&'static str| {
        let path = site.join(source).canonicalize();
        path.is_ok_and(|path| path.ancestors().any(|above| is_same(above, real)))
    };
    let lies_in = |source: &&'static str| real.ancestors().any(|above| is_same(above, &site.join(source)));
    // The site's folder itself is told of by the settings in it.
    let held = SOURCES.into_iter().find(holds).map(|what| ("holds", what));
    held.or_else(|| SOURCES.into_iter().find(lies_in).map(|what| ("lies in", what)))
}

/// Returns whether two paths are one file or folder, through links and however the letters of their names are written.
#[cfg(unix)]
fn is_same(a: &Path, b: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    matches!((a.metadata(), b.metadata()), (Ok(a), Ok(b)) if (a.dev(), a.ino()) == (b.dev(), b.ino()))
}

/// Returns whether two paths are one file or folder, through links and however the letters of their names are written.
#[cfg(not(unix))]
fn is_same(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// Returns whether a folder is where another disk, or another folder, has been put into the tree: it cannot be moved,
/// so that nothing can be swapped for it.
#[cfg(target_os = "linux")]
fn is_mount(real: &Path) -> bool {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
    match statx(CWD, real, AtFlags::empty(), StatxFlags::BASIC_STATS) {
        Ok(known) if known.stx_attributes_mask.contains(StatxAttributes::MOUNT_ROOT) => {
            known.stx_attributes.contains(StatxAttributes::MOUNT_ROOT)
        }
        _ => is_on_another_disk(real),
    }
}

/// Returns whether a folder is where another disk has been put into the tree.
#[cfg(not(target_os = "linux"))]
fn is_mount(real: &Path) -> bool {
    is_on_another_disk(real)
}

#[cfg(unix)]
fn is_on_another_disk(real: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let disk = |path: &Path| fs::metadata(path).map(|known| known.dev()).ok();
    disk(real).is_some_and(|own| real.parent().and_then(disk).is_some_and(|above| above != own))
}

#[cfg(not(unix))]
fn is_on_another_disk(_: &Path) -> bool {
    false
}
