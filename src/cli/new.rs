//! The command `new`: a new text.

use crate::amend::{AmendFault, new_note};
use crate::diag::{Place, codes};

use super::args::{Args, NewArgs};
use super::build::tell_one;
use super::language::Say;
use super::{exit, site};

/// Writes a new text and says where.
pub(super) fn run(options: &NewArgs, args: &Args, say: Say) -> u8 {
    let prepared = site::root(args).and_then(|root| Ok((site::today(args, &root)?, root)));
    let (today, root) = match prepared {
        Ok(prepared) => prepared,
        Err(diagnostic) => return tell_one(args, say, &diagnostic, exit::USAGE),
    };
    match new_note(&root, &options.kind, &options.name, today) {
        Ok(path) => {
            if !args.quiet {
                println!("{}", say.choose(&format!("新文稿：{}", path.display()), &format!("new text: {}", path.display())));
            }
            exit::DONE
        }
        Err(fault) => tell(args, say, fault),
    }
}

/// Tells why nothing was written.
pub(super) fn tell(args: &Args, say: Say, fault: AmendFault) -> u8 {
    match fault {
        AmendFault::Usage(diagnostic) => tell_one(args, say, &diagnostic, exit::USAGE),
        AmendFault::Machine(path, error) => {
            let diagnostic = codes::unreadable_file.at(Place::Project).with("path", path.display()).with("why", error);
            tell_one(args, say, &diagnostic, exit::MACHINE)
        }
    }
}
