//! The command `explain`: what a code means, with a wrong and a right example.

use crate::diag::{Code, codes};

use super::args::ExplainArgs;
use super::exit;
use super::language::Say;

/// Explains one code, or lists all.
pub(super) fn run(options: &ExplainArgs, say: Say) -> u8 {
    let Some(id) = &options.code else {
        for code in codes::all() {
            println!("{}  {}", code.id, say.choose(code.message.zh, code.message.en));
        }
        return exit::DONE;
    };
    match codes::find(id) {
        Some(code) => {
            explain(code, say);
            exit::DONE
        }
        None => {
            say.error(
                &format!("没有代码 `{id}`；`yuandi explain` 列出全部代码"),
                &format!("no code `{id}`; `yuandi explain` lists all of them"),
            );
            exit::USAGE
        }
    }
}

fn explain(code: &Code, say: Say) {
    println!("{} {}\n", code.id, code.name);
    println!("{}\n", say.choose(code.message.zh, code.message.en));
    println!("{}\n", say.choose(code.about.zh, code.about.en));
    for help in code.help {
        println!("{}{}", say.choose("怎么办：", "what to do: "), say.choose(help.zh, help.en));
    }
    println!("\n{}\n{}", say.choose("错误的例子：", "wrong:"), indented(code.wrong));
    println!("\n{}\n{}", say.choose("正确的例子：", "right:"), indented(code.right));
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}
