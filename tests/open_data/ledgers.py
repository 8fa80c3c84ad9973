#!/usr/bin/env python3
"""Makes a site with random ledgers and random metrics over them; the same seed makes the same site.

    ledgers.py SEED DIR [LEDGERS]

Each ledger is a table of its own with its own metrics, so that one build judges many.
"""

import csv
import datetime
import pathlib
import random
import sys

KINDS = ["lecture", "reading", "visit", "service"]
TAGS = ["red", "blue", "green"]
ACTIVITY_KINDS = ["theme_day", "salon", "party_lesson", "volunteering"]
BRANCH_TYPES = ["teacher", "student", "staff"]

#: Formula and unit. Internal columns stand in sums and means only.
VALUES = [
    ("count(*)", "count"),
    ("sum(minutes)", "minutes"),
    ("sum(minutes) / 60.0", "hours"),
    ("avg(minutes)", "minutes"),
    ("1.0 * sum(ok) / count(*)", "percent"),
    ("1.0 * count(*) filter (where ok) / count(*)", "percent"),
    ("count(distinct member)", "persons"),
    ("1.0 * count(distinct member) filter (where ok) / count(distinct member)", "percent"),
    ("sum(score)", "score"),
    ("max(score) - min(score)", "score"),
    ("sum(minutes) / nullif(sum(score), 0)", "score"),
    ("sum(score * score) - sum(score)", "score"),
    ("1.0 * count(*) filter (where score > 3) / nullif(count(*) filter (where score <= 3), 0)", "ratio"),
]
CONDITIONS = [
    None, None, None, "ok", "not ok", "kind = 'lecture'", "kind in ('reading', 'visit')", "score >= 2 and score < 5",
    "has(tags, 'red')", "activity.kind = 'theme_day'", "member.branch.type = 'teacher'", "date <= as_of()", "tags is not null",
    "kind is null or kind <> 'visit'",
]
DIMENSIONS = [[], ["branch"], ["kind"], ["tags"], ["branch", "kind"], ["activity.kind"], ["member.branch.type"], ["branch", "tags"]]
TIMES = ["date", "date", "date", "activity.date", None]


def make(seed, root, n_ledgers):
    dice = random.Random(seed)
    (root / "data").mkdir(parents=True)
    branches = [f"b{idx}" for idx in range(dice.randint(2, 6))]
    members = [f"p{idx:03}" for idx in range(dice.randint(6, 60))]
    activities = write_activities(dice, root, branches)
    write_table(root, "branches", ["id", "name", "type"], [[one, f"branch {one}", dice.choice(BRANCH_TYPES)] for one in branches])
    rows = [[one, f"person {one}", maybe(dice, dice.choice(branches), 0.05)] for one in members]
    write_table(root, "members", ["id", "name", "branch"], rows)
    if dice.random() < 0.4:
        write_memberships(dice, root, members, branches)
    tables, metrics = [], ["[settings]", f"academic_year_starts = {dice.choice([9, 9, 8, 2])}", ""]
    for number in range(1, n_ledgers + 1):
        name = f"ledger_{number}"
        tables.append(declaration(name))
        write_table(root, name, LEDGER, ledger(dice, members, activities))
        for idx in range(dice.randint(2, 4)):
            metrics += metric(dice, name, idx)
    (root / "data/tables.toml").write_text("\n".join(tables))
    (root / "data/metrics.toml").write_text("\n".join(metrics))
    (root / "data/person-key.txt").write_text(f"{seed:064x}\n")
    settings = f'[site]\ntitle = "ledgers"\norg = "test"\nlanguage = "en"\n\n[privacy]\nk = {dice.choice([2, 3, 5])}\n'
    (root / "site.toml").write_text(settings)


LEDGER = ["member", "date", "kind", "minutes", "ok", "score", "tags", "activity"]


def declaration(name):
    return f"""[{name}]
label = "{name}"
[{name}.columns]
member = {{ references = "members", required = true, sensitivity = "personal" }}
date = {{ type = "date", sensitivity = "public" }}
kind = {{ enum = {KINDS}, sensitivity = "public" }}
minutes = {{ type = "number", unit = "minutes", sensitivity = "internal" }}
ok = {{ type = "bool", required = true, sensitivity = "public" }}
score = {{ type = "integer", sensitivity = "public" }}
tags = {{ enum = {TAGS}, list = true, sensitivity = "public" }}
activity = {{ references = "activity", sensitivity = "public" }}
"""


def ledger(dice, members, activities):
    """Few or many persons, months and kinds, so that some slices are small."""
    some = dice.sample(members, dice.randint(min(2, len(members)), len(members)))
    kinds = dice.sample(KINDS, dice.randint(1, len(KINDS)))
    start = datetime.date(2024, 1, 1) + datetime.timedelta(dice.randint(0, 400))
    span = dice.choice([20, 90, 400])
    rows = []
    for idx in range(dice.randint(5, 160)):
        day = start + datetime.timedelta(dice.randint(0, span))
        tags = dice.sample(TAGS, dice.choice([0, 1, 1, 2]))
        minutes = dice.choice([f"{dice.randint(0, 90)}", f"{dice.randint(1, 900) / 10:.1f}"])
        rows.append([
            dice.choice(some), maybe(dice, day.isoformat(), 0.03), maybe(dice, dice.choice(kinds), 0.05), maybe(dice, minutes, 0.1),
            dice.choice(["true", "true", "false"]), maybe(dice, dice.randint(0, 6), 0.05), ";".join(tags),
            maybe(dice, dice.choice(activities), 0.2),
        ])
    # The same row twice would be a finding of its own.
    return [list(row) for row in dict.fromkeys(map(tuple, rows))]


def metric(dice, table, idx):
    value, unit = dice.choice(VALUES)
    condition, time = dice.choice(CONDITIONS), dice.choice(TIMES)
    lines = [f"[metric.{table}_{idx}]", f'title = "{table} {idx}"', 'definition = "a random metric"', f'unit = "{unit}"', f'from = "{table}"']
    lines += [f'value = "{value}"', f"by = {dice.choice(DIMENSIONS)}", f"decimals = {dice.randint(0, 2)}"]
    if condition:
        lines.append(f'where = "{condition}"')
    if time:
        lines.append(f'time = "{time}"')
        if dice.random() < 0.3:
            lines.append(f"periods = {dice.sample(['month', 'quarter', 'year', 'academic_year'], dice.randint(1, 3))}")
    if dice.random() < 0.4:
        lines += ['sensitivity = "public"', 'reason = "a test"']
    return [*lines, ""]


def write_activities(dice, root, branches):
    folder = root / "content/activities"
    folder.mkdir(parents=True)
    names = []
    for idx in range(dice.randint(3, 8)):
        day = datetime.date(2024, 1, 1) + datetime.timedelta(dice.randint(0, 700))
        some = dice.sample(branches, dice.randint(1, min(3, len(branches))))
        head = f'title = "activity {idx}"\nkind = "{dice.choice(ACTIVITY_KINDS)}"\ndate = {day}\nstart = {day}\nmode = "onsite"\nbranches = {some}\n'
        (folder / f"a{idx}.md").write_text(f"+++\n{head}+++\nA text.\n")
        names.append(f"a{idx}")
    return names


def write_memberships(dice, root, members, branches):
    rows = []
    for member in dice.sample(members, len(members) // 2):
        change = datetime.date(2024, 1, 1) + datetime.timedelta(dice.randint(0, 500))
        rows.append([member, dice.choice(branches), "2023-01-01", (change - datetime.timedelta(1)).isoformat()])
        if dice.random() < 0.8:
            rows.append([member, dice.choice(branches), change.isoformat(), ""])
    write_table(root, "memberships", ["member", "branch", "from", "to"], rows)


def maybe(dice, value, missing):
    return "" if dice.random() < missing else value


def write_table(root, name, heads, rows):
    with (root / "data" / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heads, *rows])


if __name__ == "__main__":
    make(int(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 10)
