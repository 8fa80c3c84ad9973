//! The arguments of all commands, with help in Chinese and English.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use super::language::{Language, Say};

/// What stands on the command line.
#[derive(Debug, Parser)]
#[command(name = "yuandi", version, disable_help_subcommand = true)]
pub(super) struct Args {
    /// Language of messages.
    #[arg(long, global = true, value_enum, value_name = "zh|en")]
    pub(super) lang: Option<Language>,
    /// Folder of the site.
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) root: Option<PathBuf>,
    /// Output folder.
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// What "today" is.
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    pub(super) as_of: Option<String>,
    /// Address of the published site.
    #[arg(long, global = true, value_name = "URL")]
    pub(super) base_url: Option<String>,
    /// Publish drafts, too.
    #[arg(long, global = true)]
    pub(super) drafts: bool,
    /// Form of the findings.
    #[arg(long, global = true, value_enum, default_value = "human")]
    pub(super) format: Format,
    /// What counts as an error.
    #[arg(long, global = true, value_enum, value_name = "warnings")]
    pub(super) deny: Option<Deny>,
    /// Number of threads.
    #[arg(long, global = true, value_name = "N")]
    pub(super) jobs: Option<usize>,
    /// Make every picture anew.
    #[arg(long, global = true)]
    pub(super) no_cache: bool,
    /// Say only what is wrong.
    #[arg(long, global = true)]
    pub(super) quiet: bool,
    /// The command.
    #[command(subcommand)]
    pub(super) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// A new site that builds at once.
    Init(InitArgs),
    /// A new text with commented front matter.
    New(NewArgs),
    /// Report everything, write nothing.
    Check(CheckArgs),
    /// Build the site.
    Build(BuildArgs),
    /// Compare a built site with its manifest.
    Verify(VerifyArgs),
    /// Answer a doubt of the gate.
    Waive(WaiveArgs),
    /// What comes by itself and what waits for somebody; ends 1 when something came since the last build, and 0 when nothing did.
    Agenda(AgendaArgs),
    /// What rules of points would do.
    Rules(RulesArgs),
    /// What a code means.
    Explain(ExplainArgs),
    /// Completions for a shell.
    Completions(CompletionsArgs),
}

/// Of `init`.
#[derive(Debug, clap::Args)]
pub(super) struct InitArgs {
    /// The new folder.
    pub(super) dir: PathBuf,
    /// Fill it with the sample content.
    #[arg(long)]
    pub(super) sample: bool,
}

/// Of `new`.
#[derive(Debug, clap::Args)]
pub(super) struct NewArgs {
    /// Kind of text.
    pub(super) kind: String,
    /// Its file name, without ending.
    pub(super) name: String,
}

/// Of `check`.
#[derive(Debug, clap::Args)]
pub(super) struct CheckArgs {
    /// Write the school's self-check, a page to print, into this file.
    #[arg(long, value_name = "FILE.html")]
    pub(super) self_check: Option<PathBuf>,
}

/// Of `build`.
#[derive(Debug, clap::Args)]
pub(super) struct BuildArgs {
    /// Keep foreign files of the output folder.
    #[arg(long)]
    pub(super) adopt: bool,
    /// Write the school's self-check, a page to print, into this file.
    #[arg(long, value_name = "FILE.html")]
    pub(super) self_check: Option<PathBuf>,
}

/// Of `verify`.
#[derive(Debug, clap::Args)]
pub(super) struct VerifyArgs {
    /// The built site.
    pub(super) dir: PathBuf,
}

/// Of `waive`.
#[derive(Debug, clap::Args)]
pub(super) struct WaiveArgs {
    /// The code of the finding.
    pub(super) code: String,
    /// Its place, as `check` gives it.
    pub(super) place: String,
    /// Why it may be published.
    #[arg(long)]
    pub(super) reason: String,
    /// The post of whoever approved it.
    #[arg(long)]
    pub(super) by: String,
}

/// Of `agenda`.
#[derive(Debug, clap::Args)]
pub(super) struct AgendaArgs {
    /// How many days to look ahead.
    #[arg(long, value_name = "N", default_value_t = 30, value_parser = clap::value_parser!(u16).range(0..=3650))]
    pub(super) days: u16,
    /// "Today" of the last build; by default what the output folder and data/published.json say, the older of the two, else yesterday.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(super) since: Option<String>,
    /// Print a calendar (iCalendar).
    #[arg(long)]
    pub(super) ics: bool,
}

/// Of `rules`.
#[derive(Debug, clap::Args)]
pub(super) struct RulesArgs {
    /// What to do with them.
    #[command(subcommand)]
    pub(super) command: RulesCommand,
}

/// What to do with rules.
#[derive(Debug, Subcommand)]
pub(super) enum RulesCommand {
    /// Show how proposed rules would move a ranking.
    Diff(DiffArgs),
}

/// Of `rules diff`.
#[derive(Debug, clap::Args)]
pub(super) struct DiffArgs {
    /// The rule set as it is.
    pub(super) old: PathBuf,
    /// The rule set as it is proposed.
    #[arg(id = "new_rules", value_name = "NEW")]
    pub(super) new: PathBuf,
}

/// Of `explain`.
#[derive(Debug, clap::Args)]
pub(super) struct ExplainArgs {
    /// The code; all codes without it.
    pub(super) code: Option<String>,
}

/// Of `completions`.
#[derive(Debug, clap::Args)]
pub(super) struct CompletionsArgs {
    /// The shell.
    pub(super) shell: Shell,
}

/// Form of the findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// With the place shown.
    Human,
    /// One line each.
    Short,
    /// One JSON object a line.
    Json,
}

/// What counts as an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Deny {
    /// Warnings, too.
    Warnings,
}

/// Help in Chinese: for an argument or command its name, then the words.
const CHINESE: [(&str, &str); 35] = [
    ("yuandi", "园地：把党建园地的文稿和台账编成静态网站"),
    ("lang", "提示信息用的语言"),
    ("root", "站点文件夹（默认：从当前文件夹向上找到 site.toml）"),
    ("out", "输出文件夹（默认：站点文件夹下的 public）"),
    ("as_of", "把这一天当作“今天”"),
    ("base_url", "网站发布后的网址"),
    ("drafts", "草稿也发布"),
    ("format", "提示信息的形式"),
    ("deny", "把警告也当作错误"),
    ("jobs", "用几个线程"),
    ("no_cache", "不用缓存，图片全部重新处理"),
    ("quiet", "只说有问题的地方"),
    ("init", "新建一个马上就能生成的站点"),
    ("new", "新建一篇文稿，文件头里有说明"),
    ("check", "检查全部内容，不写任何文件"),
    ("build", "生成网站"),
    ("verify", "核对生成好的网站是否被改动"),
    ("waive", "记下一处拿不准的内容可以公开，写明理由和批准人"),
    ("reason", "为什么可以公开"),
    ("by", "批准人的职务"),
    ("place", "位置，照检查结果写：文件:行号"),
    (
        "agenda",
        "到期日程：哪天网站会自己变化、哪些事等人办；上一次生成以后到今天有变化、需要重新生成时以 1 结束，没有则以 0 结束",
    ),
    ("days", "往后看几天"),
    ("since", "上一次生成的“今天”（默认：输出文件夹和 data/published.json 里较早的一天；都没有时为昨天）"),
    ("ics", "输出日历（iCalendar）"),
    ("rules", "试算积分办法"),
    ("diff", "看新办法会怎样改变名次，不写任何文件"),
    ("old", "现行办法的文件"),
    ("new_rules", "新办法的文件"),
    ("explain", "解释一个提示代码"),
    ("completions", "生成命令行补全脚本"),
    ("sample", "放入示例内容"),
    ("self_check", "另写一份可打印的网站自查表"),
    ("adopt", "保留输出文件夹里别的文件"),
    ("code", "提示代码，例如 M301；不写则列出全部"),
];

/// The command with help in the reader's language. The English words stand in the comments above.
pub(super) fn localised(command: clap::Command, say: Say) -> clap::Command {
    if say.0 == Language::En {
        return command.about("Compiles the texts and ledgers of a party-building showcase into a static site");
    }
    let words = |name: &str| CHINESE.iter().find(|(known, _)| *known == name).map(|(_, words)| *words);
    let mut command = command.about(words("yuandi").unwrap_or_default());
    command = localised_arguments(command, &words);
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names {
        command = command.mut_subcommand(&name, |sub| localised_command(sub, &name, &words));
    }
    command
}

fn localised_command(sub: clap::Command, name: &str, words: &dyn Fn(&str) -> Option<&'static str>) -> clap::Command {
    let mut sub = match words(name) {
        Some(words) => sub.about(words),
        None => sub,
    };
    let inner: Vec<String> = sub.get_subcommands().map(|inner| inner.get_name().to_owned()).collect();
    for name in inner {
        sub = sub.mut_subcommand(&name, |inner| localised_command(inner, &name, words));
    }
    localised_arguments(sub, words)
}

fn localised_arguments(command: clap::Command, words: &dyn Fn(&str) -> Option<&'static str>) -> clap::Command {
    let ids: Vec<String> = command.get_arguments().map(|argument| argument.get_id().to_string()).collect();
    ids.iter().fold(command, |command, id| match words(id) {
        Some(words) => command.mut_arg(id, |argument| argument.help(words)),
        None => command,
    })
}
