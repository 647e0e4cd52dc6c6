//! The terminal program: check, run and export from a shell or a CI job.

fn main() -> std::process::ExitCode {
    pasos::cli::main()
}
