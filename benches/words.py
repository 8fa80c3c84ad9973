"""Counts public Chinese prose and writes the table of `src/search/text/words.txt`: the words that texts of the index are written
with, and in how many bits each.

    python3 benches/words.py FOLDED REFUSED OUT N_WORDS N_CHARS FOLDER[=SHARE]...

FOLDED lists the characters that have a simplified form, one a line (OpenCC's `TSCharacters.txt` and our `variants.txt`). REFUSED lists
patterns of what is no word here: names of living persons and of media, what was news for a year. Each folder (or file) holds .md,
.toml or .jsonl (one object a line: title `t`, text `b`). N_CHARS characters are counted, each folder having its share of them; a
folder that is too small counts several times. The same input gives the same table, and from the texts come nothing but common words
and how often they are said.

The table there is of 1,000 words over 1,600,000 characters: public news (half of it), articles on free software (a fifth),
`content/` (a third) and the theme's words.
"""

import collections
import heapq
import json
import math
import random
import re
import sys
from pathlib import Path

# What the code means by characters that no text has: see src/search/text/mod.rs.
END, RAW = "\0", "\x0e"
COPIES = [chr(0x10 + n) for n in range(16)]
SHORTEST_COPY = 3
SEPARATORS = "\x01\x02\x03\x04\x05\n"
MAX_BITS = 15
LONGEST_WORD = 8
# In texts; what is said in fewer is no common word.
FEWEST_TEXTS = 12
# Common characters that are never met count as much as this, so that they have a code.
LEAST_COUNT = 0.4
# Pages in one text of the index, about.
GROUP = 4

SECTIONS = ["activities"] * 6 + "news news notices columns resources role-models branches faq quizzes".split()

HAN = re.compile("[\u4e00-\u9fff]")

# Words that party writing is full of, whatever the texts counted say.
PHRASES = """习近平新时代中国特色社会主义思想 全心全意为人民服务 毛泽东思想 邓小平理论 “三个代表”重要思想 科学发展观 马克思列宁主义
不忘初心、牢记使命 党的二十大精神 中国共产党 中国特色社会主义 中华民族伟大复兴 社会主义核心价值观 “三会一课” 三会一课 主题党日活动
主题党日 民主评议党员 组织生活会 支部委员会 支部党员大会 党小组会 入党积极分子 发展对象 预备党员 发展党员 政治理论学习 立德树人 课程思政
先锋模范作用 战斗堡垒作用 党支部书记 党总支 党委书记 党员干部 师生党员 学生党支部 教工党支部 教师党支部 志愿服务活动 党史学习教育
主题教育 学习贯彻 批评与自我批评 从严治党 党风廉政建设 意识形态 党建工作 基层党组织 党组织 党支部 高质量发展 二级学院 职业技术学院
研究生 辅导员 本科生 毕业生 实践活动 学习教育""".split()

def folder_texts(place):
    """Texts of a folder: pairs of title and body."""
    path = Path(place)
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if file.suffix == ".jsonl":
            for line in file.open(encoding="utf-8"):
                page = json.loads(line)
                yield page["t"], page["b"]
        elif file.suffix in (".md", ".toml") and file.is_file():
            text = file.read_text(encoding="utf-8")
            title = re.search(r'^title\s*[=:]\s*"?(.*?)"?\s*$', text, re.M)
            yield title[1] if title else "", prose(text)


def prose(text):
    """What can be read of a file, about; lines without Chinese are mostly code."""
    text = re.sub(r"\A(\+\+\+|---)\n.*?\n\1\n", "", text, flags=re.S)
    text = re.sub(r"```.*?```|<[^>]*>|\{[%{#].*?[%}#]\}", "", text, flags=re.S)
    text = re.sub(r"!?\[([^\]]*)\](\([^)]*\)|\[[^\]]*\])", r"\1", text)
    text = re.sub(r"[*_`#|>]+|^\s*[-+] ", "", text, flags=re.M)
    return "\n".join(line for line in text.split("\n") if len(HAN.findall(line)) * 2 >= len(line.strip()))


def blocks(text):
    """Paragraphs, each ended by a line break."""
    lines = (re.sub(r"[\s\x00-\x1f]+", " ", line).strip() for line in text.split("\n"))
    return [line for line in lines if line]


SLUGS = """theme-day theme-day-study group committee general-meeting party-class open-class salon volunteer online-study online-meeting
report training visit review contest welcome micro-lesson zhu-ti-dang-ri san-hui-yi-ke li-lun-xue-xi zhi-yuan-fu-wu dang-ke zhi-bu-da-hui
xue-xi-jiao-yu shi-jian-huo-dong zu-zhi-sheng-huo-hui fa-zhan-dang-yuan gong-zuo-bao-gao tong-zhi gong-shi ji-hua""".split()
BRANCHES = ["机关", "教工第一", "教工第二", "学生第一", "学生第二", "研究生", "本科生", "离退休", "后勤", "图书馆", "计算机", "经管", "电气", "化工", "外语"]


def record(rng, title, body):
    """A page as the index keeps it. Addresses, days and branches are made up: what matters is their form."""
    year = rng.choice([2021, 2022, 2023, 2024, 2024, 2025, 2025, 2025, 2026, 2026, 2026, 2026, 2027])
    day = f"{year}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    section, slug = rng.choice(SECTIONS), rng.choice(SLUGS)
    path = f"{section}/{year}/{day}-{slug}/" if section == "activities" else f"{section}/{rng.choice([day + '-', ''])}{slug}/"
    text = ""
    for number, block in enumerate(blocks(body)):
        is_heading = number and len(block) < 20 and not block.endswith(("。", "；", "：", "”"))
        text += f"\x03{block}\x04{rng.choice(SLUGS)}\x05" if is_heading else block + "\n"
    title = " ".join(blocks(title))
    branch = rng.choice(BRANCHES) + "党支部" if rng.random() < 0.6 else ""
    return f"{path}\x01{title}\x01{day}\x01{branch}\x01\x01\x01{text[:4000]}"


def gather(places, n_chars):
    """Pairs of a text, which is that of several pages, and how much it counts."""
    rng = random.Random(1)
    shares = [(place.partition("=")[0], float(place.partition("=")[2] or 1)) for place in places]
    counted = []
    for place, share in shares:
        wanted = n_chars * share / sum(share for _, share in shares)
        records = [record(rng, title, body) for title, body in folder_texts(place) if body.strip()]
        rng.shuffle(records)
        while records and sum(map(len, records)) > wanted * 1.02:
            records = records[: int(len(records) * wanted / sum(map(len, records)))]
        texts = ["\x02".join(records[at : at + GROUP]) for at in range(0, len(records), GROUP)]
        weight = wanted / sum(map(len, texts))
        print(f"{place}: {len(records)} pages, each counts {weight:.2f}", file=sys.stderr)
        counted += [(text, weight) for text in texts]
    return counted


def is_word(run, refused):
    """Whether a run of characters may be a word: Chinese, alone or with punctuation, or part of an address."""
    if refused.search(run) or re.search("[\x01-\x05 ]|\n.", run):
        return False
    if HAN.search(run):
        return run in PHRASES or not re.search(r"[0-9A-Za-z%（）《》【】]|^[。，；：]|.党支部", run)
    return bool(re.fullmatch(r"[，。：；、！？”“）（《》]+\n?|20[12][0-9]-?|-[01]|/20[12]", run)) or run.rstrip("/") in SECTIONS


def candidates(counted, n_wanted, refused):
    """Runs of characters that come up often. A text counts once: what it says again, it copies."""
    n_texts, weights = collections.Counter(), collections.Counter()
    for text, weight in counted:
        runs = {text[at : at + n] for n in range(2, LONGEST_WORD + 2) for at in range(len(text) - n + 1)}
        n_texts.update(runs)
        for run in runs:
            weights[run] += weight
        if len(n_texts) > 12_000_000:
            n_texts = collections.Counter({run: n for run, n in n_texts.items() if n > 1})
            weights = collections.Counter({run: weights[run] for run in n_texts})
    # A run that is nearly always part of the same longer one is cut out of a word.
    cut = set()
    for run, n in n_texts.items():
        if n >= FEWEST_TEXTS and HAN.match(run) and HAN.match(run[-1]):
            for part in (run[1:], run[:-1]):
                if n > n_texts[part] * 0.75:
                    cut.add(part)
    good = []
    for run, n in n_texts.items():
        if n >= FEWEST_TEXTS and len(run) <= LONGEST_WORD and run not in cut and is_word(run, refused):
            good.append((weights[run] * (len(run) - 0.8), run))
    return [run for _, run in heapq.nlargest(n_wanted, good)]


class Code:
    """Bits of symbols, and words by their first two characters, the longest first."""

    def __init__(self, bits):
        self.bits = bits
        self.words = collections.defaultdict(list)
        for token in sorted(bits, key=lambda token: (-len(token), token)):
            if len(token) > 1:
                self.words[token[:2]].append(token)
        self.raw = bits.get(RAW, 12) + 16

    def word_at(self, text, at):
        for word in self.words.get(text[at : at + 2], ()):
            if text.startswith(word, at):
                return word
        return text[at]

    def cost(self, token):
        return self.bits.get(token, self.raw)

    def split(self, text):
        """The symbols of a text, as the program writes it: the longest word, or a copy where it is shorter. Distances apart."""
        tokens, distances, last, at = [], [], {}, 0
        while at < len(text):
            token = self.word_at(text, at)
            length = self.copy_at(text, at, last.get(text[at : at + SHORTEST_COPY]))
            if length:
                token = COPIES[min(length - SHORTEST_COPY, 15)]
                distances.append(distance_bits(at - last[text[at : at + SHORTEST_COPY]], at))
            tokens.append(token)
            end = at + (length or len(token))
            for passed in range(at, end):
                last[text[passed : passed + SHORTEST_COPY]] = passed
            at = end
        return tokens + [END], distances

    def copy_at(self, text, at, source):
        """Length of the copy that saves bits here, or zero."""
        if source is None or at + SHORTEST_COPY > len(text):
            return 0
        length = SHORTEST_COPY
        while at + length < len(text) and text[source + length] == text[at + length]:
            length += 1
        plain, end = 0, at
        while end < at + length:
            word = self.word_at(text, end)
            plain += self.cost(word)
            end += len(word)
        copy = self.cost(COPIES[min(length - SHORTEST_COPY, 15)]) + distance_bits(at - source, at)
        return length if plain > copy else 0


def distance_bits(distance, n_written):
    near = n_written // 8 + 1
    return 1 + math.log2(near if distance <= near else n_written - near)


def count(code, counted):
    """How often each symbol comes up, and the bits of all distances."""
    counts, far = collections.Counter(), 0
    for text, weight in counted:
        tokens, distances = code.split(text)
        for token, n in collections.Counter(tokens).items():
            counts[token] += n * weight
        far += sum(distances) * weight
    return counts, far


def estimate(counts):
    total = sum(counts.values())
    return {token: -math.log2(n / total) for token, n in counts.items() if n}


def choose(counted, n_words, refused):
    """The words that save most: several times, count what a code with too many makes of the texts, and drop the least."""
    counts = collections.Counter()
    for text, weight in counted:
        for char, n in collections.Counter(text).items():
            counts[char] += n * weight
    counts.update({END: len(counted), RAW: len(counted), **{copy: len(counted) for copy in COPIES}})
    singles = estimate(counts)
    bits = dict(singles)
    for word in candidates(counted, n_words * 8, refused) + PHRASES:
        bits[word] = 13
    for share in (5, 3, 2, 1.5, 1.2, 1.08, 1, 1):
        counts, _ = count(Code(bits), counted)
        known = estimate(counts)
        saved = {}
        for word in bits:
            if len(word) > 1:
                spelt = sum(singles.get(char, 20) for char in word)
                saved[word] = counts[word] * max(0, spelt * 0.85 - known.get(word, 14)) if word not in PHRASES else math.inf
        kept = heapq.nlargest(int(n_words * share), saved, key=lambda word: (saved[word], word))
        bits = {char: known.get(char, 15) for char in singles}
        bits.update({word: known.get(word, 14) for word in kept})
        print(f"{len(kept)} words", file=sys.stderr)
    return bits


def common_chars():
    """The 3,755 characters of the first level of GB 2312, by code: what a Chinese text is sure to draw from."""
    codes = [bytes([row, cell]) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF)]
    return {code.decode("gb2312", "ignore") for code in codes} - {""}


def singles(counts):
    """Single characters of the table: all common ones, what the form of pages needs, and others that come up."""
    known = common_chars() | {chr(n) for n in range(0x20, 0x7F)} | {*SEPARATORS, END, RAW, *COPIES}
    known |= set("，。、；：？！“”‘’（）《》〈〉【】〔〕—…·％－～×→①②③④⑤⑥⑦⑧⑨⑩℃㎡")
    common = {char for char, n in counts.items() if len(char) == 1 and n >= 8 and (ord(char) < 0xE000 or ord(char) in range(0xFF00, 0xFFF0))}
    return known | common


def folded_chars(path):
    """Characters that folding makes others of. They stay out, so that a reader knows without a list that the others have no form."""
    return {line[0] for line in Path(path).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"}


def limited_lengths(weights):
    """Lengths of a Huffman code of at most MAX_BITS bits (package-merge)."""
    leaves = sorted((weight, token) for token, weight in weights.items())
    level = []
    for _ in range(MAX_BITS):
        pairs = [(a[0] + b[0], (a, b)) for a, b in zip(level[::2], level[1::2])]
        level = list(heapq.merge(leaves, pairs, key=lambda item: item[0]))
    lengths = collections.Counter()
    stack = level[: 2 * len(leaves) - 2]
    while stack:
        _, inside = stack.pop()
        if isinstance(inside, tuple):
            stack += inside
        else:
            lengths[inside] += 1
    return lengths


def escaped(token):
    return "".join(f"\\{ord(char):02x}" if char in " \\" or ord(char) < 0x20 else char for char in token)


def write(path, lengths):
    lines = []
    for bits in range(1, MAX_BITS + 1):
        tokens = sorted((token for token, n in lengths.items() if n == bits), key=lambda token: (len(token) > 1, token))
        for at in range(0, len(tokens), 40):
            lines.append(" ".join([str(bits), *map(escaped, tokens[at : at + 40])]))
    Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    folded, refused, out, n_words, n_chars, *places = sys.argv[1:]
    refused = re.compile("|".join(Path(refused).read_text(encoding="utf-8").split()))
    counted = gather(places, int(n_chars))
    bits = choose(counted, int(n_words), refused)
    counts, far = count(Code(bits), counted)
    known = singles(counts) - folded_chars(folded)
    tokens = known | {token for token in bits if len(token) > 1 and known.issuperset(token)}
    least = dict.fromkeys(PHRASES, FEWEST_TEXTS)
    lengths = limited_lengths({token: max(counts[token], least.get(token, LEAST_COUNT)) for token in tokens})
    write(out, lengths)
    coded = sum(n * lengths.get(token, lengths[RAW] + 16) for token, n in counts.items())
    n = sum(len(text) * weight for text, weight in counted)
    print(f"{len(known)} singles, {len(tokens) - len(known)} words, {(coded + far) / n:.3f} bits a character", file=sys.stderr)


main()
