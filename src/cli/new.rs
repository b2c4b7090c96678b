//! `handbill new`: the starter that the binary carries, written to a folder.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use handbill::content::files::create_new;
use handbill::diag::reason;
use include_dir::{Dir, include_dir};

use super::{
    ShownArgs,
    terminal::{self, Terminal},
};

static STARTER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/starter");

/// Make a new site that builds without an edit
#[derive(Args, Debug)]
#[command(after_help = "Example:
  handbill new our-council && cd our-council && handbill serve")]
pub struct New {
    /// The folder to make; it must be empty or not there
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    #[command(flatten)]
    shown: ShownArgs,
}

impl New {
    /// Writes the starter and returns the exit status.
    pub fn run(self) -> ExitCode {
        let terminal = Terminal::new(&self.shown);
        let shown = self.folder.display();
        let taken = std::fs::read_dir(&self.folder).is_ok_and(|mut entries| entries.next().is_some());
        if taken || self.folder.is_file() {
            return terminal::cannot(&format!("`{shown}` is not empty; name a folder that is not there yet"));
        }
        let mut folders = vec![&STARTER];
        let mut count = 0;
        while let Some(folder) = folders.pop() {
            folders.extend(folder.dirs());
            for file in folder.files() {
                let path = self.folder.join(file.path());
                if let Err(error) = create_new(&path, file.contents()) {
                    return terminal::cannot(&format!("`{}` cannot be written: {}", path.display(), reason(&error)));
                }
                count += 1;
            }
        }
        terminal.line(format!("Wrote {count} files to {shown}. Go there, and type `handbill serve`."));
        ExitCode::SUCCESS
    }
}
