"""Searches the same pages with yuandi and with Pagefind, and prints the figures of both beside the targets.

    compare.py YUANDI PACKAGES WORK N [FOLDER]      PACKAGES: a folder with pagefind and opencc-js from npm
"""

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
# What `[search]` of site.toml says in the build that search is compared with.
WITHOUT = "\n[search]\nenabled = false\n"
# The most that may be loaded and waited for, by the number of pages up to which it holds.
TARGETS = {
    2_000: {"first p50": 40, "first p95": 90, "later p50": 25, "ms": 1000, "memory": 150, "disk": 6},
    20_000: {"first p50": 45, "first p95": 100, "later p50": 30, "ms": 1000, "memory": 500, "disk": 45},
    200_000: {"first p50": 65, "first p95": 160, "later p50": 50, "ms": 1200, "memory": 2000, "disk": 320},
}


def run(command, cwd):
    """CPU seconds, wall seconds and peak memory (MB) of a command and what it starts."""
    begun = time.monotonic()
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{command[0]} failed:\n{error.decode()[-2000:]}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - begun, usage.ru_maxrss / 1024


def build(yuandi, root, is_searched):
    """Builds the site anew, with or without search."""
    settings = root / "site.toml"
    text = settings.read_text(encoding="utf-8").replace(WITHOUT, "")
    settings.write_text(text if is_searched else text + WITHOUT, encoding="utf-8")
    out = root.parent / ("ours" if is_searched else "without")
    shutil.rmtree(out, ignore_errors=True)
    return run([yuandi, "build", "--root", str(root), "--out", str(out), "--as-of", "2026-03-31", "--no-cache", "--quiet"], root)


def builds(yuandi, packages, work, n_pages):
    """The middle of some runs, taken in turns, of each kind of build."""
    runs = {"ours": [], "without": [], "pagefind": []}
    program = next((packages / "node_modules/@pagefind").glob("*/bin/pagefind_extended"))
    for _ in range(3 if n_pages <= 20_000 else 1):
        runs["without"].append(build(yuandi, work / "yuandi", False))
        runs["ours"].append(build(yuandi, work / "yuandi", True))
        if not os.environ.get("WITHOUT_PAGEFIND") and len(runs["pagefind"]) < (3 if n_pages <= 2000 else 1):
            shutil.rmtree(work / "pagefind/pagefind", ignore_errors=True)
            runs["pagefind"].append(run([str(program), "--site", str(work / "pagefind")], work))
    return {name: [statistics.median(column) for column in zip(*rows)] for name, rows in runs.items() if rows}


def measure(engine, site, work):
    command = ["node", "--max-old-space-size=12000", str(HERE / "search.mjs"), engine, str(site), str(work / "pages.jsonl"), str(work / "table.json")]
    said = subprocess.run(command + sys.argv[6:], stdout=subprocess.PIPE, check=True).stdout
    (work / f"{engine}.json").write_bytes(said)
    return json.loads(said)


def print_classes(results):
    print(f"\n{'class':20}" + "".join(f"{name + ' recall':>18}{'precision at 10':>18}" for name in results))
    kinds = list(next(iter(results.values()))["classes"])
    for kind in [*kinds, "all"]:
        row = f"{kind:20}"
        for result in results.values():
            ones = list(result["classes"].values()) if kind == "all" else [result["classes"][kind]]
            total = {key: sum(one[key] for one in ones) for key in ones[0]}
            row += f"{100 * total['recall'] / total['n']:17.1f}%{100 * total['right'] / max(1, total['shown']):17.1f}%"
        print(row)


def print_costs(results, n_pages):
    target = TARGETS[min(limit for limit in TARGETS if limit >= min(n_pages, 200_000))]
    rows = [
        ("first query KB p50", lambda r: r["cost"]["first"]["bytes"]["p50"] / 1024, target["first p50"]),
        ("first query KB p95", lambda r: r["cost"]["first"]["bytes"]["p95"] / 1024, target["first p95"]),
        ("first query requests p50", lambda r: r["cost"]["first"]["requests"]["p50"], None),
        ("later query KB p50", lambda r: r["cost"]["later"]["bytes"]["p50"] / 1024, target["later p50"]),
        ("later query KB p95", lambda r: r["cost"]["later"]["bytes"]["p95"] / 1024, None),
        ("later query requests p50", lambda r: r["cost"]["later"]["requests"]["p50"], None),
        ("from nothing ms p50", lambda r: r["cost"]["first"]["ms"]["p50"], None),
        ("from nothing ms p95", lambda r: r["cost"]["first"]["ms"]["p95"], None),
        ("first results ms p50", lambda r: r["cost"]["prepared"]["ms"]["p50"], target["ms"]),
        ("first results ms p95", lambda r: r["cost"]["prepared"]["ms"]["p95"], target["ms"]),
        ("later results ms p50", lambda r: r["cost"]["later"]["ms"]["p50"], None),
        ("later results ms p95", lambda r: r["cost"]["later"]["ms"]["p95"], None),
        ("files", lambda r: r["size"]["n_files"], None),
        ("on disk MB", lambda r: r["size"]["bytes"] / 1e6, target["disk"]),
        ("compressed MB", lambda r: r["size"]["sent"] / 1e6, None),
        ("script KB", lambda r: r["script"] / 1024, 10),
    ]
    print(f"\n{'':26}" + "".join(f"{name:>12}" for name in results) + f"{'target':>10}")
    for name, of, wanted in rows:
        values = [of(result) for result in results.values()]
        print(f"{name:26}" + "".join(f"{value:12.1f}" for value in values) + (f"{wanted:10}" if wanted else "") + ("   MISSED" if wanted and values[0] > wanted else ""))
    for name, result in results.items():
        print(f"from the disk, {name}: {json.dumps(result['disk'], ensure_ascii=False)[:300]}")


def print_builds(figures, n_pages):
    print(f"\n{'build':26}{'CPU s':>10}{'wall s':>10}{'memory MB':>12}")
    for name, (cpu, wall, memory) in figures.items():
        print(f"{name:26}{cpu:10.2f}{wall:10.2f}{memory:12.0f}")
    ours, without = figures["ours"], figures["without"]
    added = max(1e-9, ours[0] - without[0])
    print(f"search adds {100 * added / without[0]:.0f}% CPU to a cold build, {ours[2] - without[2]:.0f} MB; {n_pages / added:.0f} pages per CPU second")
    if "pagefind" in figures:
        theirs = figures["pagefind"]
        print(f"Pagefind: {n_pages / theirs[0]:.0f} pages per CPU second; ours ÷ theirs: {added / theirs[0]:.3f} CPU, {ours[2] / theirs[2]:.3f} memory")


def main():
    yuandi, packages, work, n_pages = str(Path(sys.argv[1]).resolve()), Path(sys.argv[2]).resolve(), Path(sys.argv[3]).resolve(), int(sys.argv[4])
    folder = [str(Path(sys.argv[5]).resolve())] if len(sys.argv) > 5 and sys.argv[5] else []
    work.mkdir(parents=True, exist_ok=True)
    (work / "table.json").write_bytes(subprocess.run(["node", str(HERE / "tables.mjs"), str(packages)], stdout=subprocess.PIPE, check=True).stdout)
    if not (work / "pages.jsonl").exists():
        subprocess.run([sys.executable, str(HERE / "texts.py"), str(n_pages), str(work), *folder, "--table", str(work / "table.json")], check=True)
    figures = builds(yuandi, packages, work, n_pages)
    print_builds(figures, n_pages)
    results = {"ours": measure("ours", work / "ours", work)}
    if "pagefind" in figures:
        results["pagefind"] = measure("pagefind", work / "pagefind", work)
    print_classes(results)
    print_costs(results, n_pages)
    for line in results["ours"]["wrong"]:
        print("wrong:", line)
    for n_bytes, query, files in results["ours"]["cost"]["worst"][:3]:
        print("heaviest:", n_bytes, query, re.sub(r"search/shards/", "", files)[:600])


if __name__ == "__main__":
    main()
