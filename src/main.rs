//! The `handbill` command: arguments in, exit code out.

mod cli;
mod preview;

/// Where the binary takes its memory from, where it is built with the feature `mimalloc`.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cli::run()
}
