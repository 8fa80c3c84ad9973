//! The text of a page to its tags in order, as a browser's tokenizer sees them.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts, states};

/// Elements that never have an end tag.
const VOID: [&str; 10] = ["br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// Elements of drawings inside a page may close themselves.
const DRAWN: [&str; 6] = ["circle", "line", "path", "polyline", "rect", "use"];

/// What a page is made of.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// Start tags in order.
    pub(super) tags: Vec<Tag>,
    /// What a browser would have to repair.
    pub(super) faults: Vec<String>,
    /// Whether a doctype stands before everything else.
    pub(super) has_doctype: bool,
}

/// A start tag and the text up to its end tag, without the text of elements inside.
#[derive(Debug, Default)]
pub(crate) struct Tag {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) text: String,
}

impl Tag {
    /// The value of an attribute.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

impl Page {
    pub(super) fn parse(html: &str) -> Self {
        let sink = Sink::default();
        let tokenizer = Tokenizer::new(sink, TokenizerOpts { exact_errors: true, ..TokenizerOpts::default() });
        let input = BufferQueue::default();
        input.push_back(StrTendril::from(html));
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        let mut state = tokenizer.sink.0.into_inner();
        let unclosed: Vec<String> = state.open.iter().map(|idx| state.page.tags[*idx].name.clone()).collect();
        if !unclosed.is_empty() {
            state.page.faults.push(format!("never closed: {}", unclosed.join(" ")));
        }
        state.page
    }

    /// All tags of a name.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Tag> {
        self.tags.iter().filter(move |tag| tag.name == name)
    }
}

#[derive(Default)]
struct State {
    page: Page,
    /// Positions of the tags that are open, the innermost last.
    open: Vec<usize>,
}

#[derive(Default)]
struct Sink(RefCell<State>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let state = &mut *self.0.borrow_mut();
        match token {
            Token::DoctypeToken(doctype) => {
                state.page.has_doctype = state.page.tags.is_empty() && doctype.name.as_deref() == Some("html");
            }
            Token::TagToken(tag) if tag.kind == TagKind::EndTag => state.close(&tag.name, line),
            Token::TagToken(tag) => return state.open(tag, line),
            Token::CharacterTokens(text) => {
                if let Some(idx) = state.open.last() {
                    state.page.tags[*idx].text.push_str(&text);
                }
            }
            Token::ParseError(fault) => state.page.faults.push(format!("line {line}: {fault}")),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl State {
    fn open(&mut self, tag: html5ever::tokenizer::Tag, line: u64) -> TokenSinkResult<()> {
        let name = tag.name.to_string();
        let attributes = tag.attrs.iter().map(|one| (one.name.local.to_string(), one.value.to_string())).collect();
        if tag.had_duplicate_attributes {
            self.page.faults.push(format!("line {line}: <{name}> has an attribute twice"));
        }
        self.page.tags.push(Tag { name: name.clone(), attributes, text: String::new() });
        let may_close_itself = tag.self_closing && DRAWN.contains(&name.as_str());
        if !VOID.contains(&name.as_str()) && !may_close_itself {
            self.open.push(self.page.tags.len() - 1);
        }
        match name.as_str() {
            "title" | "textarea" => TokenSinkResult::RawData(states::RawKind::Rcdata),
            "script" => TokenSinkResult::RawData(states::RawKind::ScriptData),
            "style" => TokenSinkResult::RawData(states::RawKind::Rawtext),
            _ => TokenSinkResult::Continue,
        }
    }

    fn close(&mut self, name: &str, line: u64) {
        match self.open.pop() {
            Some(idx) if self.page.tags[idx].name == name => {}
            Some(idx) => {
                let fault = format!("line {line}: </{name}> closes <{}>", self.page.tags[idx].name);
                self.page.faults.push(fault);
            }
            None => self.page.faults.push(format!("line {line}: </{name}> closes nothing")),
        }
    }
}
