//! The program `yuandi`; everything is in the library.

fn main() -> std::process::ExitCode {
    yuandi::cli::main()
}
