"""Measures figures over large ledgers: a site of many rows is made, built cold, and built again after an edit of one text.

    benches/figures.py YUANDI WORK [ROWS]      ROWS of study records (default 1000000); everything else is in proportion

Prints wall and CPU seconds and memory of both builds, and compares the finest cells of one metric with the same SQL run by Python's
SQLite over the same rows, loaded beforehand.
"""

import csv
import datetime
import os
import random
import resource
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

FIRST = datetime.date(2023, 4, 1)
N_DAYS = 1095
KINDS = ["theme_day", "party_lesson", "general_meeting", "salon", "volunteering", "theory_study"]


def write_csv(path, header, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


def make(out, n_rows):
    """A site with study records, a fifth of it attendance, a fiftieth of it members, and 600 branches for a million."""
    rng = random.Random(n_rows)
    n_members, n_branches, n_attendance = max(n_rows // 50, 20), max(n_rows * 6 // 10_000, 3), n_rows // 5
    n_activities = max(n_attendance // 100, 5)
    day = lambda: (FIRST + datetime.timedelta(days=rng.randrange(N_DAYS))).isoformat()
    branches = [f"b{idx:03}" for idx in range(n_branches)]
    types = ["teacher", "student", "staff"]
    write_csv(out / "data/branches.csv", ["id", "name", "type"], [(id, f"第{id[1:]}党支部", rng.choice(types)) for id in branches])
    members = [f"m{idx:05}" for idx in range(n_members)]
    rows = [(id, f"党员{id[1:]}", rng.choice(branches), rng.choice(["full", "probationary"])) for id in members]
    write_csv(out / "data/members.csv", ["id", "name", "branch", "status"], rows)
    for idx in range(n_activities):
        date = day()
        text = (
            f"---\ntitle: 第{idx}次活动\ndate: {date}\nkind: {rng.choice(KINDS)}\nbranches: [{rng.choice(branches)}]\n"
            f"start: {date}\nmode: {rng.choice(['online', 'onsite'])}\nstatus: held\n---\n\n记录。\n"
        )
        path = out / f"content/activities/{idx // 500:02}/a{idx:05}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    pairs = {(f"a{rng.randrange(n_activities):05}", rng.choice(members)) for _ in range(n_attendance)}
    rows = [(a, m, rng.choice(["present", "present", "present", "absent", "on_leave"])) for a, m in sorted(pairs)]
    write_csv(out / "data/attendance.csv", ["activity", "member", "status"], rows)
    rows = (
        (rng.choice(members), day(), rng.choice(["online", "onsite"]), rng.randrange(1, 1200) / 10, rng.randrange(101), rng.choice("甲乙丙"))
        for _ in range(n_rows)
    )
    write_csv(out / "data/study_records.csv", ["member", "date", "mode", "minutes", "score", "source"], rows)
    for id, holder in (("member-2025", "member"), ("branch-2025", "branch")):
        path = out / f"data/points/{id}.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(RULES.format(id=id, holder=holder, holder_column={"member": "member", "branch": "member.branch"}[holder]), encoding="utf-8")
    (out / "data/person-key.txt").write_text("only-this-bench-knows-these-forty-characters\n", encoding="utf-8")
    (out / "data/metrics.toml").write_text(metrics(), encoding="utf-8")
    (out / "site.toml").write_text('[site]\ntitle = "测速"\norg = "示例学院"\nbase_url = "https://example.edu.cn/"\n', encoding="utf-8")
    note = out / "content/news/edited.md"
    note.parent.mkdir(parents=True, exist_ok=True)
    note.write_text("---\ntitle: 消息\ndate: 2026-03-01\n---\n\n第一稿。\n", encoding="utf-8")
    return note


RULES = """[ruleset]
id = "{id}"
title = "测速"
holder = "{holder}"
effective_from = 2025-01-01
effective_to = 2025-12-31
basis = "支部党员大会 2024-12-28 通过"

[[rule]]
id = "theme_day"
title = "参加主题党日"
holder = "{holder_column}"
from = "attendance"
where = "kind = 'theme_day' and status = 'present'"
points = "2"
once_per = ["activity"]
cap = {{ points = 24, per = "year" }}

[[rule]]
id = "study"
title = "学习"
holder = "{holder_column}"
from = "study_records"
where = "mode = 'online'"
points = "0.1"
cap = {{ points = 12, per = "year" }}

[[grade]]
name = "优秀"
min = 10
quota = "1/3"
"""


def metric(id, source, value, time, by, where=None, unit="count"):
    lines = [f"[metric.{id}]", f'title = "{id}"', f'definition = "测速用"', f'unit = "{unit}"', f'from = "{source}"', f'value = "{value}"']
    if where:
        lines.append(f'where = "{where}"')
    if time:
        lines.append(f'time = "{time}"')
    lines.append(f"by = {by!r}".replace("'", '"'))
    return "\n".join(lines) + "\n"


def metrics():
    """Thirty metrics: twelve over study records, eight with two dimensions."""
    study = [
        ("minutes_by_branch", "sum(minutes)", ["branch"], None),
        ("minutes_online", "sum(minutes)", ["branch"], "mode = 'online'"),
        ("mean_minutes", "avg(minutes)", ["branch"], None),
        ("mean_score", "avg(score)", ["branch"], "mode = 'onsite'"),
        ("records", "count(*)", ["branch", "mode"], None),
        ("learners", "count(distinct member)", ["branch"], None),
        ("long_records", "count(*) filter (where minutes >= 60)", ["branch", "mode"], None),
        ("long_share", "1.0 * count(*) filter (where minutes >= 60) / count(*)", ["branch", "mode"], None),
        ("hours", "sum(minutes) / 60", ["branch", "mode"], None),
        ("passed", "count(*) filter (where score >= 60)", ["branch", "source"], None),
        ("minutes_by_source", "sum(minutes)", ["source"], None),
        ("minutes_each", "sum(minutes) / count(distinct member)", ["member.branch.type"], None),
    ]
    attendance = [
        ("present", "count(*) filter (where status = 'present')", ["branch"], None),
        ("attendance_rate", "1.0 * count(*) filter (where status = 'present') / count(*)", ["branch"], None),
        ("rate_by_kind", "1.0 * count(*) filter (where status = 'present') / count(*)", ["branch", "kind"], None),
        ("absent", "count(*)", ["branch", "kind"], "status = 'absent'"),
        ("attendees", "count(distinct member)", ["branch"], "status = 'present'"),
        ("leave", "count(*)", ["kind"], "status = 'on_leave'"),
        ("theme_days", "count(*)", ["branch"], "kind = 'theme_day' and status = 'present'"),
        ("student_rate", "1.0 * count(*) filter (where status = 'present') / count(*)", ["branch"], "type = 'student'"),
    ]
    activities = [
        ("activities_count", "count(*)", ["branches", "kind"], None),
        ("activities_online", "count(*)", ["branches"], "mode = 'online'"),
        ("activities_by_kind", "count(*)", ["kind"], None),
        ("activities_by_mode", "count(*)", ["mode", "kind"], None),
        ("volunteering", "count(*)", ["branches"], "kind = 'volunteering'"),
        ("lessons", "count(*)", ["branches"], "kind = 'party_lesson'"),
    ]
    parts = [metric(id, "study_records", value, "date", by, where) for id, value, by, where in study]
    parts += [metric(id, "attendance", value, "activity.date", by, where) for id, value, by, where in attendance]
    parts += [metric(id, "activities", value, "date", by, where) for id, value, by, where in activities]
    parts += [
        metric("members_count", "members", "count(*)", None, ["branch"]),
        metric("members_by_status", "members", "count(*)", None, ["status"]),
        metric("branches_count", "branches", "count(*)", None, ["type"]),
        metric("full_members", "members", "count(*) filter (where status = 'full')", None, ["branch"]),
    ]
    return "\n".join(parts)


def build(yuandi, site, what):
    """Builds, and tells what it took; memory is that of the largest child so far."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    command = [yuandi, "build", "--root", str(site), "--as-of", "2026-03-31", "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "YUANDI_LANG": "zh"})
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{what}: {wall:.2f} s wall, {cpu:.2f} s CPU, {after.ru_maxrss / 1024:.0f} MiB, exit {done.returncode}")
    if done.returncode:
        print((done.stdout + done.stderr)[-3000:])


SQL = """
select m.branch, r.mode, substr(r.date, 1, 7), count(*), sum(r.minutes)
from study_records r left join members m on m.id = r.member
group by 1, 2, 3
"""


def by_sqlite(site):
    """CPU seconds of SQLite for the finest cells, the rows in memory already; and of loading them."""
    connection = sqlite3.connect(":memory:")
    start = time.process_time()
    connection.execute("create table members (id text primary key, name, branch, status) without rowid")
    connection.execute("create table study_records (member, date, mode, minutes real, score, source)")
    for table in ("members", "study_records"):
        with (site / f"data/{table}.csv").open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            holes = ", ".join("?" * len(next(rows)))
            connection.executemany(f"insert into {table} values ({holes})", rows)
    loaded = time.process_time()
    n_cells = len(connection.execute(SQL).fetchall())
    return n_cells, time.process_time() - loaded, loaded - start


def main():
    yuandi, work = sys.argv[1], Path(sys.argv[2])
    n_rows = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000
    site = work / f"figures-{n_rows}"
    note = site / "content/news/edited.md"
    if not note.exists():
        make(site, n_rows)
    build(yuandi, site, "cold")
    note.write_text(f"---\ntitle: 消息\ndate: 2026-03-01\n---\n\n{time.time_ns()}。\n", encoding="utf-8")
    build(yuandi, site, "one text edited")
    n_cells, asked, loaded = by_sqlite(site)
    print(f"SQLite alone: {asked:.2f} s CPU for {n_cells} cells, {loaded:.2f} s to load the rows")


if __name__ == "__main__":
    main()
