//! `handbill completions` and `handbill man`: what a shell and a manual need, made from the flags themselves.

use std::process::ExitCode;

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::{Cli, terminal};

/// Print completions for a shell
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  handbill completions bash > ~/.local/share/bash-completion/completions/handbill
  handbill completions zsh > ~/.zfunc/_handbill")]
pub struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    /// Prints the completions and returns the exit status.
    pub fn run(self) -> ExitCode {
        let mut text = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "handbill", &mut text);
        terminal::out(&String::from_utf8_lossy(&text));
        ExitCode::SUCCESS
    }
}

/// Print the manual page
#[derive(Args, Debug)]
#[command(after_help = "Example:
  handbill man > handbill.1 && man ./handbill.1")]
pub struct Man {}

impl Man {
    /// Prints the manual page and returns the exit status.
    pub fn run(self) -> ExitCode {
        let mut text = Vec::new();
        match clap_mangen::Man::new(Cli::command()).render(&mut text) {
            Ok(()) => {
                terminal::out(&String::from_utf8_lossy(&text));
                ExitCode::SUCCESS
            }
            Err(error) => terminal::cannot(&error),
        }
    }
}
