"""Counts public Chinese prose and writes the table of `src/search/words.txt`: which words the index's texts are written with, and
in how many bits each.

    python3 benches/words.py OUT N_WORDS N_CHARS FOLDER[=SHARE]...

Each folder (or file) holds .md, .toml or .jsonl (one object a line, with title `t`, day `d`, text `b`); from each the script takes
N_CHARS characters, times its share. The same input gives the same table. No text goes into the table but words that are common.
"""

import collections
import heapq
import json
import math
import random
import re
import sys
from pathlib import Path

# What the code means by characters that no text has.
END, RAW = "\0", "\x0e"
COPIES = [chr(0x10 + n) for n in range(16)]
SHORTEST, LONGEST_CODED = 3, 18
SEPARATORS = "\x01\x02\x03\x04\x05\n"
MAX_BITS = 15
LONGEST_WORD = 8
# In bits: of a distance, until it is known better.
HAN = re.compile("[\u4e00-\u9fff]")

# Names of persons and media are no business of a table that every site carries; established phrases are.
PHRASES = ["习近平新时代中国特色社会主义思想", "全心全意为人民服务", "毛泽东思想", "邓小平理论", "马克思主义", "马克思列宁主义"]
REFUSED = re.compile(
    "习近平|近平|克强|李克|栗战|王沪|汪洋|赵乐|韩正|王岐|李强|丁薛|蔡奇|李希|王毅|普京|特朗普|拜登|泽连|蓬佩奥|马克龙|安倍|岸田|"
    "央视|新闻联播|新华|人民日报|求是|记者|CCTV|LCTT|linux.cn|编译|译者|校对|http|www|Linux|Ubuntu"
)


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


def clean(text):
    """Blocks, each ended by a line break."""
    lines = (re.sub(r"[\s\x00-\x1f]+", " ", line).strip() for line in text.split("\n"))
    return "".join(line + "\n" for line in lines if line)


def record(rng, title, body):
    """A page as the index writes it. Addresses and days are made up: what matters is their form."""
    year = rng.randint(2019, 2027)
    day = f"{year}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    section = rng.choice(["activities"] * 4 + ["news", "notices", "columns", "resources", "role-models", "branches"])
    syllables = "zhu ti dang ri xue xi hui yi ji zhi bu shi zhong xin li lun guo jia fa zhan gong zuo wei yuan tong theme day group open class report".split()
    slug = "-".join(rng.choice(syllables) for _ in range(rng.randint(1, 5)))
    path = f"{section}/{year}/{day}-{slug}/" if section == "activities" else f"{section}/{day}-{slug}/"
    branch = rng.choice(["", "", "", "数控党支部", "机关党支部", "教工党支部", "学生第一党支部", "电气学院党总支"])
    blocks = clean(body).split("\n")
    text = ""
    for number, block in enumerate(blocks[:-1]):
        is_heading = len(block) < 20 and not block.endswith(("。", "；", "：", "”"))
        text += f"\x03{block}\x04{rng.choice(syllables)}-{number}\x05" if is_heading else block + "\n"
    return f"{path}\x01{clean(title).strip()}\x01{day}\x01{branch}\x01\x01\x01{text[:6000]}"


def groups(records, size):
    """Several pages share a text."""
    return ["\x02".join(records[at : at + size]) for at in range(0, len(records), size)]


def gather(places, n_chars):
    """Texts to count, and the share of each that its folder is due."""
    rng = random.Random(1)
    texts = []
    for place in places:
        place, _, share = place.partition("=")
        records = [record(rng, title, body) for title, body in folder_texts(place) if body.strip()]
        rng.shuffle(records)
        wanted, taken = n_chars * float(share or 1), []
        while wanted > 0:
            for each in records:
                taken.append(each)
                wanted -= len(each)
                if wanted <= 0:
                    break
        texts += groups(taken, 4)
        print(place, len(records), sum(map(len, taken)), file=sys.stderr)
    return texts


def candidates(texts, n_wanted):
    """Runs of characters that come up often, as far as a word may be one."""
    counts = collections.Counter()
    for text in texts:
        for n in range(2, LONGEST_WORD + 1):
            # A text counts once: what it repeats, it copies.
            counts.update({text[at : at + n] for at in range(len(text) - n + 1)})
        if len(counts) > 6_000_000:
            counts = collections.Counter({run: n for run, n in counts.items() if n > 2})
    good = [(n * (len(run) - 0.8), run) for run, n in counts.items() if n > 5 and is_word(run)]
    return [run for _, run in heapq.nlargest(n_wanted, good)]


def is_word(run):
    inner = run.rstrip("\n")
    if REFUSED.search(run) or re.search("[\x01-\x05 ]|\n.", run) or not inner:
        return False
    if not HAN.search(inner):
        return bool(re.fullmatch(r"[a-z/-]{2,}|[，。：；、”“）（《》]+\n?|20[12][0-9]-?|-[01]", run))
    return not re.search(r"[0-9A-Za-z]", inner)


class Code:
    """Words by their first two characters, the longest first, with the bits of each."""

    def __init__(self, bits):
        self.bits = bits
        self.words = collections.defaultdict(list)
        for token in sorted(bits, key=lambda token: (-len(token), token)):
            if len(token) > 1:
                self.words[token[:2]].append(token)

    def word_at(self, text, at):
        for word in self.words.get(text[at : at + 2], ()):
            if text.startswith(word, at):
                return word
        return text[at]

    def cost(self, token):
        return self.bits.get(token) or self.bits.get(RAW, 12) + 16


def split(code, text):
    """A text as words and copies, as the program writes it: greedy, a copy where it is shorter."""
    tokens, distances, last = [], [], {}
    at = 0
    while at < len(text):
        word = code.word_at(text, at)
        key = text[at : at + SHORTEST]
        source = last.get(key)
        length = 0
        if source is not None and len(key) == SHORTEST:
            while at + length < len(text) and text[source + length] == text[at + length]:
                length += 1
            plain, end = 0, at
            while end < at + length:
                each = code.word_at(text, end)
                plain += code.cost(each)
                end += len(each)
            copy = code.cost(COPIES[min(length - SHORTEST, 15)]) + distance_bits(at - source, at)
            if plain <= copy:
                length = 0
        if length:
            tokens.append(COPIES[min(length - SHORTEST, 15)])
            distances.append((at - source, at, length))
        else:
            tokens.append(word)
            length = len(word)
        for each in range(at, at + length):
            last[text[each : each + SHORTEST]] = each
        at += length
    tokens.append(END)
    return tokens, distances


def distance_bits(_distance, n_written):
    return math.log2(n_written + 1)


def count(code, texts):
    counts, distances = collections.Counter(), []
    for text in texts:
        tokens, far = split(code, text)
        counts.update(tokens)
        distances += far
    return counts, distances


def estimate(counts):
    total = sum(counts.values())
    return {token: -math.log2(n / total) for token, n in counts.items() if n}


def choose(texts, n_words):
    """The words that save most, found by counting what a code of more words makes of the texts, several times."""
    counts = collections.Counter(char for text in texts for char in text)
    counts.update({END: len(texts), RAW: len(texts), **{copy: len(texts) for copy in COPIES}})
    singles = estimate(counts)
    bits = dict(singles)
    for word in candidates(texts, n_words * 6) + PHRASES:
        bits[word] = 13
    for share in (4, 2.4, 1.5, 1.15, 1, 1):
        counts, _ = count(Code(bits), texts)
        known = estimate(counts)
        spelt = lambda word: sum(singles.get(char, 20) for char in word)
        saved = {word: counts[word] * (spelt(word) * 0.8 - known.get(word, 20)) for word in bits if len(word) > 1}
        kept = heapq.nlargest(int(n_words * share), saved, key=lambda word: (saved[word], word))
        bits = {char: known.get(char, 16) for char in singles}
        bits.update({word: known.get(word, 16) for word in kept})
        print(len(kept), "words", sum(n * known[token] for token, n in counts.items()) / sum(map(len, texts)), file=sys.stderr)
    return [word for word in bits if len(word) > 1], bits


def common_chars():
    """The 3,755 characters of the first level of GB 2312, by code: what a Chinese text is sure to draw from."""
    chars = []
    for row in range(0xB0, 0xD8):
        for cell in range(0xA1, 0xFF):
            try:
                chars.append(bytes([row, cell]).decode("gb2312"))
            except UnicodeDecodeError:
                pass
    return chars


def singles_of(counts):
    """Single characters of the table: all common ones, what the structure needs, and others that come up."""
    known = set(common_chars()) | {chr(n) for n in range(0x20, 0x7F)} | set(SEPARATORS) | {END, RAW, *COPIES}
    known |= set("，。、；：？！“”‘’（）《》〈〉【】〔〕—…·％－～×→①②③④⑤⑥⑦⑧⑨⑩℃㎡")
    for char, n in counts.items():
        if len(char) == 1 and n >= 12 and ord(char) < 0x10000 and ord(char) not in range(0xE000, 0xF900):
            known.add(char)
    return known


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


def write(path, lengths, refused):
    lines = []
    for bits in range(1, MAX_BITS + 1):
        tokens = sorted((token for token, n in lengths.items() if n == bits), key=lambda token: (len(token) > 1, token))
        for at in range(0, len(tokens), 40):
            lines.append(" ".join([str(bits), *map(escaped, tokens[at : at + 40])]))
    Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    out, n_words, n_chars, *places = sys.argv[1:]
    texts = gather(places, int(n_chars))
    words, bits = choose(texts, int(n_words))
    counts, distances = count(Code(bits), texts)
    traditional = set(Path(__file__).with_name("traditional.txt").read_text()) if Path(__file__).with_name("traditional.txt").exists() else set()
    tokens = (singles_of(counts) - traditional) | {word for word in words if not set(word) & traditional}
    lengths = limited_lengths({token: max(counts[token], 0.4) for token in tokens})
    write(out, lengths, set())
    json.dump(distances, open("/tmp/tx/distances.json", "w"))
    n = sum(map(len, texts))
    coded = sum(counts[token] * lengths[token] for token in lengths)
    raw = sum(c * (lengths[RAW] + 16) for token, c in counts.items() if token not in lengths)
    far = sum(distance_bits(a, b) for a, b, _ in distances)
    print("bits/char", (coded + raw + far) / n, "tokens", len(tokens), "copies", len(distances), "raw", raw / n, "far", far / n)


main()
