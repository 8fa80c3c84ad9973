"""The sources of a site to relations of plain Python values, read without any code of yuandi.

What a table may hold is read from the schemas that yuandi ships and from the site's own data/tables.toml: these are definitions,
not computations. Everything else (cells, references, front matter, words of the vocabulary) is understood here once more.
"""

import csv
import datetime
import pathlib
import re
import tomllib

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
TABLES = REPOSITORY / "src/model/table/defaults.toml"
ENTRIES = REPOSITORY / "src/metrics/relation/entries.toml"
WORDS = REPOSITORY / "src/model/vocabulary.toml"

FOLDERS = {
    "activities": "activities",
    "role-models": "role_models",
    "resources": "resources",
    "news": "news",
    "notices": "notices",
}
KIND_RELATIONS = {"activity": "activities", "resource": "resources", "role_model": "role_models", "news": "news", "notice": "notices"}


class Site:
    """Relations by name; each row is a dictionary from column to value."""

    def __init__(self, root, as_of):
        self.root = pathlib.Path(root)
        self.as_of = as_of
        self.settings = read_toml(self.root / "site.toml")
        self.words = read_words(self.root)
        self.schemas = read_schemas(self.root)
        self.rows = {}
        self.read_tables()
        self.read_entries()
        self.resolve_references()

    def read_tables(self):
        for path in sorted((self.root / "data").glob("*.csv")):
            name = self.table_of(path.stem)
            if name is None:
                continue
            columns = self.schemas[name]["columns"]
            with path.open(encoding="utf-8-sig", newline="") as file:
                lines = [line for line in csv.reader(file) if any(cell.strip() for cell in line)]
            heads = [column_of(columns, head) for head in lines[0]]
            rows = self.rows.setdefault(name, [])
            for line in lines[1:]:
                row = dict.fromkeys(columns)
                for head, cell in zip(heads, line):
                    if head is not None:
                        row[head] = self.value(columns[head], cell.strip())
                rows.append(row)

    def table_of(self, stem):
        for name, schema in self.schemas.items():
            if schema["is_table"] and key(stem) in [key(one) for one in [name, schema["label"], *schema["aliases"]]]:
                return name
        return None

    def value(self, column, cell):
        """A cell in normal form; None for nothing."""
        if cell == "":
            return None
        if column.get("list"):
            items = [self.value({**column, "list": False}, item.strip()) for item in re.split("[;；、]", cell) if item.strip()]
            return items or None
        kind = column.get("type", "text")
        if kind == "bool":
            return 1 if cell in ("true", "TRUE", "1", "是", "√", "有", "已完成") else 0
        if kind == "date":
            return date_of(cell)
        if kind == "integer":
            return int(number_of(cell))
        if kind == "number":
            if cell.endswith(("%", "％")):
                return float(number_of(cell[:-1])) / 100
            return float(number_of(cell))
        if isinstance(column.get("enum"), str):
            return self.word(column["enum"], cell)
        # What tells rows apart is the same in full-width characters.
        is_id = (column.get("key") or column.get("unique")) and "references" not in column
        return narrow(cell) if is_id else cell

    def word(self, group, written):
        known = self.words.get(group, {})
        for word, names in known.items():
            if written == word or written in names:
                return word
        return written

    def read_entries(self):
        for folder, name in FOLDERS.items():
            rows = []
            base = self.root / "content" / folder
            for path in sorted(base.rglob("*.md")) if base.is_dir() else []:
                fields = front_matter(path.read_text(encoding="utf-8-sig"))
                if self.is_published(fields):
                    rows.append(self.entry(name, path, fields))
            self.rows[name] = rows

    def is_published(self, fields):
        if fields.get("draft") is True:
            return False
        publish_at, expires_at = day_of(fields.get("publish_at")), day_of(fields.get("expires_at"))
        return not (publish_at and publish_at > self.as_of) and not (expires_at and expires_at < self.as_of)

    def entry(self, name, path, fields):
        columns = self.schemas[name]["columns"]
        row = dict.fromkeys(columns)
        for column, definition in columns.items():
            written = fields.get(column)
            if written is None:
                continue
            if definition.get("list"):
                written = written if isinstance(written, list) else [written]
                row[column] = [self.value({**definition, "list": False}, str(one)) for one in written] or None
            elif definition.get("type") == "date":
                row[column] = day_of(written)
            elif isinstance(written, (int, float)) and not isinstance(written, bool):
                row[column] = written
            elif isinstance(written, (str, datetime.date)):
                row[column] = self.value(definition, str(written))
        row["id"] = path.parent.name if path.stem == "index" else path.stem
        if name == "activities":
            self.activity(row, fields)
        return row

    def activity(self, row, fields):
        start, end = moment_of(fields.get("start")), moment_of(fields.get("end"), fields.get("start"))
        day = (start or "")[:10] or row.get("date")
        # The day that an activity is about is that of its start, unless it says another.
        row["date"] = row.get("date") or day
        row["minutes"] = None
        if start and end and "T" in start and "T" in end:
            span = datetime.datetime.fromisoformat(end) - datetime.datetime.fromisoformat(start)
            row["minutes"] = int(span.total_seconds() // 60) if span.total_seconds() >= 0 else None
        if row.get("status") is None:
            row["status"] = "held" if day <= self.as_of else "planned"
        feedback = fields.get("feedback") or {}
        row["feedback_n"], row["feedback_mean"] = feedback.get("n"), feedback.get("mean")

    def resolve_references(self):
        """A reference may write the name of what it means; here it becomes the key."""
        for name, rows in self.rows.items():
            for column, definition in self.schemas[name]["columns"].items():
                target = self.target(definition)
                if target is None:
                    continue
                by_name = self.keys_by_name(target)
                for row in rows:
                    written = row.get(column)
                    if isinstance(written, list):
                        row[column] = [by_name.get(one, one) for one in written]
                    elif written is not None:
                        row[column] = by_name.get(written, written)

    def target(self, definition):
        """The relation to which a column refers, if the site has it."""
        name = definition.get("references")
        name = KIND_RELATIONS.get(name, name)
        return name if name in self.rows else None

    def key_column(self, name):
        return next((column for column, definition in self.schemas[name]["columns"].items() if definition.get("key")), None)

    def keys_by_name(self, name):
        column, key_column = self.schemas[name]["name_column"], self.key_column(name)
        if column is None or key_column is None or not self.schemas[name]["is_table"]:
            return {}
        keys = {row[key_column] for row in self.rows[name]}
        return {row[column]: row[key_column] for row in self.rows[name] if row[column] not in keys}


def read_toml(path):
    return tomllib.loads(path.read_text(encoding="utf-8-sig")) if path.exists() else {}


def read_words(root):
    words = {group: dict(names) for group, names in read_toml(WORDS).items() if isinstance(names, dict)}
    for group, names in read_toml(root / "data/vocabulary.toml").items():
        if isinstance(names, dict):
            words.setdefault(group, {}).update(names)
    listed = {}
    for group, names in words.items():
        listed[group] = {word: [name] if isinstance(name, str) else name for word, name in names.items() if name is not False}
    return listed


def read_schemas(root):
    schemas = {}
    for path, is_table in [(TABLES, True), (ENTRIES, False), (root / "data/tables.toml", True)]:
        for name, written in read_toml(path).items():
            schema = schemas.setdefault(name, {"label": name, "aliases": [], "columns": {}, "name_column": None, "is_table": is_table})
            schema["label"] = written.get("label", schema["label"])
            schema["aliases"] = schema["aliases"] + written.get("aliases", [])
            schema["name_column"] = written.get("name_column", schema["name_column"])
            for column, definition in written.get("columns", {}).items():
                schema["columns"][column] = {**schema["columns"].get(column, {}), **definition}
    return schemas


def key(heading):
    return re.sub(r"[\s*:：]", "", heading.replace("（", "(").replace("）", ")")).lower()


def column_of(columns, heading):
    for name, definition in columns.items():
        if key(heading) in [key(one) for one in [name, definition.get("label", name), *definition.get("aliases", [])]]:
            return name
    return None


def narrow(text):
    return "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else {"\u3000": " ", "\u2212": "-"}.get(c, c) for c in text)


def number_of(cell):
    return narrow(cell).replace(",", "")


def date_of(cell):
    match = re.fullmatch(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?", cell) or re.fullmatch(r"(\d{4})(\d{2})(\d{2})", cell)
    year, month, day = match.groups()
    return f"{int(year):04}-{int(month):02}-{int(day):02}"


def day_of(written):
    if written is None:
        return None
    if isinstance(written, datetime.datetime):
        return written.date().isoformat()
    return written.isoformat() if isinstance(written, datetime.date) else date_of(str(written)[:10].strip())


def moment_of(written, start=None):
    """A moment as `2025-04-08T12:30`, a day as `2025-04-08`; a time alone is on the day of the start."""
    if written is None:
        return None
    if isinstance(written, datetime.datetime):
        return written.strftime("%Y-%m-%dT%H:%M")
    if isinstance(written, datetime.time):
        return f"{day_of(start)}T{written.strftime('%H:%M')}"
    if isinstance(written, datetime.date):
        return written.isoformat()
    match = re.fullmatch(r"(?:(\d{4}-\d{2}-\d{2})[T ])?(\d{1,2}):(\d{2})(?::\d{2})?", str(written))
    if match:
        day, hour, minute = match.groups()
        return f"{day or moment_of(start)[:10]}T{int(hour):02}:{minute}"
    return day_of(written)


def front_matter(text):
    lines = text.splitlines()
    fence = lines[0].strip() if lines else ""
    if fence not in ("+++", "---"):
        return {}
    end = next(idx for idx, line in enumerate(lines[1:], 1) if line.strip() == fence)
    head = "\n".join(lines[1:end])
    return tomllib.loads(head) if fence == "+++" else simple_yaml(head)


def simple_yaml(text):
    """YAML as people write it at the head of a text: keys with words, lists and one level of keys below."""
    fields, current = {}, None
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line[0] in " \t-" and current is not None:
            item = line.strip()
            if item.startswith("- "):
                if not isinstance(fields[current], list):
                    fields[current] = []
                fields[current].append(yaml_value(item[2:].strip()))
            elif ":" in item:
                if not isinstance(fields[current], dict):
                    fields[current] = {}
                name, value = item.split(":", 1)
                fields[current][name.strip()] = yaml_value(value.strip())
            continue
        name, value = line.split(":", 1)
        current = name.strip()
        fields[current] = yaml_value(value.strip())
    return fields


def yaml_value(text):
    if text == "":
        return None
    if text[0] == "[":
        return [yaml_value(one.strip()) for one in text.strip("[]").split(",") if one.strip()]
    if text[0] == "{":
        pairs = [pair.split(":", 1) for pair in text.strip("{}").split(",") if ":" in pair]
        return {name.strip(): yaml_value(value.strip()) for name, value in pairs}
    if text[0] in "\"'":
        return text[1:-1]
    if text in ("true", "false"):
        return text == "true"
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    if re.fullmatch(r"-?\d+\.\d+", text):
        return float(text)
    return text
