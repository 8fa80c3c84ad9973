//! Names of the register to warnings, and to blocks where something near says that it is that person.
//!
//! Names of two and three signs are words too (高新, 国庆), and those that are not are the names of many people: news are full of
//! them beside 同志 and 书记. A name therefore blocks only with one of these:
//!
//! - its cell is in a column of names, or the cell before says 姓名;
//! - a label of people stands before it with a colon, with nothing but names between: 姓名：, 联系人：, 审核：…、…;
//! - its own number, or 学号 or 工号, stands by it;
//! - its own branch stands near, and the signs at both ends may be the ends of a name;
//! - a cue touches it, and any branch of the school stands near, or its own branch anywhere in the same block of text. Cues are:
//!   同志, 教授, a post, 党员, the name of a branch, （男，…） and （…班）. Before the name a cue is enough only if what follows may
//!   follow a name: nothing, a verb of people (出席, 交流), or, behind three signs, what makes no word with the last of them;
//! - 同学, 老师 or 同志 follows it, and a second member is named so in the same line.
//!
//! Blanks, unseen signs and tags in a name change nothing. A name that a cue touches is a warning at least, but for words of every
//! day with a sign behind them that does not follow names.
//! What stands inside of a longer Chinese word cannot be told from it: 李强调, 王国庆祝. There it is a warning at most.

use std::collections::BTreeMap;

use hashbrown::HashSet;

use super::letters::{Gap, gap_of, is_han};
use super::lexicon::{Lexicon, Match, Word};
use super::name_cue::{self, Edge};
use super::watch::Pass;
use super::{Found, Naming};
use crate::gate::carrier::APART;
use crate::gate::hit::{HitKind, Secret, Tier};
use crate::gate::policy::{NamedOn, Policy};

/// How far a branch or a number may stand from a name, in bytes: a long sentence.
const NEAR: usize = 240;

/// In bytes: 党支部 alone is no name of a branch.
const SHORTEST_BRANCH: usize = 12;

/// In bytes: from here on a name of a branch is nobody else's.
const TELLING: usize = 21;

/// Names of the register, with what tells whose they are.
#[derive(Debug)]
pub(super) struct Names {
    lexicon: Lexicon,
    persons: Vec<Member>,
    /// Names of branches, longest first, each once.
    branches: Vec<String>,
}

#[derive(Debug)]
struct Member {
    named_on: Vec<NamedOn>,
    /// Position among the branches.
    branch: Option<usize>,
    /// Empty if it is too short to say anything.
    number: String,
}

/// What a pass has seen of names.
#[derive(Debug, Default)]
pub(super) struct Seen {
    warned: HashSet<String>,
    /// The last name with a cue: start of its line, its name, and its place among the finds.
    cued: Option<(usize, String, usize)>,
}

impl Names {
    /// Of the register of a policy.
    pub(super) fn new(policy: &Policy) -> Self {
        let mut branches: Vec<String> = policy.branches.values().map(|name| short(name).to_owned()).collect();
        branches.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        branches.dedup();
        branches.retain(|name| name.len() >= SHORTEST_BRANCH);
        let position: BTreeMap<&str, usize> = branches.iter().enumerate().map(|(idx, name)| (name.as_str(), idx)).collect();
        let member = |person: &crate::gate::policy::Person| Member {
            named_on: person.named_on.iter().copied().collect(),
            branch: person.branch.as_ref().and_then(|id| position.get(short(policy.branches.get(id)?)).copied()),
            number: if super::member_number::is_sought(&person.id) { person.id.to_ascii_lowercase() } else { String::new() },
        };
        let persons = policy.persons.iter().map(member).collect();
        let names = policy.persons.iter().enumerate().map(|(idx, person)| (person.name.clone(), Some(idx as u32)));
        let nobody = policy.not_persons.iter().map(|name| (name.clone(), None));
        // Longer words that are no person shield the names in them; names in Latin letters are found as tokens.
        let lexicon = Lexicon::new(names.chain(nobody).filter(|(name, _)| !is_latin(name)));
        Self { lexicon, persons, branches }
    }

    /// First signs of all names.
    pub(super) fn first_signs(&self) -> impl Iterator<Item = char> {
        self.lexicon.first_signs()
    }

    /// Whether a name may begin with two signs.
    #[inline]
    pub(super) fn may_begin(&self, (first, second): (char, char)) -> bool {
        self.lexicon.may_begin(first, second)
    }

    /// Looks for a name at `at`; gives where it ends.
    pub(super) fn look(&self, pass: &mut Pass<'_>, at: usize) -> Option<usize> {
        let name = self.lexicon.longest(pass.piece.text, at)?;
        if name.is_spaced && !stands_free(pass.piece.text, at, name.end) {
            return None;
        }
        let Some(most) = self.most(name.word, pass.naming) else { return Some(name.end) };
        let sign = self.sign(pass, at, &name);
        match sign {
            _ if most == Tier::Warn => warn(pass, at, &name),
            Sign::None => {}
            Sign::Weak => warn(pass, at, &name),
            Sign::Cue => cue(pass, at, &name),
            Sign::Sure => pass.found.push(finding(&name, at, Tier::Block)),
        }
        Some(name.end)
    }

    /// The highest tier for a name, or nothing where it may stand.
    fn most(&self, word: &Word, naming: Naming<'_>) -> Option<Tier> {
        if word.persons.is_empty() {
            return None;
        }
        let Some(on) = naming.on else { return Some(Tier::Block) };
        if naming.also.contains(&word.written) {
            return None;
        }
        let n_named = word.persons.iter().filter(|idx| self.persons[**idx as usize].named_on.contains(&on)).count();
        match n_named {
            0 => Some(Tier::Block),
            n_named if n_named == word.persons.len() => None,
            // One of several people of that name may stand here, and nothing tells which it is.
            _ => Some(Tier::Warn),
        }
    }

    fn sign(&self, pass: &Pass<'_>, at: usize, name: &Match<'_>) -> Sign {
        let (piece, end) = (pass.piece, name.end);
        let (before, behind) = (name_cue::left(piece.text, at), name_cue::right(piece.text, at, end));
        // The name of a branch may touch it; all other words are words.
        if before == Edge::Inside && behind == Edge::Inside && !piece.text[..at].ends_with(['部', '会', '委', '组']) {
            return Sign::None;
        }
        let near = near(piece.text, at, end);
        let branches = self.branches_in(&near);
        if branches.iter().any(|(_, from, to)| near.start + from <= at && end <= near.start + to) {
            return Sign::None;
        }
        let gap = before_blanks(piece.text, at);
        let touches_branch = branches.iter().any(|(_, _, to)| near.start + to == gap);
        let left = if touches_branch { Edge::Cue } else { before };
        if name_cue::is_labelled(piece, at, end, left, behind) || self.number_is_near(name.word, near.text) {
            return Sign::Sure;
        }
        let is_own = |idx: usize| name.word.persons.iter().any(|person| self.persons[*person as usize].branch == Some(idx));
        let may_end = left != Edge::Inside && behind != Edge::Inside;
        if may_end && branches.iter().any(|(idx, ..)| is_own(*idx)) {
            return Sign::Sure;
        }
        match name_cue::touches(piece.text, at, end, left, behind) {
            true if !branches.is_empty() || self.block_names_own_branch(name.word, piece.text, at) => Sign::Sure,
            true if name_cue::is_of_a_school(&piece.text[end..]) => Sign::Cue,
            true => Sign::Weak,
            false if name_cue::may_be_a_name(piece.text, at, end, left, behind) => Sign::Weak,
            false => Sign::None,
        }
    }

    /// Whether the block of text around `at` names the branch of one of the persons.
    fn block_names_own_branch(&self, word: &Word, text: &str, at: usize) -> bool {
        let block = &text[super::table::line(text, at)];
        let own = word.persons.iter().filter_map(|person| self.branches.get(self.persons[*person as usize].branch?));
        // What is shorter stands in names of other schools' branches too.
        own.filter(|branch| branch.len() >= TELLING).any(|branch| block.contains(branch.as_str()))
    }

    fn number_is_near(&self, word: &Word, text: &str) -> bool {
        let numbers =
            || word.persons.iter().map(|idx| self.persons[*idx as usize].number.as_str()).filter(|number| !number.is_empty());
        if numbers().next().is_none() || !text.bytes().any(|byte| byte.is_ascii_digit()) {
            return false;
        }
        let text = text.to_ascii_lowercase();
        numbers().any(|number| text.contains(number))
    }

    /// Branches in a text: which, from where to where.
    fn branches_in(&self, near: &Near<'_>) -> Vec<(usize, usize, usize)> {
        let mut found: Vec<(usize, usize, usize)> = Vec::new();
        if !name_cue::may_name_a_branch(near.text) {
            return found;
        }
        for (idx, branch) in self.branches.iter().enumerate() {
            for (from, _) in near.text.match_indices(branch.as_str()) {
                let to = from + branch.len();
                // 第一党支部 in 学生第一党支部 is not the branch of that name, and 机关党支部 in a sentence is anybody's.
                let is_inside = found.iter().any(|(_, start, end)| *start <= from && to <= *end);
                let is_free = branch.len() >= TELLING || !near.text[..from].chars().next_back().is_some_and(is_han);
                if !is_inside && is_free {
                    found.push((idx, from, to));
                }
            }
        }
        found
    }
}

/// What stands around a name says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    /// It is a part of a word.
    None,
    /// It may be a name.
    Weak,
    /// It is somebody of a school.
    Cue,
    /// It is the member.
    Sure,
}

/// The text around a name.
struct Near<'t> {
    text: &'t str,
    start: usize,
}

fn near(text: &str, at: usize, end: usize) -> Near<'_> {
    let low = text.floor_char_boundary(at.saturating_sub(NEAR));
    let high = text.ceil_char_boundary((end + NEAR).min(text.len()));
    let start = text[low..at].rfind(APART).map_or(low, |apart| low + apart + 1);
    let end = text[end..high].find(APART).map_or(high, |apart| end + apart);
    Near { text: &text[start..end], start }
}

/// Where the blanks before a place begin.
fn before_blanks(text: &str, at: usize) -> usize {
    text[..at].trim_end_matches(|sign| gap_of(sign) == Gap::Blank).len()
}

/// Whether nothing touches a name with blanks in it but what belongs to people.
fn stands_free(text: &str, at: usize, end: usize) -> bool {
    let may_begin = name_cue::left(text, at) != Edge::Inside || text[..at].ends_with("党支部");
    may_begin && name_cue::right(text, at, end) != Edge::Inside
}

fn warn(pass: &mut Pass<'_>, at: usize, name: &Match<'_>) {
    let is_tracing = pass.naming.on.is_none();
    if is_tracing || pass.names_seen.warned.insert(name.word.written.clone()) {
        pass.found.push(finding(name, at, Tier::Warn));
    }
}

/// A name with a cue is a warning, until a second one in the same line makes a list of people of both.
fn cue(pass: &mut Pass<'_>, at: usize, name: &Match<'_>) {
    let line = super::table::line(pass.piece.text, at).start;
    let written = name.word.written.clone();
    let mut tier = Tier::Warn;
    if let Some((_, _, idx)) = pass.names_seen.cued.take().filter(|(before, other, _)| *before == line && *other != written) {
        pass.found[idx].tier = Tier::Block;
        tier = Tier::Block;
    }
    pass.names_seen.warned.insert(written.clone());
    pass.names_seen.cued = Some((line, written, pass.found.len()));
    pass.found.push(finding(name, at, tier));
}

fn finding(name: &Match<'_>, at: usize, tier: Tier) -> Found {
    Found { kind: HitKind::Name, tier, secret: Secret::new(name.word.written.as_str()), range: at..name.end }
}

/// A branch as people write it: without 中共 and 委员会.
fn short(name: &str) -> &str {
    let name = name.trim();
    let name = name.strip_prefix("中共").or_else(|| name.strip_prefix("中国共产党")).unwrap_or(name);
    name.strip_suffix("委员会").unwrap_or(name)
}

/// Whether a name is written in Latin letters.
pub(super) fn is_latin(name: &str) -> bool {
    name.trim().chars().all(|sign| sign.is_ascii() || gap_of(sign) != Gap::None)
}
