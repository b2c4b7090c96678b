//! The loop of the live preview: a save, one rebuild, new files in memory, open pages told to reload.

mod answer;
mod inject;
mod patience;
mod serve;
mod shelf;
#[cfg(test)]
mod tests;
mod watch;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use handbill::content::files::Disk;
use handbill::diag::fault;
use handbill::diag::report::plain;
use handbill::pipeline::{self, Options, Previewed, Reading};
use handbill::render::web::hosting::Table;

pub use serve::Server;
pub use shelf::{Finding, Shelf};

/// What the loop tells whoever started it.
pub trait Listener: Sync {
    /// A build has ended after so many milliseconds; `None` where it could not run.
    fn built(&self, reading: Option<&Reading>, milliseconds: u128);
    /// Something could not be done, in one sentence.
    fn failed(&self, message: &str);
}

/// Builds once, serves, and builds again after each save, until `stop` is set.
pub fn run(root: &Path, options: &Options<'_>, server: Server, listener: &dyn Listener, stop: &Arc<AtomicBool>) {
    let files = Disk::new(root);
    let shelf = Arc::new(Shelf::new(files.clone()));
    // The watch comes first: a save during the first build must not be lost.
    let watch = watch::Watch::new(root);
    rebuild(&files, options, &shelf, listener);
    let served = match server.start(Arc::clone(&shelf), serve::LIMITS) {
        Ok(served) => served,
        Err(error) => return listener.failed(&error.to_string()),
    };
    match watch {
        Ok(mut watch) => {
            while !stop.load(Ordering::SeqCst) {
                if watch.changes().is_some() {
                    rebuild(&files, options, &shelf, listener);
                }
            }
        }
        Err(error) => {
            listener.failed(&format!("changes cannot be watched: {error}; start again after a change"));
            while !stop.load(Ordering::SeqCst) {
                std::thread::sleep(watch::TICK);
            }
        }
    }
    served.stop();
}

fn rebuild(files: &Disk, options: &Options<'_>, shelf: &Shelf, listener: &dyn Listener) {
    let start = Instant::now();
    let built = fault::caught(|| pipeline::preview(files, options).map_err(|error| error.to_string()));
    let built = built.unwrap_or_else(|why| Err(format!("Handbill itself has a fault: {why}; please report it")));
    match built {
        Ok(Previewed { reading, made, copied }) => {
            let findings = reading.diagnostics.iter().map(|found| {
                let file = reading.sources.get(found.span.file).path.clone();
                let text = plain::report(std::slice::from_ref(found), &reading.sources);
                Finding { file, text, error: found.severity == handbill::diag::Severity::Error }
            });
            let findings = findings.collect();
            let pages = reading.site.as_ref().map(|site| {
                let source = |page: &handbill::model::Page| reading.sources.get(page.file).path.clone();
                let route = |page: &handbill::model::Page| (source(page), page.route.clone());
                site.pages.iter().map(route).collect()
            });
            if let Some(site) = &reading.site {
                shelf.answer_as(Table::of(site));
            }
            shelf.replace(made, copied, findings, pages);
            listener.built(Some(&reading), start.elapsed().as_millis());
        }
        Err(error) => {
            shelf.fail(error.clone());
            listener.failed(&error);
            listener.built(None, start.elapsed().as_millis());
        }
    }
}
