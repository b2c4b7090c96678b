//! `handbill schema`.

use std::process::ExitCode;

use clap::Args;
use handbill::content::PAGE_KINDS;
use handbill::diag::nearest;
use handbill::schema;

use super::{ShownArgs, terminal};

/// Print JSON Schema of the files that you write, for your editor
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  handbill schema > handbill.schema.json
  handbill schema site > site.schema.json
  handbill schema notice           the front matter of one kind of page")]
pub struct Schema {
    /// Which file: site, front-matter, leaflet, facts, contacts, glossary, checked, images, editions, holders, design, sheet, or a kind of page [default: all]
    #[arg(value_name = "NAME")]
    name: Option<String>,
    #[command(flatten)]
    _shown: ShownArgs,
}

impl Schema {
    /// Prints the schema and returns the exit status.
    pub fn run(self) -> ExitCode {
        let schema = match &self.name {
            None => schema::all(),
            Some(name) => match schema::named(name) {
                Some(schema) => schema,
                None => {
                    let names =
                        schema::NAMES.iter().map(|(name, _)| *name).chain(PAGE_KINDS.iter().map(|kind| kind.name()));
                    let help = match nearest(name, names.clone()) {
                        Some(near) => format!("did you mean `{near}`?"),
                        None => format!("there are: {}", names.collect::<Vec<_>>().join(", ")),
                    };
                    return terminal::cannot(&format!("there is no schema `{name}`; {help}"));
                }
            },
        };
        let text = serde_json::to_string_pretty(&schema).unwrap_or_default();
        terminal::out(&format!("{text}\n"));
        ExitCode::SUCCESS
    }
}
