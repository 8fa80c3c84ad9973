#!/usr/bin/env python3
"""Computes every figure of open/metrics/*.csv once more, from the ledgers alone, and compares.

    recompute.py SITE OUTPUT

Nothing of yuandi's code is used: the ledgers are read by site.py, joined in Python, and summed by Python's own SQLite. What is held
back is judged, too: no slice over fewer than k persons is published, and no held-back slice is a sum and difference of published ones.
"""

import csv
import itertools
import pathlib
import re
import sqlite3
import sys

from site_sources import Site, read_toml

#: A prime beyond any coefficient that comes up: what is no combination modulo it is none of fractions either.
PRIME = (1 << 61) - 1

#: Elimination over single rows takes the cube of their number.
N_ROWS_TOGETHER = 400

KEYWORDS = set("and or not in is null like between case when then else end filter where distinct as cast collate true false".split())
TOKEN = re.compile(r"'(?:[^']|'')*'|\"[^\"]+\"|\[[^\]]+\]|\d+(?:\.\d+)?|[^\W\d][\w.]*|[<>=!]=|<>|\|\||\S", re.UNICODE)


class Metric:
    """A metric of data/metrics.toml over the rows of its relation."""

    def __init__(self, site, name, definition, academic_year_starts):
        self.site, self.name, self.definition = site, name, definition
        self.relation = definition["from"]
        self.starts = academic_year_starts
        self.time = self.path(definition["time"]) if "time" in definition else None
        self.columns = {}
        self.value = self.rewrite(definition["value"])
        self.where = self.rewrite(definition["where"]) if "where" in definition else "1"
        self.dimensions = [self.path(one) for one in definition.get("by", [])]
        self.periods = definition.get("periods", ["month", "quarter", "year", "academic_year"]) if self.time else []

    def path(self, written):
        """The references that lead to a name, and its column."""
        if written.startswith(self.relation + "."):
            written = written[len(self.relation) + 1 :]
        own = self.site.schemas[self.relation]["columns"]
        if written in own:
            return (written,)
        level = [((), self.relation)]
        for _ in range(3):
            level = [(way + (name,), target) for way, at in level for name, target in self.references(at)]
            found = [way + (name,) for way, at in level for name in self.site.schemas[at]["columns"]]
            named = [one for one in found if ".".join(one) == written or one[-1] == written]
            if named:
                assert len(named) == 1, f"{self.name}: {written} may be {named}"
                return named[0]
        raise KeyError(f"{self.name}: {written}")

    def references(self, relation):
        for name, definition in self.site.schemas[relation]["columns"].items():
            target = self.site.target(definition)
            if target and not definition.get("list"):
                yield name, target

    def rewrite(self, formula):
        """A formula with the names of its columns in the table that is made for it."""
        tokens = TOKEN.findall(formula)
        written = []
        for token, following in itertools.zip_longest(tokens, tokens[1:]):
            plain = token.strip('"[]')
            is_name = token[0] in '"[' or token[0].isalpha() or token[0] == "_"
            if not is_name or plain.lower() in KEYWORDS or (following == "(" and token[0] not in '"['):
                written.append(token)
            else:
                written.append(self.columns.setdefault(self.path(plain), f"c{len(self.columns)}"))
        return " ".join(written)

    def follow(self, row, path):
        """The value at the end of a path; None where a reference leads nowhere."""
        day = self.day(row) if path != self.time else None
        at = self.relation
        for idx, step in enumerate(path):
            if at == "members" and step == "branch" and self.site.rows.get("memberships"):
                value = self.branch_on(row, day)
            else:
                value = row.get(step)
            if idx + 1 == len(path):
                return value
            at = self.site.target(self.site.schemas[at]["columns"][step])
            row = self.by_key(at).get(value)
            if row is None:
                return None
        return None

    def day(self, row):
        value = self.follow(row, self.time) if self.time else None
        return value[:10] if value else self.site.as_of

    def branch_on(self, member, day):
        stretches = [one for one in self.site.rows["memberships"] if one["member"] == member["id"]]
        if not stretches:
            return member["branch"]
        holds = [one for one in stretches if one["from"] <= day and (one["to"] is None or one["to"] >= day)]
        return max(holds, key=lambda one: one["from"])["branch"] if holds else None

    def by_key(self, relation):
        cache = self.site.__dict__.setdefault("cache", {})
        if relation not in cache:
            column = self.site.key_column(relation)
            cache[relation] = {row[column]: row for row in self.site.rows[relation]}
        return cache[relation]

    def compute(self):
        """By slice (values of the dimensions, kind of period, period): how many rows count, value, classes of rows, persons, rows."""
        database = sqlite3.connect(":memory:")
        database.create_function("as_of", 0, lambda: self.site.as_of)
        database.create_function("has", 2, lambda items, word: int(items is not None and word in items.split(";")))
        names = list(self.columns.values())
        database.execute(f"create table r (id integer primary key{''.join(', ' + name for name in names)})")
        rows = self.site.rows.get(self.relation, [])
        for idx, row in enumerate(rows):
            values = [flat(self.follow(row, path)) for path in self.columns]
            database.execute(f"insert into r values ({', '.join('?' * (len(values) + 1))})", [idx, *values])
        counting = [idx for (idx,) in database.execute(f"select id from r where {self.where}")]
        keys, cells, persons = {}, {}, {}
        for idx in counting:
            dimensions = [self.values(rows[idx], path) for path in self.dimensions]
            day = self.follow(rows[idx], self.time) if self.time else None
            month = day[:7] if day else None
            cell = (tuple(map(tuple, dimensions)), month)
            person = self.person(rows[idx])
            for values in itertools.product(*[["", *one] for one in dimensions]):
                for period in [("all", ""), *self.periods_of(month)]:
                    key = (*values, *period)
                    keys.setdefault(key, []).append(idx)
                    cells.setdefault(key, set()).add(cell)
                    persons.setdefault(key, set()).add(person)
        numbered = {key: number for number, key in enumerate(keys)}
        database.execute("create table pick (slice integer, id integer)")
        pairs = ((numbered[key], idx) for key, idxs in keys.items() for idx in idxs)
        database.executemany("insert into pick values (?, ?)", pairs)
        query = f"select slice, count(*), {self.value} from pick join r using (id) group by slice"
        by_number = {number: (n, value) for number, n, value in database.execute(query)}
        return {key: (*by_number[number], cells[key], persons[key], keys[key]) for key, number in numbered.items()}

    def values(self, row, path):
        value = self.follow(row, path)
        if value is None:
            return []
        return [str(one) for one in dict.fromkeys(value)] if isinstance(value, list) else [str(value)]

    def periods_of(self, month):
        if month is None:
            return
        year, number = int(month[:4]), int(month[5:])
        first = year if number >= self.starts else year - 1
        written = {
            "month": month,
            "quarter": f"{year:04}-Q{(number - 1) // 3 + 1}",
            "year": f"{year:04}",
            "academic_year": f"{first:04}-{first + 1:04}",
        }
        for kind in self.periods:
            yield kind, written[kind]

    def person(self, row):
        """Who a row is about; None where it is about nobody."""
        for name, definition in self.site.schemas[self.relation]["columns"].items():
            if definition.get("sensitivity") == "personal":
                return row.get(name)
        return None

    def is_about_persons(self):
        columns = self.site.schemas[self.relation]["columns"].values()
        return any(one.get("sensitivity") == "personal" for one in columns)


def flat(value):
    return ";".join(map(str, value)) if isinstance(value, list) else value


class Span:
    """The combinations of vectors, each a set of cells, by elimination over the numbers modulo a prime."""

    def __init__(self):
        self.rows = {}

    def reduce(self, cells):
        rest = dict.fromkeys(cells, 1)
        done = {}
        while rest:
            pivot = min(rest)
            factor = rest.pop(pivot)
            row = self.rows.get(pivot)
            if row is None:
                done[pivot] = factor
                continue
            for cell, value in row.items():
                if cell != pivot:
                    left = (rest.get(cell, 0) - factor * value) % PRIME
                    if left:
                        rest[cell] = left
                    else:
                        rest.pop(cell, None)
        return done

    def add(self, cells):
        rest = self.reduce(cells)
        if rest:
            pivot = min(rest)
            inverse = pow(rest[pivot], -1, PRIME)
            self.rows[pivot] = {cell: value * inverse % PRIME for cell, value in rest.items()}

    def holds(self, cells):
        return not self.reduce(cells)


def read_published(path, n_dimensions):
    with path.open(encoding="utf-8-sig", newline="") as file:
        for line in csv.reader(file):
            if line[n_dimensions] != "period_kind":
                yield tuple(line[: n_dimensions + 2]), *line[n_dimensions + 2 :]


def differs(published, computed):
    return abs(published - computed) > 1e-9 * max(1.0, abs(computed))


def check_values(metric, computed, published, faults):
    n_checked, n_held = 0, 0
    frozen = {(row["metric"], row["period"]) for row in metric.site.rows.get("frozen", [])}
    for key, value, _unit, n, suppressed, as_of in published:
        if as_of != metric.site.as_of:
            faults.append(f"{metric.name} {key}: as of {as_of}")
        if suppressed == "true":
            n_held += 1
            if value or n:
                faults.append(f"{metric.name} {key}: held back, and yet {value!r} over {n!r} rows")
            continue
        n_checked += 1
        if (metric.name, key[-1]) in frozen and key not in computed:
            continue
        own_n, own = computed.get(key, (0, None))[:2]
        if own is None and own_n == 0 and "empty" in metric.definition:
            own = metric.definition["empty"]
        is_same = (value == "") == (own is None) and (own is None or not differs(float(value), own))
        if not is_same or int(n) != own_n:
            faults.append(f"{metric.name} {key}: published {value!r} over {n} rows, computed {own!r} over {own_n}")
    missing = set(computed) - {row[0] for row in published}
    faults.extend(f"{metric.name} {key}: not published" for key in sorted(missing))
    return n_checked, n_held


def check_privacy(metric, computed, published, k, faults):
    held = [row[0] for row in published if row[4] == "true"]
    if not metric.is_about_persons() or metric.definition.get("sensitivity") == "public":
        faults.extend(f"{metric.name} {key}: held back without a reason" for key in held)
        return
    span, numbers = Span(), {}
    shown = [row[0] for row in published if row[4] != "true" and row[0] in computed]
    for key in sorted(shown, key=lambda one: len(computed[one][2])):
        _, _, cells, persons, _ = computed[key]
        if len(persons) < k:
            faults.append(f"{metric.name} {key}: published over {len(persons)} persons")
        span.add(numbers.setdefault(cell, len(numbers)) for cell in cells)
    for key in held:
        cells = [numbers.setdefault(cell, len(numbers)) for cell in computed[key][2]] if key in computed else []
        if cells and span.holds(cells):
            faults.append(f"{metric.name} {key}: held back, and yet the published ones give it away")


def check_together(counted, k, faults):
    """Metrics that count the same rows publish the same numbers of rows: the number of rows over fewer than k persons is in
    none of them, nor a sum and difference of what all of them publish."""
    for together in counted.values():
        span = Span()
        for _, computed, published in together:
            for row in published:
                if row[4] != "true" and row[0] in computed:
                    span.add(computed[row[0]][4])
        for metric, computed, published in together:
            for row in published:
                is_small = row[4] == "true" and row[0] in computed and len(computed[row[0]][3]) < k
                if is_small and span.holds(computed[row[0]][4]):
                    faults.append(f"{metric.name} {row[0]}: held back, and yet metrics over the same rows give it away")


def check(root, output, as_of):
    site = Site(root, as_of)
    definitions = read_toml(site.root / "data/metrics.toml")
    starts = definitions.get("settings", {}).get("academic_year_starts", 9)
    k = site.settings.get("privacy", {}).get("k", 5)
    faults, totals, counted = [], [0, 0, 0], {}
    for name, definition in definitions.get("metric", {}).items():
        if definition["from"] not in site.rows:
            continue
        metric = Metric(site, name, definition, starts)
        path = pathlib.Path(output) / "open/metrics" / f"{name}.csv"
        if not path.exists():
            faults.append(f"{name}: no file")
            continue
        computed = metric.compute()
        published = list(read_published(path, len(metric.dimensions)))
        n_checked, n_held = check_values(metric, computed, published, faults)
        check_privacy(metric, computed, published, k, faults)
        is_guarded = metric.is_about_persons() and definition.get("sensitivity") != "public"
        if is_guarded and len(site.rows[metric.relation]) <= N_ROWS_TOGETHER:
            counted.setdefault((metric.relation, definition.get("where")), []).append((metric, computed, published))
        totals = [total + n for total, n in zip(totals, (1, n_checked, n_held))]
    check_together(counted, k, faults)
    return totals, faults


def main():
    root, output = sys.argv[1:3]
    as_of = read_toml_as_of(output)
    (n_metrics, n_checked, n_held), faults = check(root, output, as_of)
    for fault in faults[:40]:
        print(fault, file=sys.stderr)
    print(f"{n_metrics} metrics: {n_checked} figures computed again, {n_held} held back, {len(faults)} faults")
    sys.exit(1 if faults or not n_metrics else 0)


def read_toml_as_of(output):
    import json

    return json.loads((pathlib.Path(output) / "manifest.json").read_text(encoding="utf-8"))["as_of"]


if __name__ == "__main__":
    main()
