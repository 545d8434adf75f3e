#!/usr/bin/env python3
"""Types one memoir as twenty people would, and scores what bookc makes of it.

    hands.py type FOLDER              write FOLDER/01-….docx and what is expected beside it
    hands.py score FOLDER BOOKC [ENDING]   import each and compare: words, chapters, scene breaks, notes, captions

ENDING is docx, or what `soffice --convert-to` made of the same files beside them: odt, rtf.

Needs python-docx.
"""
import collections
import io
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import docx
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Inches, Pt

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from picture import PICTURE  # noqa: E402
from traits import footnote_reference, with_parts, nsdecls  # noqa: E402

SENTENCES = """
The ferry came at seven and went at eight, and in between my grandmother sold eggs to the deckhands.
Nobody in our street had a telephone, but everyone knew by noon who had been to the doctor.
My brother could whistle before he could walk, or so my mother said, and she did not lie about music.
We were not poor; we only had no money, which is a different thing on a Sunday.
On the stove stood a pot that was never empty and never full.
When the war ended there was a dance in the rope works, and my aunt lost a shoe there.
I learned to read from the labels on seed packets, so that radish was my first word.
The schoolmaster kept a crow, and the crow kept the time better than he did.
Every November the river came into the cellar, and every November my father was surprised.
She had a laugh that you could hear through two walls and a wardrobe.
There is a photograph of all of us on the steps, but the dog moved and nobody remembers his name.
I have tried to write down only what I saw, and where I did not look I say so.
""".strip().split("\n")
TITLES = ["The Ferry", "Eggs and Rope", "A Crow Named Clock", "High Water", "What Was Left"]
NUMBERS = ["One", "Two", "Three", "Four", "Five"]
ROMAN = ["I", "II", "III", "IV", "V"]
CENTER = WD_ALIGN_PARAGRAPH.CENTER


def memoir(seed):
    """The same kind of memoir with other words each time: chapters of scenes of paragraphs."""
    dice = random.Random(seed)
    chapters = []
    for index in range(5):
        scenes = []
        for _ in range(3):
            scenes.append([" ".join(dice.sample(SENTENCES, dice.randint(2, 4))) for _ in range(4)])
        chapters.append({"title": TITLES[index], "scenes": scenes})
    return chapters


class Hand:
    """One way to type."""

    def __init__(self, name, chapter, scene="***", indent="", blank=0, title="page", caption="style",
                 note=True, quote=None):
        self.name, self.chapter, self.scene, self.indent = name, chapter, scene, indent
        self.blank, self.title, self.caption, self.note, self.quote = blank, title, caption, note, quote

    def center(self, text, bold=False, italic=False, size=None):
        paragraph = self.document.add_paragraph()
        paragraph.alignment = CENTER
        run = paragraph.add_run(text)
        run.bold, run.italic = bold or None, italic or None
        if size:
            run.font.size = Pt(size)

    def write_chapter_title(self, index, title):
        kind, document = self.chapter, self.document
        if kind == "heading":
            document.add_heading(title, 1)
            return title
        if kind == "heading under title":
            document.add_heading(title, 2)
            return title
        if kind == "bold centred":
            self.center(f"Chapter {NUMBERS[index]}", bold=True)
            return f"Chapter {NUMBERS[index]}"
        if kind == "capitals":
            self.center(f"CHAPTER {NUMBERS[index].upper()}")
            return f"CHAPTER {NUMBERS[index].upper()}"
        if kind == "left bold with title":
            document.add_paragraph().add_run(f"Chapter {index + 1}: {title}").bold = True
            return f"Chapter {index + 1}: {title}"
        if kind == "two lines":
            self.center(f"Chapter {NUMBERS[index]}", bold=True)
            self.center(title, bold=True)
            return f"Chapter {NUMBERS[index]}: {title}"
        if kind == "roman":
            self.page()
            self.center(ROMAN[index])
            return ROMAN[index]
        if kind == "number":
            self.page()
            self.center(str(index + 1), bold=True)
            return str(index + 1)
        if kind == "large":
            self.page()
            paragraph = document.add_paragraph()
            run = paragraph.add_run(title)
            run.font.size, run.bold = Pt(20), True
            return title
        if kind == "page and centred":
            self.page()
            self.center(title)
            return title
        if kind == "section":
            document.add_section(WD_SECTION.NEW_PAGE)
            self.center(title.upper())
            return title.upper()
        if kind == "title style":
            document.add_paragraph(title, style="Title")
            return title
        if kind == "german":
            self.center(f"{index + 1}. Kapitel", bold=True)
            return f"{index + 1}. Kapitel"
        if kind == "plain word":
            document.add_paragraph()
            document.add_paragraph(f"Chapter {NUMBERS[index]}")
            document.add_paragraph()
            return f"Chapter {NUMBERS[index]}"
        raise ValueError(kind)

    def page(self):
        self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def write_scene_break(self):
        if isinstance(self.scene, int):
            for _ in range(self.scene):
                self.document.add_paragraph()
        elif self.scene == "rule":
            from docx.oxml import parse_xml
            paragraph = self.document.add_paragraph()
            paragraph._p.get_or_add_pPr().append(parse_xml(
                f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="6" w:space="1"/></w:pBdr>'))
        elif self.scene.startswith("left "):
            self.document.add_paragraph(self.scene[5:])
        else:
            self.center(self.scene)

    def paragraph(self, text):
        first = Inches(0.3) if self.indent == "format" else None
        lead = {"tab": "\t", "blanks": "     ", "nbsp": "\u00a0\u00a0\u00a0"}.get(self.indent, "")
        if self.quote == "double blanks":
            text = text.replace(". ", ".  ")
        paragraph = self.document.add_paragraph(lead + text)
        if first:
            paragraph.paragraph_format.first_line_indent = first
        return paragraph

    def write(self, seed, path):
        self.document = docx.Document()
        self.document.core_properties.author = ""
        self.document.core_properties.title = ""
        chapters = memoir(seed)
        expected = {"chapters": [], "scenes": 0, "notes": 0, "captions": []}
        if self.title == "page":
            self.center("The House Behind the Ferry", bold=True, size=24)
            self.center("by Ada Lind")
            self.page()
        elif self.title == "heading":
            self.document.add_heading("The House Behind the Ferry", 1)
        notes = ""
        number = 1
        for index, chapter in enumerate(chapters):
            expected["chapters"].append(self.write_chapter_title(index, chapter["title"]))
            for scene_index, scene in enumerate(chapter["scenes"]):
                if scene_index:
                    self.write_scene_break()
                    expected["scenes"] += 1
                for line_index, text in enumerate(scene):
                    if line_index:
                        for _ in range(self.blank):
                            self.document.add_paragraph()
                    paragraph = self.paragraph(text)
                    if self.note and line_index == 1 and scene_index == 0:
                        number += 1
                        footnote_reference(paragraph, number)
                        notes += (f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>'
                                  f'<w:r><w:t xml:space="preserve"> Note of chapter {index + 1}.'
                                  '</w:t></w:r></w:p></w:footnote>')
                        expected["notes"] += 1
                    if scene_index == 1 and line_index == 1:
                        self.picture(index, expected)
        before = io.BytesIO()
        self.document.save(before)
        xml = (f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {nsdecls("w")}>{notes}'
               '</w:footnotes>')
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
        with_parts(
            before, path, {"word/footnotes.xml": xml},
            f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/>',
            f'<Relationship Id="rIdNotes" Type="{relation}" Target="footnotes.xml"/>')
        return expected

    def picture(self, index, expected):
        paragraph = self.document.add_paragraph()
        paragraph.alignment = CENTER
        paragraph.add_run().add_picture(io.BytesIO(PICTURE), width=Inches(1 + index / 10))
        text = f"Figure {index + 1}. The steps in the year of the flood"
        if self.caption == "style":
            self.document.add_paragraph(text, style="Caption")
        elif self.caption == "italic":
            text = f"The steps, seen from the ferry, number {index + 1}"
            self.center(text, italic=True)
        else:
            self.center(text)
        expected["captions"].append(text)


HANDS = [
    Hand("heading", "heading"),
    Hand("heading-title", "heading under title", title="heading", scene="#"),
    Hand("bold-centred", "bold centred", indent="tab", scene="* * *"),
    Hand("capitals", "capitals", indent="blanks", scene=2),
    Hand("left-bold", "left bold with title", scene="left ***", indent="format"),
    Hand("two-lines", "two lines", indent="tab", scene="~"),
    Hand("roman", "roman", scene="#", caption="italic"),
    Hand("number", "number", scene="• • •", indent="nbsp"),
    Hand("large", "large", scene="⁂", quote="double blanks"),
    Hand("page-centred", "page and centred", indent="tab", scene=1),
    Hand("section", "section", scene="left #"),
    Hand("title-style", "title style", title="none", scene="* * * * *"),
    Hand("german", "german", scene="———", caption="centred"),
    Hand("plain-word", "plain word", indent="tab", scene="***"),
    Hand("blank-between", "bold centred", blank=1, scene="***"),
    Hand("blank-between-two", "heading", blank=1, scene=3),
    Hand("rule", "capitals", scene="rule", indent="format"),
    Hand("no-title-page", "bold centred", title="none", scene="left * * *"),
    Hand("ornament", "heading", scene="❦", caption="italic"),
    Hand("letters", "left bold with title", scene="o0o", blank=1),
]


def type_all(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for index, hand in enumerate(HANDS):
        name = f"{index + 1:02}-{hand.name}"
        expected = hand.write(index, folder / f"{name}.docx")
        (folder / f"{name}.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1))


def words(text):
    return collections.Counter(re.findall(r"\w+", text))


def source_words(path):
    document = docx.Document(path)
    return words("\n".join(p.text for p in document.paragraphs))


def score(folder, bookc, ending="docx"):
    totals = collections.Counter()
    paths = sorted(folder.glob("*." + ending))
    for path in paths:
        expected = json.loads(path.with_suffix(".json").read_text())
        with tempfile.TemporaryDirectory() as target:
            subprocess.run([bookc, "import", str(path), "--into", target], check=True,
                           capture_output=True)
            chapters = [p.read_text() for p in sorted(pathlib.Path(target).glob("chapters/*.md"))]
            yaml = (pathlib.Path(target) / "book.yaml").read_text()
            report = next(pathlib.Path(target).glob("import/*.txt")).read_text()
        text = "\n".join(chapters)
        titles = [re.sub(r"\\(.)", r"\1", c.split("\n")[0][2:]) for c in chapters if c.startswith("# ")]
        right = len(set(titles) & set(expected["chapters"]))
        totals["chapters right"] += right
        totals["chapters found"] += len(chapters)
        totals["chapters"] += len(expected["chapters"])
        found = len(re.findall(r"^\* \* \*$", text, re.M))
        totals["scenes right"] += min(found, expected["scenes"])
        totals["scenes found"] += found
        totals["scenes"] += expected["scenes"]
        notes = len(re.findall(r"^\[\^\d+\]:", text, re.M))
        captions = sum(f'"{c}"' in text for c in expected["captions"])
        totals["notes"] += notes == expected["notes"]
        totals["captions"] += captions == len(expected["captions"])
        plain = re.sub(r"\[\^\d+\](: .*)?|!\[[^\]]*\]\([^\" )]*|\\", "", text)
        typed = source_words(path.with_suffix(".docx"))
        lost = typed - words(plain) - words(yaml) - words(report)
        extra = words(plain) - typed
        totals["words lost"] += sum(lost.values())
        totals["words added"] += sum(extra.values())
        if (right, found, notes, captions) != (
                len(expected["chapters"]), expected["scenes"], expected["notes"],
                len(expected["captions"])) or lost or extra or len(chapters) != len(titles):
            print(path.name, "chapters", titles, "of", len(expected["chapters"]), "scenes", found, "of",
                  expected["scenes"], "notes", notes, "captions", captions, dict(lost), dict(extra))
    def f1(name):
        return 2 * totals[name + " right"] / (totals[name + " found"] + totals[name])
    print(f"{len(paths)} files: chapters F1 {f1('chapters'):.3f}, scene breaks F1 {f1('scenes'):.3f}, "
          f"all notes in {totals['notes']}, all captions in {totals['captions']}, "
          f"words lost {totals['words lost']}, added {totals['words added']}")


if __name__ == "__main__":
    if sys.argv[1] == "type":
        type_all(pathlib.Path(sys.argv[2]))
    else:
        score(pathlib.Path(sys.argv[2]), *sys.argv[3:])
