//! The loop of the live preview: a save, one rebuild, new files in memory, open pages told to reload.

mod answer;
mod body;
mod finding;
mod inject;
mod list;
mod markup;
mod panel;
mod patience;
mod serve;
mod shelf;
mod source;
#[cfg(test)]
mod tests;
mod watch;
mod words;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use handbill::content::files::Disk;
use handbill::diag::{Sources, Span, fault};
use handbill::pipeline::{self, Options, Previewed, Reading};
use handbill::render::Trace;
use handbill::render::web::hosting::Table;

use finding::Finding;
use shelf::{Build, Shelf};
use source::{Made, Place};

pub use serve::Server;

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
    let shelf = Arc::new(Shelf::new());
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
        Ok(Previewed { reading, made, copied, traces }) => {
            let findings = reading.diagnostics.iter().map(|found| Finding::of(found, &reading.sources)).collect();
            match &reading.site {
                Some(site) => {
                    let source = |page: &handbill::model::Page| reading.sources.get(page.file).path.clone();
                    let addresses = site.pages.iter().map(|page| (source(page), page.route.clone())).collect();
                    let places = traces.into_iter().map(|(path, trace)| (path, places(trace, &reading.sources)));
                    let made = Made::new(files.clone(), made, copied, addresses, places.collect());
                    shelf.replace(Build { source: Arc::new(made), table: Arc::new(Table::of(site)) }, findings);
                }
                None => shelf.fail(findings),
            }
            listener.built(Some(&reading), start.elapsed().as_millis());
        }
        Err(error) => {
            shelf.fail(vec![Finding::of_operator(error.clone())]);
            listener.failed(&error);
            listener.built(None, start.elapsed().as_millis());
        }
    }
}

/// Returns which parts of a page were written from which words, with files by their paths.
fn places(trace: Trace, sources: &Sources) -> Vec<Place> {
    let place = |(html, span): (std::ops::Range<usize>, Span)| {
        let file = sources.get(span.file).path.clone();
        Place { html, file, span: span.start..span.end }
    };
    trace.spans.into_iter().map(place).collect()
}
