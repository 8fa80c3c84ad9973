"""Builds the same pages with yuandi and Hugo in turns, and prints CPU, wall and memory of each with their ratios."""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

# The middle of three; a large site is its own average.
N_RUNS = 3
N_PAGES_LARGE = 50_000


def run(command, cwd):
    """CPU seconds (user + system), wall seconds and peak memory (MB) of a command."""
    begun = time.monotonic()
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - begun
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{command[0]} failed:\n{error.decode()[-2000:]}")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def main():
    yuandi, hugo, folder, layout = sys.argv[1], sys.argv[2], Path(sys.argv[3]), sys.argv[4]
    runs = {"yuandi": [], "hugo": []}
    n_pages = sum(len(files) for _, _, files in os.walk(folder / "yuandi" / "content"))
    for _ in range(1 if n_pages >= N_PAGES_LARGE else N_RUNS):
        for name in runs:
            out = folder / f"{name}-public"
            shutil.rmtree(out, ignore_errors=True)
            shutil.rmtree(folder / name / ".yuandi", ignore_errors=True)
            if name == "yuandi":
                command = [yuandi, "build", "--quiet", "--as-of", "2026-03-31", "--out", str(out)]
            else:
                command = [hugo, "--quiet", "--destination", str(out), "--layoutDir", f"layouts-{layout}", "--ignoreCache", "--noBuildLock"]
            runs[name].append(run(command, folder / name))
    n_files = {name: sum(len(files) for _, _, files in os.walk(folder / f"{name}-public")) for name in runs}
    middle = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in runs.items()}
    for name, (cpu, wall, memory) in middle.items():
        print(f"{name:8} {cpu:7.2f} CPU s  {wall:7.2f} s  {memory:7.0f} MB  {n_files[name]} files")
    ratios = [ours / theirs for ours, theirs in zip(middle["yuandi"], middle["hugo"])]
    print("ratio    {:7.3f} CPU    {:7.3f} wall {:7.3f} memory   (yuandi ÷ Hugo)".format(*ratios))
    again = run([yuandi, "build", "--quiet", "--as-of", "2026-03-31", "--out", str(folder / "yuandi-public")], folder / "yuandi")
    print(f"again    {again[0] / middle['yuandi'][0]:7.3f} CPU of a first build, nothing changed")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
