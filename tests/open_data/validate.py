#!/usr/bin/env python3
"""Holds a data package against the Frictionless standard: its description, its files, and every cell in them.

    validate.py DATAPACKAGE

Run by the interpreter of an environment that has the package `frictionless`.
"""

import sys

from frictionless import validate


def main():
    # The description itself names no file outside its folder, and each file is read to its end.
    report = validate(sys.argv[1], limit_errors=20)
    for path, number, text in report.flatten(["name", "rowNumber", "message"]):
        print(f"{path}: row {number}: {text}", file=sys.stderr)
    for error in report.errors:
        print(error.message, file=sys.stderr)
    n_rows = sum(task.stats.get("rows", 0) for task in report.tasks)
    print(f"{len(report.tasks)} files, {n_rows} rows, {'valid' if report.valid else 'not valid'}")
    sys.exit(0 if report.valid and report.tasks else 1)


if __name__ == "__main__":
    main()
