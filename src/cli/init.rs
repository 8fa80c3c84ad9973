//! The command `init`: a new site.

use crate::amend::{self, Filling};

use super::args::{Args, InitArgs};
use super::language::Say;
use super::{exit, new};

/// Makes a site in a new folder.
pub(super) fn run(options: &InitArgs, args: &Args, say: Say) -> u8 {
    let filling = if options.sample { Filling::Sample } else { Filling::Nothing };
    if let Err(fault) = amend::init(&options.dir, filling) {
        return new::tell(args, say, fault);
    }
    if !args.quiet {
        let dir = options.dir.display();
        println!("{}", say.choose(&format!("新站点在 {dir}"), &format!("the new site is in {dir}")));
        println!("{}", say.choose(&format!("接着运行：yuandi build --root {dir}"), &format!("next: yuandi build --root {dir}")));
    }
    exit::DONE
}
