//! A case file to its cases: a title, then fenced blocks.

/// One case.
#[derive(Debug)]
pub(crate) struct Case {
    /// A true sentence.
    pub(crate) title: String,
    /// Line of the title.
    pub(crate) line: usize,
    /// In order.
    pub(crate) blocks: Vec<Block>,
    /// Byte behind the case in its file.
    pub(crate) end: usize,
}

/// One fenced block.
#[derive(Debug)]
pub(crate) struct Block {
    /// The first word behind the fence: `file`, `expect`.
    pub(crate) kind: String,
    /// The other words.
    pub(crate) words: Vec<String>,
    /// What is between the fences; each line ends with a line feed.
    pub(crate) body: String,
    /// The body's bytes in the file.
    pub(crate) range: std::ops::Range<usize>,
}

impl Case {
    /// The blocks of a kind.
    pub(crate) fn blocks_of<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Block> {
        self.blocks.iter().filter(move |block| block.kind == kind)
    }

    /// The value of `key = value` in the `options` block.
    pub(crate) fn option(&self, key: &str) -> Option<&str> {
        let lines = self.blocks_of("options").flat_map(|block| block.body.lines());
        let mut pairs = lines.filter_map(|line| line.split_once('='));
        pairs.find(|(name, _)| name.trim() == key).map(|(_, value)| value.trim())
    }
}

/// Takes a case file apart. Text between the blocks is for readers.
pub(crate) fn parse(name: &str, text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut open: Option<(usize, Block)> = None;
    let mut offset = 0;
    for (idx, line) in text.split_inclusive('\n').enumerate() {
        let start = offset;
        offset += line.len();
        let n_ticks = line.chars().take_while(|c| *c == '`').count();
        match &mut open {
            Some((fence, block)) if n_ticks >= *fence && line.trim_end().len() == n_ticks => {
                block.range.end = start;
                let (_, block) = open.take().expect("it was just matched");
                cases
                    .last_mut()
                    .unwrap_or_else(|| panic!("{name}:{}: a block before the first title", idx + 1))
                    .blocks
                    .push(block);
            }
            Some((_, block)) => block.body.push_str(line),
            None if n_ticks >= 3 => {
                let mut words = line[n_ticks..].split_whitespace().map(str::to_owned);
                let kind = words.next().unwrap_or_default();
                let words = words.collect();
                open = Some((n_ticks, Block { kind, words, body: String::new(), range: offset..offset }));
            }
            None if line.starts_with("# ") => {
                let title = line[2..].trim().to_owned();
                cases.push(Case { title, line: idx + 1, blocks: Vec::new(), end: 0 });
            }
            None => {}
        }
        if let Some(case) = cases.last_mut() {
            case.end = offset;
        }
    }
    assert!(open.is_none(), "{name}: a block is not closed");
    for case in &cases {
        for block in &case.blocks {
            let is_known =
                ["file", "link", "picture", "options", "expect", "html", "page", "no-page"].contains(&block.kind.as_str());
            assert!(is_known, "{name}:{}: a block of kind `{}`", case.line, block.kind);
        }
    }
    cases
}

#[test]
fn a_case_file_is_taken_apart() {
    let text = "# a\n\n````file content/a.md crlf\n```\nx\n```\n````\n# b\n```expect\nM101 error x\n```\n";
    let cases = parse("x.md", text);
    let first = &cases[0].blocks[0];
    assert_eq!((cases.len(), first.kind.as_str(), first.body.as_str()), (2, "file", "```\nx\n```\n"));
    assert_eq!(first.words, ["content/a.md", "crlf"]);
    assert_eq!(&text[cases[1].blocks[0].range.clone()], "M101 error x\n");
    assert_eq!(cases[0].option("as-of"), None);
}
