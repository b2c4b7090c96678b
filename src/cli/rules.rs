//! `handbill rules`.

use std::fmt::Write;
use std::process::ExitCode;

use clap::Args;
use handbill::pipeline;
use serde_json::json;

use super::terminal;
use super::{ReportFormat, ShownArgs};

/// List every rule: code, name, level, source
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  handbill rules
  handbill rules --format json")]
pub struct Rules {
    /// How the rules are shown
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    format: ReportFormat,
    #[command(flatten)]
    _shown: ShownArgs,
}

impl Rules {
    /// Prints the list and returns the exit status.
    pub fn run(self) -> ExitCode {
        let kinds = pipeline::kinds();
        if self.format == ReportFormat::Json {
            let rules: Vec<_> = kinds
                .iter()
                .map(|kind| {
                    json!({
                        "code": kind.code,
                        "name": kind.name,
                        "level": kind.severity.name(),
                        "summary": kind.summary(),
                        "source": kind.source(),
                        "wcag": kind.wcag,
                        "act": kind.act,
                    })
                })
                .collect();
            let text = serde_json::to_string_pretty(&rules).unwrap_or_default();
            terminal::out(&format!("{text}\n"));
            return ExitCode::SUCCESS;
        }
        let wide = kinds.iter().map(|kind| kind.name.len()).max().unwrap_or(0);
        let mut text = String::new();
        for kind in kinds {
            let (code, name, level) = (kind.code, kind.name, kind.severity.name());
            let _ = writeln!(text, "{code}  {name:wide$}  {level:7}  {}", kind.source());
        }
        terminal::out(&text);
        ExitCode::SUCCESS
    }
}
