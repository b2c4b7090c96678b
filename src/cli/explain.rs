//! `handbill explain`.

use std::process::ExitCode;

use clap::Args;
use handbill::diag::nearest;
use handbill::pipeline;

use super::terminal;

/// Print a rule's page: what it looks for, who is hurt, its source, wrong and right
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  handbill explain heading-skip
  handbill explain A001")]
pub struct Explain {
    /// The rule's name or code
    #[arg(value_name = "RULE")]
    rule: String,
}

impl Explain {
    /// Prints the page and returns the exit status.
    pub fn run(self) -> ExitCode {
        let kinds = pipeline::kinds();
        let is = |name: &str| name.eq_ignore_ascii_case(&self.rule);
        let Some(kind) = kinds.iter().find(|kind| is(kind.name) || is(kind.code)) else {
            let names = kinds.iter().map(|kind| kind.name);
            let near = nearest(&self.rule, names).map_or_else(
                || "`handbill rules` lists every rule".to_string(),
                |near| format!("did you mean `{near}`?"),
            );
            return terminal::cannot(&format!("there is no rule `{}`; {near}", self.rule));
        };
        let mut text = format!("{} ({}, {})\n\n{}", kind.name, kind.code, kind.severity.name(), kind.doc);
        // The language of a code block is for the tests; a reader needs only the block.
        for block in ["md", "html"] {
            text = text.replace(&format!("```{block} fail"), &format!("```{block}"));
            text = text.replace(&format!("```{block} pass"), &format!("```{block}"));
        }
        terminal::out(&text);
        ExitCode::SUCCESS
    }
}
