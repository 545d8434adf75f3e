#!/usr/bin/env python3
"""Types one memoir with everything that people do in Word: the file of the 26 traits.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install python-docx
    /tmp/venv/bin/python Scripts/import/traits.py traits.docx

Tests/BookImportTests/Fixtures/traits holds what it writes and what is expected of it.
"""
import io
import pathlib
import sys
import zipfile

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Inches, Pt

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from picture import PICTURE  # noqa: E402


def centred(document, text="", bold=False, size=None):
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(text)
    run.bold = bold or None
    if size:
        run.font.size = Pt(size)
    return paragraph


def element(name, **attributes):
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn("w:" + key), value)
    return made


def with_parts(source, target, parts, content_types, relationships):
    """Copies an archive and adds parts to it."""
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "[Content_Types].xml":
                data = data.replace(b"</Types>", content_types.encode() + b"</Types>")
            if name == "word/_rels/document.xml.rels":
                data = data.replace(b"</Relationships>", relationships.encode() + b"</Relationships>")
            entry = zipfile.ZipInfo(name, date_time=(2020, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, data)
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, date_time=(2020, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, text)


def footnote_reference(paragraph, number):
    run = paragraph.add_run()
    properties = run._r.get_or_add_rPr()
    properties.append(element("w:vertAlign", val="superscript"))
    run._r.append(element("w:footnoteReference", id=str(number)))


def tracked(paragraph, kind, text):
    change = element("w:" + kind, id="90", author="An Editor", date="2024-01-01T00:00:00Z")
    run = OxmlElement("w:r")
    words = OxmlElement("w:delText" if kind == "del" else "w:t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(words)
    change.append(run)
    paragraph._p.append(change)


def build(target):
    document = docx.Document()
    document.core_properties.author = "python-docx"
    document.core_properties.title = ""
    section = document.sections[0]
    section.header.paragraphs[0].text = "THE HOUSE AT WEIR END"
    section.footer.paragraphs[0].text = "page seventeen"

    # 1 The title page.
    for _ in range(3):
        document.add_paragraph()
    centred(document, "The House at Weir End", bold=True, size=26)
    centred(document, "A Childhood in Three Rooms")
    centred(document, "by Hanna Quill")
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    # 2 A title in bold, centred.
    centred(document, "Chapter One", bold=True)
    # 8 Tabs before the first word.
    document.add_paragraph("\tThe weir was louder than the road, and we slept to it. On Sundays my "
                           "father shut the sluice, and nobody in the house could close an eye.")
    # 12 Two blanks after a stop; 9 italics over two runs.
    paragraph = document.add_paragraph("\tHe read one book.  It was called ")
    for part in ("The Compleat ", "Angler"):
        paragraph.add_run(part).italic = True
    paragraph.add_run(", and he never finished it.  My mother said that this was the point.")
    # 5 Stars between scenes.
    centred(document, "***")
    # 19 A year and a full stop; 18 angle brackets; 26 signs of Markdown.
    document.add_paragraph("1947. It snowed from January until March, and the pipes burst twice.")
    document.add_paragraph("In her diary stands <maybe> beside that week, and 2 * 3 * 4 = 24, and "
                           "under_scored_words, and [brackets], and a # of tins at $3 each.")
    # 17 Speech with dashes.
    document.add_paragraph("\u2014 Who left the gate open?")
    document.add_paragraph("- Not me, I said.")
    document.add_paragraph("- Nor me, said Tom.")
    # 7 A centred hash.
    centred(document, "#")
    # 15 A return in mid-sentence.
    document.add_paragraph("When the water came over the third step my grandmother took the clock from")
    document.add_paragraph("the wall and carried it upstairs under her arm like a child.")
    # 20 A footnote; 21 one of two paragraphs.
    paragraph = document.add_paragraph("The clock had come from Riga")
    footnote_reference(paragraph, 2)
    paragraph.add_run(" with her dowry")
    footnote_reference(paragraph, 3)
    paragraph.add_run(", and it went wrong from the first day.")
    document.add_page_break()

    # 3 A title in capitals, centred.
    centred(document, "CHAPTER TWO")
    document.add_paragraph("\tThe second house had a garden with a wall around it, and a pear tree "
                           "that the neighbours said was theirs.")
    # 10 A letter, set in.
    for text in ("Dear Hanna,", "the pears are ripe and nobody is here to steal them. Come in "
                 "September if your mother lets you go.", "Your loving uncle,", "Otto"):
        document.add_paragraph(text).paragraph_format.left_indent = Inches(0.5)
    document.add_paragraph("\tI went in September, by the slow train, with a label round my neck.")
    # 6 Two empty lines.
    document.add_paragraph()
    document.add_paragraph()
    document.add_paragraph("\tOtto sang when he pruned, always the same four lines, and always to "
                           "the same tree:")
    # 11 Verse with line breaks.
    verse = document.add_paragraph()
    verse.paragraph_format.left_indent = Inches(0.7)
    for index, text in enumerate(("O pear tree, pear tree by the wall,", "who shook thee in the night?",
                                  "The wind, the wind, and that was all,", "it was not I, not I tonight")):
        run = verse.add_run(text)
        if index < 3:
            run.add_break()
    # 13 A picture, 14 its caption.
    picture = document.add_paragraph()
    picture.alignment = WD_ALIGN_PARAGRAPH.CENTER
    picture.add_run().add_picture(io.BytesIO(PICTURE), width=Inches(2))
    picture._p.xpath(".//wp:docPr")[0].set("descr", "Otto on a ladder in the pear tree")
    document.add_paragraph("Figure 1: Otto and the tree, about 1951", style="Caption")
    # 22 A comment; 23 tracked changes; 24 smart tags; 25 soft hyphens; 26 hidden text.
    paragraph = document.add_paragraph("The tree was cut down in the year of the ")
    tag = element("w:smartTag", element="place", uri="urn:x")
    run = OxmlElement("w:r")
    words = OxmlElement("w:t")
    words.text = "Thornbury"
    run.append(words)
    tag.append(run)
    paragraph._p.append(tag)
    paragraph.add_run(" railway, and the grave\u00adstone was made of what was left. He was ")
    tracked(paragraph, "del", "obstinately ")
    tracked(paragraph, "ins", "quietly ")
    paragraph.add_run("proud of it.")
    paragraph.add_run("zebrahidden words").font.hidden = True
    document.add_comment(paragraph.runs[0], text="Check the year, walrusnote.", author="An Editor")
    # 4 A title with the style.
    document.add_page_break()
    document.add_heading("The Third Room", 1)
    document.add_paragraph("\tThere was a third room, of which we never spoke. It had a door and a "
                           "key, and the key hung where everyone could see it.")
    before = io.BytesIO()
    document.save(before)

    notes = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:footnotes {nsdecls('w')}>
<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> By sea, in straw.</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="3"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Two chests and a goose.</w:t></w:r></w:p>
<w:p><w:r><w:t>The goose lived to be eleven.</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    with_parts(
        before, target, {"word/footnotes.xml": notes},
        f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/>',
        f'<Relationship Id="rIdNotes" Type="{relation}" Target="footnotes.xml"/>')


if __name__ == "__main__":
    build(sys.argv[1])
