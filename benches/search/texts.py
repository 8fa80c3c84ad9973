"""Writes n Chinese pages, the same for the same n: one tree for yuandi, one of plain HTML for Pagefind, and what stands on them.

    texts.py N OUT [FOLDER] [--table FILE] [--length CHARS]

FOLDER holds a caller's own texts: *.jsonl (t title, d day, b body) or *.md and *.txt. Items are joined to pages of about 1,000
characters; when they are used up, they are joined anew in another order. Without a folder the text is generated: a vocabulary of
20,000 words of two to four characters, frequent ones of the sample site first, that occur as words do (Zipf), with names, digits, document numbers, Latin, quotes, and a
few pages in traditional script, for which FILE holds the pairs of characters as JSON.

OUT/pages.jsonl says of each page where it is (u), its title (t) and its blocks one per line (b): the truth that search is judged by.
"""

import argparse
import datetime
import html
import json
import random
import re
from collections import Counter
from itertools import accumulate
from pathlib import Path

N_WORDS = 20_000
LAST_DAY = datetime.date(2026, 3, 31)
# Digits that could be somebody's telephone or identity number stop a build, as they should.
LONG_DIGITS = re.compile(r"\d{9,}")


# ── generated text ────────────────────────────────────────────────


def han():
    """The 3,755 common characters of GB 2312, in the order of their codes."""
    return [bytes([row, cell]).decode("gb2312") for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF) if (row, cell) < (0xD7, 0xFA)]


def sample_counts():
    """How often the sample site has each character and each run of two to four: invented text leans on it to look like Chinese."""
    counts = Counter()
    for path in sorted((Path(__file__).parents[2] / "content").rglob("*.md")):
        for run in re.findall("[一-龥]+", path.read_text(encoding="utf-8")):
            for n_chars in (1, 2, 3, 4):
                counts.update(run[at : at + n_chars] for at in range(len(run) - n_chars + 1))
    return counts


class Generator:
    """Pages of words that occur as words do."""

    SMALL = "的了在和是对为与把从到被"
    LATIN = "AI MES 5G PLC CNC ERP GitHub VR CAD Word wifi pH NO.1 Office QQ G代码 iPad A4 PPT ISO9001 T恤 mm".split()
    SURNAMES = "张王李赵钱孙周吴郑冯陈卫蒋沈韩杨朱秦许何吕施孔曹严华金魏陶姜"
    UNITS = "台 人 次 件 项 页 元 米 小时 分钟 % 毫米".split()

    def __init__(self, rng, table):
        self.rng, self.table = rng, table
        counts = sample_counts()
        common = {gram: n for gram, n in counts.items() if len(gram) > 1 and n >= 4 * (len(gram) - 1)}
        self.chars = sorted(han(), key=lambda char: (-counts[char], char))
        weights = list(accumulate(counts[char] + 6 for char in self.chars))
        words = dict.fromkeys(sorted(common, key=lambda gram: (-common[gram], gram)))
        while len(words) < N_WORDS:
            n_chars = rng.choices((2, 3, 4), (65, 20, 15))[0]
            words["".join(rng.choices(self.chars, cum_weights=weights, k=n_chars))] = None
        self.words = list(words)
        self.weights = list(accumulate(1 / (rank + 8) for rank in range(N_WORDS)))
        self.buffer = []

    def word(self):
        if not self.buffer:
            self.buffer = self.rng.choices(self.words, cum_weights=self.weights, k=10_000)
        return self.buffer.pop()

    def special(self):
        """What is not a plain word."""
        rng = self.rng
        kind = rng.randrange(8)
        if kind == 0:
            return f"{rng.choice(self.SURNAMES)}{''.join(rng.choices(self.chars[:1200], k=rng.randint(1, 2)))}"
        if kind == 1:
            return f"{rng.randint(1, 999)}{rng.choice(self.UNITS)}"
        if kind == 2:
            return f"20{rng.randint(10, 26)}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日"
        if kind == 3:
            return f"“{self.word()}{self.word()}”"
        if kind == 4:
            return rng.choice(self.LATIN)
        if kind == 5:
            return f"{rng.choice(self.chars[:300])}职大党〔20{rng.randint(10, 26)}〕{rng.randint(1, 120)}号"
        if kind == 6:
            return f"20{rng.randint(10, 26)}{rng.choice(('DJ', 'KY', 'JG'))}{rng.randint(1, 399):03}"
        return f"《{self.word()}{self.word()}》"

    def sentence(self, topic):
        rng, parts = self.rng, []
        for _ in range(rng.randint(5, 14)):
            chance = rng.random()
            if chance < 0.06:
                parts.append(self.special())
            elif chance < 0.2:
                parts.append(rng.choice(topic))
            else:
                parts.append(self.word())
            if rng.random() < 0.18:
                parts.append(rng.choice(self.SMALL))
        return "".join(parts)

    def block(self, topic, n_wanted):
        parts, n = [], 0
        while n < n_wanted:
            parts.append(self.sentence(topic))
            n += len(parts[-1]) + 1
        return "".join(part + self.rng.choice("，，，。；、") for part in parts)[:-1] + "。"

    def page(self, length):
        rng = self.rng
        topic = [rng.choice(self.words) for _ in range(12)]
        title = rng.choice(topic) + self.word() + (self.special() if rng.random() < 0.2 else "") + rng.choice(("", "的", "：")) + self.word() + rng.choice(topic)
        blocks = [self.block(topic, length // 4)]
        for _ in range(3):
            blocks.append("#" + self.word() + rng.choice(topic))
            blocks.append(self.block(topic, length // 4 - 10))
        if self.table and rng.random() < 0.02:
            title, blocks = title.translate(self.table), [block.translate(self.table) for block in blocks]
        return title, blocks


# ── a caller's texts ──────────────────────────────────────────────


def clean(text):
    """Plain lines, without marks of HTML and Markdown."""
    text = re.sub(r"<!--.*?-->|```.*?```", "", text, flags=re.S)
    text = re.sub(r"!?\[([^\]\n]*)\]\([^)\n]*\)", r"\1", text)
    text = re.sub(r"<[^>\n]{1,300}>|https?://\S+", "", html.unescape(text))
    text = re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffd\ue000-\uf8ff]|[*_`#|~]+", "", text)
    text = LONG_DIGITS.sub(lambda found: found[0][:8], text)
    return [" ".join(line.split()) for line in text.split("\n") if len(line.strip()) > 1]


def items(folder):
    """Title and lines of each text below a folder."""
    for path in sorted(Path(folder).rglob("*")) if Path(folder).is_dir() else [Path(folder)]:
        if path.suffix == ".jsonl":
            for line in path.read_text(encoding="utf-8").splitlines():
                item = json.loads(line)
                yield item["t"], item["b"]
        elif path.suffix in (".md", ".txt"):
            text = path.read_text(encoding="utf-8", errors="replace")
            text = re.sub(r"\A(---|\+\+\+)\n.*?\n\1\n", "", text, flags=re.S)
            first, _, rest = text.lstrip().partition("\n")
            yield first, rest


class Caller:
    """Pages joined from a caller's texts."""

    def __init__(self, rng, folder):
        self.rng, self.order = rng, []
        self.items = []
        for title, body in items(folder):
            title, lines = " ".join(clean(title))[:120], clean(body)
            if len(title) > 1 and lines:
                self.items.append((title, lines))

    def next(self):
        if not self.order:
            self.order = list(range(len(self.items)))
            self.rng.shuffle(self.order)
        return self.items[self.order.pop()]

    def page(self, length):
        title, lines = self.next()
        blocks, n = list(lines), sum(map(len, lines))
        while n < length * 0.8:
            heading, lines = self.next()
            blocks += ["#" + heading, *lines]
            n += sum(map(len, lines))
        kept, n = [], 0
        for block in blocks:
            if n > length * 1.6:
                break
            kept.append(block)
            n += len(block)
        return title, kept


# ── the trees ─────────────────────────────────────────────────────

SPECIAL = re.compile(r"([!-/:-@\[-`{-~])")


def markdown(title, date, blocks):
    """A file for yuandi. Whatever could be a mark is written as itself."""
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    lines = [f'+++\ntitle = "{quoted}"\ndate = {date}\n+++\n']
    for block in blocks:
        is_heading = block.startswith("#")
        text = SPECIAL.sub(r"\\\1", block.lstrip("#"))
        text = re.sub(r"^(\d+)(?=\\[.)])", r"\1", text)
        lines.append(("## " if is_heading else "") + text + "\n")
    return "\n".join(lines)


def plain(title, blocks):
    """A page for Pagefind."""
    tags = [f"<h2>{html.escape(b[1:])}</h2>" if b.startswith("#") else f"<p>{html.escape(b)}</p>" for b in blocks]
    head = f'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{html.escape(title)}</title></head>'
    return f"{head}<body><main data-pagefind-body><h1>{html.escape(title)}</h1>\n" + "\n".join(tags) + "</main></body></html>\n"


SITE = '[site]\ntitle = "对比"\norg = "示例学院"\nbase_url = "https://example.edu.cn/"\n'


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("n", type=int)
    parser.add_argument("out", type=Path)
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--table", type=Path)
    parser.add_argument("--length", type=int, default=1000)
    args = parser.parse_args()
    rng = random.Random(args.n)
    pairs = json.loads(args.table.read_text(encoding="utf-8")) if args.table else {}
    table = str.maketrans(pairs.get("traditional", pairs))
    source = Caller(rng, args.folder) if args.folder else Generator(rng, table)
    (args.out / "yuandi/content/news").mkdir(parents=True)
    (args.out / "yuandi/site.toml").write_text(SITE, encoding="utf-8")
    n_chars = 0
    with open(args.out / "pages.jsonl", "w", encoding="utf-8") as truth:
        for number in range(args.n):
            title, blocks = source.page(args.length)
            date = LAST_DAY - datetime.timedelta(days=rng.randrange(3000))
            place, name = f"{number // 1000:03}", f"p{number:06}"
            ours, theirs = args.out / "yuandi/content/news" / place, args.out / "pagefind/news" / place
            if number % 1000 == 0:
                ours.mkdir()
                theirs.mkdir(parents=True)
            (ours / f"{name}.md").write_text(markdown(title, date, blocks), encoding="utf-8")
            # Pages of yuandi say their day below the text.
            blocks = [*blocks, f"{date.year}年{date.month}月{date.day}日"]
            (theirs / f"{name}.html").write_text(plain(title, blocks), encoding="utf-8")
            body = "\n".join(block.lstrip("#") for block in blocks)
            n_chars += len(title) + len(body)
            truth.write(json.dumps({"u": f"news/{place}/{name}", "t": title, "b": body}, ensure_ascii=False) + "\n")
    print(f"{args.n} pages, {n_chars / args.n:.0f} characters each")


if __name__ == "__main__":
    main()
