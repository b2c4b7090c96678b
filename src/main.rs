//! The `handbill` command: arguments in, exit code out.

mod cli;
mod preview;

fn main() -> std::process::ExitCode {
    cli::run()
}
