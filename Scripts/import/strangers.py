#!/usr/bin/env python3
"""Writes documents as strange programs and strange people make them, and scores an import of each.

    strangers.py type FOLDER                    write FOLDER/name.docx, and name.json: what is expected
    strangers.py score FOLDER BOOKC [ENDING] [--build EPUBCHECK]   import, compare, build, check

ENDING is docx, or what `soffice --convert-to` made of the same files beside them. EPUBCHECK is the
command that judges an EPUB. Every piece of text holds a word that stands nowhere else, so that what
is lost, doubled, printed though hidden, or in the wrong chapter is seen. Needs nothing but Python.
"""
import base64
import collections
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import zipfile
from xml.sax.saxutils import escape

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from picture import PICTURE  # noqa: E402

TRANSITIONAL = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "v": "urn:schemas-microsoft-com:vml", "o": "urn:schemas-microsoft-com:office:office",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "x9": "urn:a-program-that-nobody-knows",
}
SENTENCES = """
The lamp stood in the window until @ came home, and nobody asked where the evening had gone.
We carried the coal up in a tin bath, and @ counted the steps aloud because he had just learned how.
My mother kept her letters in a biscuit box that smelled of @ and camphor, and she let us hold the string.
After the flood the piano had a line on it, as high as @, and we measured ourselves against that line.
The tram turned round at the brewery, and beyond the brewery there was only @ and the allotments.
I had one pair of shoes and they belonged to @ on Sundays, so that I stayed in bed until he was back.
Nobody in the house could read the clock from the parlour except @, who was not allowed in the parlour.
The teacher wrote the date on the board each morning and @ wiped it away each night, and so the year passed.
""".strip().split("\n")
OTHERS = {
    "de": ["Die Lampe stand im Fenster, bis @ nach Hause kam, und niemand fragte, wo der Abend geblieben war.",
           "Wir trugen die Kohlen in einer Zinkwanne hinauf, und @ zählte dabei laut die Stufen bis unters Dach."],
    "fr": ["La lampe restait à la fenêtre jusqu’à ce que @ rentre, et personne ne demandait où était passé le soir.",
           "Nous montions le charbon dans une bassine, et @ comptait les marches à voix haute jusqu’au toit."],
    "es": ["La lámpara estaba en la ventana hasta que @ volvía, y nadie preguntaba adónde se había ido la tarde.",
           "Subíamos el carbón en una tina, y @ contaba los escalones en voz alta hasta llegar al tejado."],
    "ru": ["Лампа стояла на окне, пока @ не возвращался домой, и никто не спрашивал, куда ушёл вечер.",
           "Мы носили уголь наверх в тазу, и @ вслух считал ступени до самой крыши, потому что умел."],
    "zh": ["灯一直放在窗台上,直到 @ 回家,没有人问晚上去了哪里,大家都在院子里等着他。",
           "我们用铁盆把煤抬上楼, @ 大声数着台阶,一直数到屋顶,因为他刚刚学会了数数。"],
    "he": ["המנורה עמדה בחלון עד ש @ חזר הביתה, ואיש לא שאל לאן נעלם הערב ומי כיבה את האור.",
           "נשאנו את הפחם למעלה בגיגית, ו @ ספר את המדרגות בקול רם עד הגג כי למד זה עתה לספור."],
    "pl": ["Lampa stała w oknie, dopóki @ nie wrócił do domu, i nikt nie pytał, gdzie podział się wieczór.",
           "Nosiliśmy węgiel na górę w balii, a @ liczył głośno stopnie aż do samego dachu tej nocy."],
    "it": ["La lampada stava alla finestra finché @ non tornava, e nessuno chiedeva dove fosse finita la sera.",
           "Portavamo su il carbone in una tinozza, e @ contava gli scalini ad alta voce fino al tetto."],
}


class Doc:
    """One document: its blocks as XML, and what is expected of them."""

    def __init__(self, name, language="en"):
        self.name, self.language = name, language
        self.dice = random.Random(name)
        self.body, self.parts, self.links, self.types = [], {}, [], []
        self.styles, self.numbering = "", ""
        self.notes, self.endnotes, self.comments = [], [], []
        self.properties, self.settings, self.strict = "", "", False
        self.count = 0
        self.visible, self.hidden, self.told = [], [], []
        self.chapters, self.scenes, self.captions, self.optional = [], [], [], []
        self.pending, self.last = None, None
        self.defaults = ""

    # Words

    def token(self):
        self.count += 1
        dice = random.Random(f"{self.name} {self.count}")
        return "".join(dice.choice("bdfgklmnprtvz") + dice.choice("aeiou") for _ in range(5))

    def text(self, template, kind="visible"):
        token = self.token()
        text = template.replace("@", token)
        {"visible": self.visible, "hidden": self.hidden, "told": self.told}[kind].append(token)
        if kind == "visible":
            if self.pending == "scene":
                self.scenes.append([self.last, token])
            elif self.pending is not None:
                self.chapters.append([self.pending, token])
            self.pending = None
            self.last = token
        return text

    def say(self, count=2):
        pool = OTHERS.get(self.language, SENTENCES)
        return " ".join(self.text(self.dice.choice(pool)) for _ in range(count))

    # XML

    @staticmethod
    def run(text, rpr=""):
        rpr = f"<w:rPr>{rpr}</w:rPr>" if rpr else ""
        return f'<w:r>{rpr}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'

    def add(self, xml):
        self.body.append(xml)

    def par(self, inner="", style=None, jc=None, ppr=""):
        style = f'<w:pStyle w:val="{style}"/>' if style else ""
        jc = f'<w:jc w:val="{jc}"/>' if jc else ""
        return f"<w:p><w:pPr>{style}{ppr}{jc}</w:pPr>{inner}</w:p>"

    def p(self, text=None, style=None, jc=None, ppr="", rpr=""):
        if text is None:
            text = self.say()
        self.add(self.par(self.run(text, rpr) if text else "", style, jc, ppr))

    def prose(self, count=3, **how):
        for _ in range(count):
            self.p(**how)

    def blank(self, count=1):
        for _ in range(count):
            self.add("<w:p/>")

    def page(self):
        self.add('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')

    def chapter(self, title):
        """The next visible piece is the first of a chapter with this title."""
        self.pending = title

    def head(self, title, shown=None, **how):
        self.p(shown or title, **how)
        self.chapter(title)

    def scene(self, text="* * *", jc="center", **how):
        self.p(text, jc=jc, **how)
        self.pending = "scene"

    def note(self, *paragraphs, kind="footnote"):
        notes = self.notes if kind == "footnote" else self.endnotes
        xml = "".join(x if x.startswith("<w:") else self.par(self.run(x)) for x in paragraphs)
        notes.append(xml)
        return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{len(notes) + 1}"/></w:r>'

    def link(self, kind, target, external=False):
        self.links.append((kind, target, external))
        return f"rId{len(self.links)}"

    def picture(self, data=None, name="image.png", alt="", extra=""):
        name = f"{len(self.links)}{name}"
        self.parts["word/media/" + name] = data or PICTURE
        return self.drawing(self.link("image", "media/" + name), alt, extra)

    @staticmethod
    def drawing(rid, alt="", extra=""):
        return (f'<w:drawing><wp:inline><wp:extent cx="900000" cy="600000"/><wp:docPr id="1" name="Picture 1" descr="{alt}"{extra}/>'
                '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
                f'<pic:cNvPr id="1" name="x.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{rid}"/></pic:blipFill>'
                '<pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>')

    @staticmethod
    def field(code, result):
        return ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> '
                f'{code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>')

    def comment(self, text):
        self.comments.append(text)
        return len(self.comments)

    @staticmethod
    def style(id_, name, based=None, ppr="", rpr="", kind="paragraph", default=False):
        based = f'<w:basedOn w:val="{based}"/>' if based else ""
        flag = ' w:default="1"' if default else ""
        return (f'<w:style w:type="{kind}"{flag} w:styleId="{id_}"><w:name w:val="{name}"/>{based}'
                f"<w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>")

    def save(self, folder):
        names = dict(TRANSITIONAL)
        office = names["r"] + "/"
        if self.strict:
            names.update({
                "w": "http://purl.oclc.org/ooxml/wordprocessingml/main",
                "r": "http://purl.oclc.org/ooxml/officeDocument/relationships",
                "wp": "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
                "a": "http://purl.oclc.org/ooxml/drawingml/main",
                "pic": "http://purl.oclc.org/ooxml/drawingml/picture"})
            office = names["r"] + "/"
        spaces = " ".join(f'xmlns:{k}="{v}"' for k, v in names.items())
        parts = dict(self.parts)
        top = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        kinds = []

        def part(name, kind, root, inner):
            if not inner:
                return
            parts[f"word/{name}.xml"] = f"{top}<w:{root} {spaces}>{inner}</w:{root}>"
            self.link(kind, f"{name}.xml")
            kinds.append((f"/word/{name}.xml", f"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"))

        for kind, list_ in [("footnote", self.notes), ("endnote", self.endnotes)]:
            inner = "".join(f'<w:{kind} w:id="{i + 2}">{x}</w:{kind}>' for i, x in enumerate(list_))
            seps = (f'<w:{kind} w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
                    f'<w:{kind} w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:{kind}>')
            part(kind + "s", kind + "s", kind + "s", seps + inner if inner else "")
        part("comments", "comments", "comments", "".join(
            f'<w:comment w:id="{i + 1}" w:author="Editor">{x}</w:comment>' for i, x in enumerate(self.comments)))
        defaults = f'<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/>{self.defaults}</w:rPr></w:rPrDefault></w:docDefaults>'
        part("styles", "styles", "styles", defaults + (self.styles or BASIC))
        part("numbering", "numbering", "numbering", self.numbering)
        part("settings", "settings", "settings", self.settings)
        body = "".join(self.body)
        parts["word/document.xml"] = f'{top}<w:document {spaces} mc:Ignorable="w14 w15"><w:body>{body}<w:sectPr/></w:body></w:document>'
        if self.properties:
            parts["docProps/core.xml"] = (
                f'{top}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
                f'xmlns:dc="http://purl.org/dc/elements/1.1/">{self.properties}</cp:coreProperties>')
        rel = "http://schemas.openxmlformats.org/package/2006/relationships"
        parts["_rels/.rels"] = (
            f'{top}<Relationships xmlns="{rel}"><Relationship Id="a" Type="{office}officeDocument" Target="word/document.xml"/>'
            + ('<Relationship Id="b" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" '
               'Target="docProps/core.xml"/>' if self.properties else "") + "</Relationships>")
        parts["word/_rels/document.xml.rels"] = f'{top}<Relationships xmlns="{rel}">' + "".join(
            f'<Relationship Id="rId{i + 1}" Type="{office}{k}" Target="{t}"' + (' TargetMode="External"' if e else "") + "/>"
            for i, (k, t, e) in enumerate(self.links)) + "</Relationships>"
        if (folder and "word/_rels/footnotes.xml.rels" in parts):
            parts["word/_rels/footnotes.xml.rels"] = parts["word/_rels/document.xml.rels"]
        parts["[Content_Types].xml"] = (
            f'{top}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
            '<Default Extension="html" ContentType="text/html"/><Default Extension="emf" ContentType="image/x-emf"/>'
            '<Default Extension="bmp" ContentType="image/bmp"/><Default Extension="tif" ContentType="image/tiff"/>'
            '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
            + "".join(f'<Override PartName="{n}" ContentType="{k}"/>' for n, k in kinds) + "</Types>")
        with zipfile.ZipFile(folder / f"{self.name}.docx", "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(parts):
                archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), parts[name])
        expected = {key: getattr(self, key) for key in
                    ["visible", "hidden", "told", "chapters", "scenes", "captions", "optional"]}
        (folder / f"{self.name}.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1))


BASIC = (Doc.style("Normal", "Normal", default=True)
         + Doc.style("Heading1", "heading 1", "Normal", '<w:outlineLvl w:val="0"/>', '<w:b/><w:sz w:val="32"/>')
         + Doc.style("Heading2", "heading 2", "Normal", '<w:outlineLvl w:val="1"/>', '<w:b/><w:sz w:val="28"/>')
         + Doc.style("Title", "Title", "Normal", "", '<w:sz w:val="52"/>')
         + Doc.style("Subtitle", "Subtitle", "Normal", "", '<w:sz w:val="30"/>'))
MAKERS = []


def document(language="en"):
    def register(make):
        MAKERS.append((make.__name__.replace("_", "-"), language, make))
        return make
    return register


PAGE = '<w:r><w:br w:type="page"/></w:r>'
BOLD = "<w:b/>"


# Programs

@document()
def google_docs(d):
    d.p("The House on Water Street", style="Title", rpr='<w:rtl w:val="0"/>')
    d.p("A memoir", style="Subtitle", rpr='<w:rtl w:val="0"/>')
    rule = ('<w:r><w:pict><v:rect style="width:0.0pt;height:1.5pt" o:hr="t" o:hrstd="t" o:hralign="center" '
            'fillcolor="#A0A0A0" stroked="f"/></w:pict></w:r>')
    for title in ["The Lamp", "Coal", "The Line on the Piano"]:
        d.head(title, style="Heading1", ppr='<w:pageBreakBefore w:val="0"/>', rpr='<w:rtl w:val="0"/>')
        for i in range(2):
            d.add(d.par(d.run(d.say(), '<w:rtl w:val="0"/>') + d.note(d.text("A note on @."))))
            d.add(d.par(d.run(d.say(), '<w:rtl w:val="0"/>')))
            if i == 0:
                d.add(d.par(rule))
                d.pending = "scene"
        d.add(d.par(PAGE.replace("<w:r>", '<w:r><w:rPr/>')))
    number = d.comment(d.par(d.run(d.text("Is this @ true?", "told"))) + d.par(d.run(d.text("And @?", "told"))))
    d.add(d.par(f'<w:commentRangeStart w:id="{number}"/>' + d.run(d.say()) + f'<w:commentRangeEnd w:id="{number}"/>'
                f'<w:r><w:commentReference w:id="{number}"/></w:r>'))


@document()
def google_docs_tabs(d):
    for title in ["Childhood", "The War", "After"]:
        d.head(title, style="Title")
        d.prose(4)
        d.scene("* * *", jc=None)
        d.prose(3)


@document()
def pages_export(d):
    d.styles = (d.style("Body", "Body", rpr='<w:rFonts w:ascii="Helvetica Neue" w:hAnsi="Helvetica Neue"/><w:sz w:val="22"/>')
                + d.style("Heading", "Heading", ppr='<w:keepNext/><w:outlineLvl w:val="0"/>', rpr='<w:b/><w:sz w:val="36"/>')
                + d.style("Title", "Title", rpr='<w:sz w:val="60"/>'))
    d.p("Water Street", style="Title")
    for title in ["The Lamp", "Coal", "The Tram"]:
        d.head(title, style="Heading")
        d.prose(3, style="Body")
        d.add(d.par(d.run(d.say(), '<w:rtl w:val="0"/><w:lang w:val="en-US"/>') + "<w:r><w:br/></w:r><w:r><w:br/></w:r>" + d.run(d.say()), "Body"))
        d.scene("• • •", style="Body")
        d.prose(3, style="Body")


@document()
def pages_without_outline(d):
    d.styles = (d.style("Body", "Body") + d.style("Heading", "Heading", rpr='<w:b/><w:sz w:val="36"/>')
                + d.style("HeadingRed", "Heading Red", "Heading", rpr='<w:color w:val="EE220C"/>'))
    for title in ["The Lamp", "Coal", "The Tram"]:
        d.head(title, style="HeadingRed")
        d.prose(3, style="Body")
        d.add('<w:p><w:pPr><w:pStyle w:val="Body"/></w:pPr></w:p>' * 2)
        d.pending = "scene"
        d.prose(3, style="Body")


@document("zh")
def wps_chinese(d):
    d.styles = (d.style("1", "Normal", default=True) + d.style("2", "heading 1", "1", '<w:outlineLvl w:val="0"/>')
                + d.style("a3", "正文 首行缩进", "1", '<w:ind w:firstLineChars="200" w:firstLine="420"/>'))
    for title in ["第一章 灯", "第二章 煤", "第三章 电车"]:
        d.head(title, style="2")
        d.prose(3, style="a3")
        d.scene("＊＊＊")
        d.prose(2, style="a3")


@document("zh")
def typed_chinese(d):
    for title in ["第一章 灯", "第二章 煤", "第三章 电车"]:
        d.head(title, jc="center", rpr=BOLD)
        for _ in range(3):
            d.p("\u3000\u3000" + d.say())
        d.scene("***")
        d.p("\u3000\u3000" + d.say())


@document()
def mac_word(d):
    d.properties = "<dc:title>Water Street</dc:title><dc:creator>Microsoft Office User</dc:creator>"
    for i, title in enumerate(["The Lamp", "Coal", "The Tram"]):
        d.add('<w:p><w:pPr><w:jc w:val="center"/><w:rPr><w:b/><w:bCs/></w:rPr></w:pPr><w:bookmarkStart w:id="0" w:name="_GoBack"/>'
              '<w:bookmarkEnd w:id="0"/><w:proofErr w:type="spellStart"/>' + d.run(f"{i + 1}. ", "<w:b/><w:bCs/>")
              + '<w:proofErr w:type="spellEnd"/>' + d.run(title, "<w:b/><w:bCs/>") + "</w:p>")
        d.chapter(f"{i + 1}. {title}")
        for _ in range(3):
            text = d.say(1)
            cut = len(text) // 2
            d.add(d.par('<w:r w:rsidRPr="00A1"><w:tab/></w:r>' + d.run(text[:cut]) + '<w:proofErr w:type="gramStart"/>' + d.run(text[cut:])
                        + '<w:r><w:t xml:space="preserve">  </w:t></w:r>' + d.run(d.say(1)), ppr='<w:spacing w:line="480" w:lineRule="auto"/>'))
        d.scene("#")
        d.prose(2)


@document()
def strict_office(d):
    d.strict = True
    for title in ["The Lamp", "Coal"]:
        d.head(title, style="Heading1")
        d.add(d.par(d.run(d.say()) + d.note(d.text("A strict note on @.")), ppr='<w:ind w:start="0.5in"/>'))
        d.prose(3)
        d.scene("~")
        d.prose(2)


# Beginnings of chapters

@document()
def typed_contents(d):
    titles = ["The Lamp in the Window", "Coal and Camphor", "The Tram to the Brewery"]
    d.p("Water Street", jc="center", rpr='<w:b/><w:sz w:val="48"/>')
    d.p("Ada Venn", jc="center")
    d.page()
    d.p("Contents", jc="center", rpr=BOLD)
    for title in titles:
        d.p(title)
    d.page()
    for title in titles:
        d.head(title, rpr=BOLD)
        d.prose(4)
        d.scene("***")
        d.prose(2)


@document()
def contents_with_chapters(d):
    d.p("TABLE OF CONTENTS", rpr=BOLD)
    titles = ["Chapter 1: The Lamp", "Chapter 2: Coal", "Chapter 3: The Tram"]
    for i, title in enumerate(titles):
        d.add(d.par(d.run(title) + "<w:r><w:tab/></w:r>" + d.run(str(3 + 20 * i)), ppr='<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>'))
    d.page()
    for title in titles:
        d.head(title, jc="center")
        d.prose(4)
        d.page()


@document()
def contents_field(d):
    titles = ["Prologue", "The Lamp", "Coal", "Afterword"]
    first = True
    for title in titles:
        entry = '<w:hyperlink w:anchor="_Toc1">' + d.run(title) + "<w:r><w:tab/></w:r>" + d.field("PAGEREF _Toc1 \\h", d.run("7")) + "</w:hyperlink>"
        if first:
            entry = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" \\h \\z \\u </w:instrText></w:r>'
                     '<w:r><w:fldChar w:fldCharType="separate"/></w:r>') + entry
            first = False
        d.add(d.par(entry))
    d.add(d.par('<w:r><w:fldChar w:fldCharType="end"/></w:r>'))
    for title in titles:
        d.head(title, style="Heading1")
        d.prose(3)


@document()
def parts_roman(d):
    for part, names in [("PART ONE", ["I.", "II."]), ("PART TWO", ["III.", "IV."])]:
        d.page()
        d.blank(5)
        d.p(part, jc="center", rpr='<w:sz w:val="40"/>')
        d.p("Water" if part.endswith("ONE") else "Fire", jc="center")
        for name, title in zip(names, ["The Lamp", "Coal"] if part.endswith("ONE") else ["The Tram", "Shoes"]):
            d.page()
            d.p(name, jc="center")
            d.head(f"{name} {title}", shown=title, jc="center")
            d.prose(4)
            d.scene("*")
            d.prose(2)


@document()
def dates_as_titles(d):
    for date in ["12 May 1943", "3 June 1943", "Christmas Eve, 1944", "8 May 1945"]:
        d.head(date, rpr=BOLD)
        d.prose(3)


@document()
def years_as_titles(d):
    for year in ["1931", "1938", "1945", "1952"]:
        d.add(d.par(d.run(year, '<w:b/><w:sz w:val="36"/>'), jc="center", ppr="<w:pageBreakBefore/>"))
        d.chapter(year)
        d.prose(3)
        d.scene("***")
        d.prose(2)


@document()
def capitals_left(d):
    for title in ["THE WINTER OF THE GEESE", "A ROOM WITH NO STOVE", "MY FATHER’S SHOES"]:
        d.blank(2)
        d.head(title)
        d.blank()
        d.prose(4)
        d.blank()
        d.scene("* * *", jc=None)
        d.blank()
        d.prose(3)


@document()
def break_in_title(d):
    for number, title in [("One", "The Lamp"), ("Two", "Coal"), ("Three", "The Tram")]:
        d.add(d.par(d.run(f"Chapter {number}", BOLD) + "<w:r><w:br/></w:r>" + d.run(title, BOLD), jc="center"))
        d.chapter(f"Chapter {number}: {title}")
        d.prose(4)
        d.scene("#")
        d.prose(2)


@document()
def numbered_headings(d):
    d.numbering = ('<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
                   '<w:lvlText w:val="Chapter %1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>')
    d.styles = BASIC + d.style("ChapterNumber", "Chapter Number", "Heading1", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    for i in range(3):
        d.add(d.par("", "ChapterNumber"))
        d.chapter(f"Chapter {i + 1}")
        d.prose(4)
        d.scene("***")
        d.prose(2)


@document()
def numbered_headings_with_titles(d):
    d.numbering = ('<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
                   '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>')
    for title in ["The Lamp", "Coal", "The Tram"]:
        d.head(title, style="Heading1", ppr='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
        d.prose(4)


@document()
def number_and_title(d):
    for title in ["1 The Lamp", "2 Coal", "3 The Tram", "4 Shoes"]:
        d.page()
        d.head(title, rpr='<w:sz w:val="36"/>')
        d.prose(4)
        d.scene("***")
        d.prose(2)


@document()
def words_as_numbers(d):
    for title in ["One", "Two", "Three", "Four"]:
        d.blank(4)
        d.head(title, jc="center", rpr="<w:i/>")
        d.blank(2)
        d.prose(4)
        d.scene("~ ~ ~")
        d.prose(2)


@document()
def own_style_names(d):
    d.styles = (BASIC + d.style("CT", "01 CT Chapter Title", "Normal", '<w:jc w:val="center"/>')
                + d.style("CN", "01 CN Chapter Number", "Normal", '<w:jc w:val="center"/>')
                + d.style("FL", "02 FL First Line", "Normal") + d.style("SB", "03 SB Scene Break", "Normal", '<w:jc w:val="center"/>'))
    for number, title in enumerate(["The Lamp", "Coal", "The Tram"], 1):
        d.p(str(number), style="CN")
        d.head(f"{number}: {title}", shown=title, style="CT")
        d.p(style="FL")
        d.prose(3)
        d.scene("o", jc=None, style="SB")
        d.prose(2)


@document()
def strange_headings(d):
    d.p("Water Street", style="Title")
    d.add(d.par("", "Heading1"))
    d.add(d.par(PAGE + d.run("The Lamp"), "Heading1"))
    d.chapter("The Lamp")
    d.prose(3)
    d.add(d.par(d.run("2") + "<w:r><w:tab/></w:r>" + d.run("Coal"), "Heading1"))
    d.chapter("2 Coal")
    d.prose(3)
    d.add(d.par("<w:r>" + d.picture(alt="A coal cart") + "</w:r>", "Heading1"))
    d.prose(2)
    d.add(d.par(d.run("The Tram") + d.note(d.text("The note of a title tells of @.")), "Heading1"))
    d.visible.pop()
    token = re.search(r"tells of (\w+)", d.notes[-1]).group(1)
    d.visible.append(token)
    d.chapter("The Tram")
    d.prose(3)
    d.add(d.par('<w:del w:id="1" w:author="E">' + "<w:r><w:delText>" + d.text("A @ deleted", "told") + "</w:delText></w:r></w:del>", "Heading1"))
    d.prose(2)


@document()
def full_front_matter(d):
    for text in ["WATER STREET", "A Memoir of Three Rooms", "by", "Ada Venn", "Gull & Sons, Harwich, 1998"]:
        d.blank(2)
        d.p(text, jc="center")
    d.page()
    d.p("Copyright © 1998 Ada Venn")
    d.p("All rights reserved. No part may be copied without leave.")
    d.p("ISBN 0 000 00000 0")
    d.page()
    d.blank(6)
    d.p(d.text("For my sister @"), jc="center", rpr="<w:i/>")
    d.optional.append(d.last)
    d.page()
    d.p(d.text("The past is never @; it only moves next door."), jc="center", rpr="<w:i/>")
    d.optional.append(d.last)
    d.p("— A Harwich saying", jc="center")
    d.page()
    d.head("Foreword", jc="center", rpr=BOLD)
    d.prose(3)
    for number, title in [("ONE", "The Lamp"), ("TWO", "Coal")]:
        d.page()
        d.blank(3)
        d.p(f"CHAPTER {number}", jc="center")
        d.head(f"CHAPTER {number}: {title}", shown=title, jc="center", rpr="<w:i/>")
        d.blank()
        d.prose(4)
        d.blank()
        d.scene("* * *")
        d.blank()
        d.prose(3)
    d.page()
    d.head("Acknowledgements", jc="center", rpr=BOLD)
    d.prose(1)
    d.page()
    d.head("About the Author", jc="center", rpr=BOLD)
    d.prose(1)


@document()
def epigraph_each_chapter(d):
    for title in ["Chapter 1", "Chapter 2", "Chapter 3"]:
        d.head(title, style="Heading1")
        d.p(d.text("“He who counts the stairs is @ at the top.”"), jc="right", rpr="<w:i/>")
        d.p("— Saying of my aunt", jc="right")
        d.blank()
        d.prose(4)
        d.blank()
        d.scene("***")
        d.blank()
        d.prose(3)


# Languages

@document("de")
def german(d):
    d.p("Inhaltsverzeichnis", style="Heading1")
    d.add(d.par(d.field('TOC \\o "1-3"', d.run("Erstes Kapitel") + "<w:r><w:tab/></w:r>" + d.run("5"))))
    for title in ["Erstes Kapitel", "2. Kapitel", "Kapitel 3 – Der Fluss", "Nachwort"]:
        d.head(title, jc="center", rpr='<w:b/><w:lang w:val="de-DE"/>')
        d.prose(4, rpr='<w:lang w:val="de-DE"/>')
        d.scene("* * *")
        d.prose(2, rpr='<w:lang w:val="de-DE"/>')


@document("fr")
def french(d):
    for title in ["Chapitre premier", "CHAPITRE II", "Chapitre trois : Le charbon"]:
        d.head(title, jc="center")
        d.prose(3)
        d.p("— " + d.text("Où est @\u202f? demanda ma tante."))
        d.p("— " + d.text("«\u00a0Chez @\u00a0», dis-je."))
        d.scene("⁂")
        d.prose(2)


@document("es")
def spanish(d):
    for title in ["Capítulo primero", "Capítulo II. El carbón", "Epílogo"]:
        d.head(title, rpr=BOLD)
        d.prose(3)
        d.p("—" + d.text("¿Dónde está @? —preguntó mi tía—. No lo veo."))
        d.scene("***")
        d.prose(2)


@document("ru")
def russian(d):
    for title in ["Глава первая", "Глава 2. Уголь", "Глава III"]:
        d.head(title, jc="center", rpr=BOLD)
        d.prose(4)
        d.scene("***")
        d.prose(2)


@document("pl")
def polish(d):
    for title in ["ROZDZIAŁ I", "ROZDZIAŁ II", "ROZDZIAŁ III"]:
        d.head(title)
        d.prose(4)
        d.scene("***")
        d.prose(2)


@document("it")
def italian(d):
    for title in ["Capitolo primo", "Capitolo secondo", "Capitolo terzo"]:
        d.page()
        d.head(title)
        d.prose(4)
        d.scene("***")
        d.prose(2)


@document("he")
def hebrew(d):
    for title in ["פרק ראשון", "פרק שני", "פרק שלישי"]:
        d.head(title, style="Heading1", ppr="<w:bidi/>", rpr="<w:rtl/>")
        d.prose(3, ppr="<w:bidi/>", jc="start", rpr='<w:rtl/><w:lang w:bidi="he-IL"/>')
        d.scene("***")
        d.prose(2, ppr="<w:bidi/>", jc="right", rpr="<w:rtl/>")


# What is hidden, changed, commented

@document()
def hidden_everywhere(d):
    v = "<w:vanish/>"
    d.styles = (BASIC + d.style("Ghost", "Ghost", "Normal", rpr=v) + d.style("GhostChild", "Ghost Child", "Ghost")
                + d.style("Seen", "Seen", "Ghost", rpr='<w:vanish w:val="0"/>') + d.style("GhostRun", "Ghost Run", kind="character", rpr=v)
                + d.style("WebRun", "Web Run", kind="character", rpr="<w:webHidden/>")
                + d.style("GhostTable", "Ghost Table", kind="table", rpr=v))
    h = lambda text="The hidden @ is not for the book.": d.text(text, "hidden")
    d.head("The Lamp", style="Heading1")
    d.p()
    d.p(h(), rpr=v)
    d.p(h(), style="Ghost")
    d.p(h(), style="GhostChild")
    d.p(style="Seen")
    d.add(d.par(d.run(d.say(), '<w:vanish w:val="0"/>'), "Ghost"))
    d.add(d.par(d.run(d.say()) + d.run(h(" @ "), '<w:rStyle w:val="GhostRun"/>') + d.run(d.say())))
    d.add(d.par(d.run(d.say(), '<w:rStyle w:val="GhostRun"/><w:vanish w:val="false"/>')))
    d.add(d.par(d.run(d.say(), '<w:rStyle w:val="WebRun"/>') + d.run(d.say(), "<w:webHidden/>")))
    # A hidden paragraph mark: its words go on in the next paragraph.
    d.add(d.par(d.run(d.text("The end of this paragraph is hidden, so that @ ")), ppr=f"<w:rPr>{v}</w:rPr>"))
    d.add(d.par(d.run(d.text("goes on with @ in one sentence."))))
    d.add(d.par(d.run(h(), v), ppr=f"<w:rPr>{v}</w:rPr>"))
    d.p()
    d.add("<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>" + d.par(d.run(h())) + "</w:tc><w:tc>" + d.par(d.run(h())) + "</w:tc></w:tr>"
          "<w:tr><w:tc>" + d.par(d.run(d.text("cell @"))) + "</w:tc><w:tc>" + d.par(d.run(d.text("cell @"))) + "</w:tc></w:tr>"
          "<w:tr><w:tc>" + d.par(d.run(h("@"), v)) + "</w:tc><w:tc>" + d.par(d.run(d.text("cell @"))) + "</w:tc></w:tr></w:tbl>")
    reference = d.note(h("A note behind hidden @ words."))
    d.add(d.par(d.run(d.say()) + reference.replace("<w:rPr>", f"<w:rPr>{v}")))
    reference = d.note(d.par(d.run(d.text("A note in sight of @. ")) + d.run(h("In it is @."), v)))
    d.add(d.par(d.run(d.say()) + reference))
    box = "<w:txbxContent>" + d.par(d.run(h())) + "</w:txbxContent>"
    d.add(d.par(d.run(d.say()) + f'<w:r><w:rPr>{v}</w:rPr><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>'))
    box = "<w:txbxContent>" + d.par(d.run(h())) + "</w:txbxContent>"
    d.add(d.par(d.run(d.say()) + f'<w:r><w:pict><v:shape style="position:absolute;visibility:hidden"><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>'))
    box = "<w:txbxContent>" + d.par(d.run(h())) + "</w:txbxContent>"
    d.add(d.par(d.run(d.say()) + '<w:r><w:drawing><wp:anchor><wp:docPr id="3" name="Box" hidden="1"/><a:graphic><a:graphicData><wps:wsp><wps:txbx>'
                + box + "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"))
    d.add(d.par(d.run(d.say()) + f'<w:hyperlink w:anchor="x"><w:r><w:rPr>{v}</w:rPr><w:t>{h("@")}</w:t></w:r></w:hyperlink>'))
    d.add(d.par(d.run(d.say()) + d.field(f'XE "{d.text("entry @", "told")}"', "").replace('<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "")))
    d.told.pop()
    d.add('<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>' + d.par(d.run(h(), v)) + d.par(d.run(d.say())) + "</w:sdtContent></w:sdt>")
    d.add(d.par(f'<w:ins w:id="7" w:author="E"><w:r><w:rPr>{v}</w:rPr><w:t>{h()}</w:t></w:r></w:ins>' + d.run(d.say())))
    d.add(d.par(f"<m:oMath><m:r><w:rPr>{v}</w:rPr><m:t>{h('@')}</m:t></m:r></m:oMath>" + d.run(d.say())))
    d.add(d.par(d.run(h("Hidden heading @"), v), "Heading1"))
    d.prose(2)


@document()
def hidden_by_default(d):
    d.defaults = "<w:vanish/>"
    d.styles = d.style("Normal", "Normal", default=True, rpr='<w:vanish w:val="0"/>') + d.style("Heading1", "heading 1", ppr='<w:outlineLvl w:val="0"/>', rpr='<w:vanish w:val="0"/>') + d.style("Bare", "Bare")
    d.head("The Lamp", style="Heading1")
    d.prose(2)
    d.p(d.text("@ by default hidden", "hidden"), style="Bare")
    d.head("Coal", style="Heading1")
    d.prose(2)


@document()
def tracked(d):
    who = 'w:id="1" w:author="E" w:date="2020-01-01T00:00:00Z"'
    gone = lambda t="deleted @ words ": f'<w:r><w:delText xml:space="preserve">{d.text(t, "told")}</w:delText></w:r>'
    for title in ["The Lamp", "Coal"]:
        d.head(title, style="Heading1")
        d.add(d.par(d.run(d.say()) + f"<w:del {who}>{gone()}</w:del><w:ins {who}>" + d.run(d.text("and @ was put in ")) + "</w:ins>"))
        d.add(d.par(f"<w:ins {who}><w:del {who}>{gone()}</w:del></w:ins>" + d.run(d.say())))
        # A paragraph moved down, with its mark.
        moved = d.say()
        d.add(f'<w:moveFromRangeStart w:id="8" w:name="m1" w:author="E"/><w:p><w:pPr><w:rPr><w:moveFrom {who}/></w:rPr></w:pPr><w:moveFrom {who}>'
              + d.run(moved) + '</w:moveFrom></w:p><w:moveFromRangeEnd w:id="8"/>')
        d.prose(2)
        d.add(f'<w:moveToRangeStart w:id="9" w:name="m1" w:author="E"/><w:p><w:pPr><w:rPr><w:moveTo {who}/></w:rPr></w:pPr><w:moveTo {who}>'
              + d.run(moved) + '</w:moveTo></w:p><w:moveToRangeEnd w:id="9"/>')
        # A paragraph divided by an inserted mark; two joined by a deleted one.
        d.add(f'<w:p><w:pPr><w:rPr><w:ins {who}/></w:rPr></w:pPr>' + d.run(d.say()) + "</w:p>")
        d.add(f'<w:p><w:pPr><w:rPr><w:del {who}/></w:rPr></w:pPr>' + d.run(d.text("One sentence that begins with @ ")) + "</w:p>")
        d.add(d.par(d.run(d.text("and ends with @."))))
        d.add(f"<w:p><w:pPr><w:rPr><w:del {who}/></w:rPr></w:pPr><w:del {who}>{gone()}</w:del></w:p>")
        d.add(f'<w:p><w:pPr><w:pPrChange {who}><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:pPrChange></w:pPr>'
              + d.run(d.say(), f"<w:i/><w:rPrChange {who}><w:rPr><w:vanish/></w:rPr></w:rPrChange>") + "</w:p>")
        d.add(f"<w:tbl><w:tr><w:trPr><w:del {who}/></w:trPr><w:tc><w:p><w:del {who}>{gone()}</w:del></w:p></w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc>"
              + d.par(d.run(d.text("a cell of @"))) + "</w:tc><w:tc>" + d.par(d.run(d.text("a cell of @"))) + f"</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:cellDel {who}/></w:tcPr><w:p><w:del {who}>{gone()}</w:del></w:p></w:tc><w:tc>" + d.par(d.run(d.text("@"))) + "</w:tc></w:tr></w:tbl>")
        d.add(d.par(d.run(d.say()) + f'<w:del {who}><w:r><w:footnoteReference w:id="{len(d.notes) + 2}"/></w:r></w:del>'))
        d.notes.append(d.par(f"<w:del {who}>{gone()}</w:del>"))


@document()
def comments_across(d):
    d.head("The Lamp", style="Heading1")
    one = d.comment("".join(d.par(d.run(d.text("Comment @.", "told"))) for _ in range(3)))
    two = d.comment(d.par(d.run(d.text("Answer @.", "told"))))
    d.add(f'<w:commentRangeStart w:id="{one}"/><w:commentRangeStart w:id="{two}"/>')
    d.prose(2)
    d.add(d.par(d.run(d.say()) + f'<w:commentRangeEnd w:id="{one}"/><w:commentRangeEnd w:id="{two}"/><w:r><w:commentReference w:id="{one}"/></w:r>'
                f'<w:r><w:commentReference w:id="{two}"/></w:r>'))
    d.scene("***")
    d.prose(2)
    d.comment(d.par(d.run(d.text("A comment nobody @ refers to.", "told"))))
    three = d.comment(d.par(d.run(d.text("In a note @.", "told"))))
    reference = d.note(d.par(f'<w:commentRangeStart w:id="{three}"/>' + d.run(d.text("The note says @.")) + f'<w:commentRangeEnd w:id="{three}"/>'))
    d.add(d.par(d.run(d.say()) + reference))
    d.head("Coal", style="Heading1")
    d.prose(2)


# Containers

@document()
def controls(d):
    def control(inner, properties=""):
        return f"<w:sdt><w:sdtPr><w:id w:val=\"5\"/>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    d.add(control(d.par(d.run("WATER STREET"), "Title") + d.par(d.run("Ada Venn"), "Subtitle") + d.par(PAGE),
                  '<w:docPartObj><w:docPartGallery w:val="Cover Pages"/><w:docPartUnique/></w:docPartObj>'))
    d.add(control(control(d.par(d.run("Contents"), "TOCHeading") + d.par(d.run("The Lamp 3")) + d.par(d.run("Coal 9"))),
                  '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'))
    for title in ["The Lamp", "Coal"]:
        d.add(control(d.par(d.run(title), "Heading1")))
        d.chapter(title)
        d.add(control(control(control(d.par(d.run(d.say()))) + d.par(d.run(d.say())))))
        d.add(d.par(d.run(d.say()) + control(d.run(d.text(" in @, ")), "<w:text/>") + control(d.run("12 May 1943"), '<w:date w:fullDate="1943-05-12T00:00:00Z"/>') + d.run(d.say())))
        d.add(d.par(d.run(d.say()) + control(d.run("Click here to enter text."), "<w:showingPlcHdr/>")))
        d.add("<w:tbl>" + control("<w:tr><w:tc>" + d.par(d.run(d.text("row @"))) + "</w:tc>" + control("<w:tc>" + d.par(d.run(d.text("cell @"))) + "</w:tc>") + "</w:tr>") + "</w:tbl>")
        d.add(control(d.par("<w:r><w:rPr><w:rFonts w:ascii=\"MS Gothic\"/></w:rPr><w:t>☒</w:t></w:r>" + d.run(d.text(" ticked @"))), "<w14:checkbox/>"))
        d.scene("***")
        d.prose(2)


@document()
def alternates(d):
    pic = d.picture(alt="The brewery at dusk")
    def both(text, caption):
        inner = d.par(f"<w:r>{pic}</w:r>") + d.par(d.run(caption)) if caption else d.par(d.run(text))
        return ('<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="2" name="Text Box 2"/><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx>'
                f"<w:txbxContent>{inner}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
                f"<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>")
    for title in ["The Lamp", "Coal"]:
        d.head(title, style="Heading1")
        d.add(d.par(d.run(d.say())))
        caption = d.text("The brewery in the year of @")
        d.captions.append(caption)
        d.add(d.par(f"<w:r>{both('', caption)}</w:r>"))
        d.add(d.par(d.run(d.say()) + f"<w:r>{both(d.text('A box that tells of @.'), None)}</w:r>"))
        words = d.run(d.say())
        d.add(d.par(f'<mc:AlternateContent><mc:Choice Requires="x9">{words}</mc:Choice><mc:Fallback>{words}</mc:Fallback></mc:AlternateContent>'))
        words = d.par(d.run(d.say()))
        d.add(f'<mc:AlternateContent><mc:Choice Requires="w14"><mc:AlternateContent><mc:Choice Requires="w15">{words}</mc:Choice><mc:Fallback>{words}</mc:Fallback>'
              f'</mc:AlternateContent></mc:Choice><mc:Fallback>{words}</mc:Fallback></mc:AlternateContent>')
        d.scene("***")
        d.prose(2)


@document()
def nested_fields(d):
    begin, sep, end = (f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end"))
    code = lambda text: f"<w:r><w:instrText xml:space=\"preserve\">{text}</w:instrText></w:r>"
    for title in ["The Lamp", "Coal"]:
        d.head(title, style="Heading1")
        inner = d.field("MERGEFIELD Name", d.run("Ada"))
        d.add(d.par(begin + code(" IF ") + inner + code(' = "Ada" "yes" "no" ') + sep + d.run(d.say()) + end))
        d.add(d.par(d.run(d.say()) + d.field('HYPERLINK "https://example.org/a"', d.run(d.text("the link to @")) + d.field("REF x \\h", d.run(d.text(" and @"))))))
        d.add(d.par(d.run(d.say()) + d.field("PAGEREF _x \\h", d.run("17"))))
        d.add(d.par(d.field('QUOTE "x"', d.run(d.say()))))
        # A field over several paragraphs, and one that never ends.
        d.add(d.par(begin + code(" INCLUDETEXT x ") + sep + d.run(d.say())))
        d.prose(1)
        d.add(d.par(d.run(d.say()) + end))
        d.add(d.par('<w:fldSimple w:instr=" AUTHOR "><w:r><w:t xml:space="preserve">Ada Venn </w:t></w:r></w:fldSimple>' + d.run(d.say())))
        d.add(d.par(begin + code(' HYPERLINK "https://example.org/b" ') + d.run("") + sep + d.run(d.text("A link begun over @ "))))
        d.add(d.par(d.run(d.text("and ended in the next paragraph of @.")) + end))
        d.add(d.par(begin + code(' TC "hidden entry" \\f C ') + end + d.run(d.say())))
        d.scene("***")
        d.prose(2)
    d.add(d.par(begin + code(" REF y ") + sep + d.run(d.say())))
    d.prose(2)


@document()
def notes_of_all_kinds(d):
    for title in ["The Lamp", "Coal"]:
        d.head(title, style="Heading1")
        table = "<w:tbl><w:tr><w:tc>" + d.par(d.run("1943")) + "</w:tc><w:tc>" + d.par(d.run("coal")) + "</w:tc></w:tr></w:tbl>"
        first = d.say()
        many = [d.text("First paragraph of the note, on @."), d.text("Second, on @."), table, d.text("Last, on @.")]
        reference = d.note(*many)
        d.add(d.par(d.run(first) + reference + d.run(d.say()) + d.note(d.text("An endnote on @."), kind="endnote")))
        d.add(d.par(d.run(d.say()) + reference))
        d.add("<w:tbl><w:tr><w:tc>" + d.par(d.run(d.text("cell @")) + d.note(d.text("A note from a table on @."))) + "</w:tc><w:tc>" + d.par(d.run(d.text("cell @"))) + "</w:tc></w:tr></w:tbl>")
        mark = d.note(d.text("* A note with a mark of its own on @.")).replace("<w:footnoteReference ", '<w:footnoteReference w:customMarkFollows="1" ').replace("</w:r>", "<w:t>*</w:t></w:r>")
        d.add(d.par(d.run(d.say()) + mark))
        box = "<w:txbxContent>" + d.par(d.run(d.text("A box on @")) + d.note(d.text("a note from the box on @."))) + "</w:txbxContent>"
        d.add(d.par(d.run(d.say()) + f"<w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>"))
        long = "".join(d.par(d.run(d.say())) for _ in range(4))
        d.add(d.par(d.run(d.say()) + d.note(long, kind="endnote")))
        d.scene("***")
        d.prose(2)


@document()
def tables_in_tables(d):
    def table(*rows):
        return "<w:tbl>" + "".join("<w:tr>" + "".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows) + "</w:tbl>"
    for title in ["The Lamp", "Coal"]:
        d.add(table([d.par(d.run(title), "Heading1")]))
        d.chapter(title)
        d.prose(2)
        inner = table([d.par(d.run(d.text("inner @"))), d.par(d.run(d.text("inner @")))], [d.par(d.run(d.text("inner @"))), d.par()])
        d.add(table([d.par(d.run(d.text("outer @"))), inner + d.par()], [d.par(d.run(d.text("outer @"))), d.par(d.run(d.text("outer @")))]))
        d.add(table([table([table([d.par(d.run(d.say())) + d.par(d.run(d.say()))]) + d.par()]) + d.par()]))
        d.prose(1)
        d.add("<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>" + d.par(d.run(d.text("tall @"))) + "</w:tc><w:tc>" + d.par(d.run(d.text("@ | bar")))
              + "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>" + d.par(d.run(d.text("@ &amp; `tick`").replace("&amp;", "&"))) + "</w:tc></w:tr></w:tbl>")
        d.scene("***")
        d.prose(2)


@document()
def letters_and_verse(d):
    d.styles = BASIC + d.style("Quote", "Quote", "Normal", '<w:ind w:left="864" w:right="864"/><w:jc w:val="center"/>', "<w:i/>")
    for title in ["Chapter One", "Chapter Two"]:
        d.head(title, jc="center")
        d.prose(3)
        d.p("14 Water Street, 3 May 1943", jc="right")
        d.p(d.text("Dear @,"), rpr="<w:i/>")
        d.p(rpr="<w:i/>")
        d.p("Your loving", rpr="<w:i/>")
        d.p(d.text("Aunt @"), rpr="<w:i/>")
        d.prose(2)
        lines = [d.text("The tram goes round the brewery, @"), d.text("and round and round goes @"), d.text("who never paid a penny @")]
        d.add(d.par("<w:r><w:br/></w:r>".join(d.run(x) for x in lines), jc="center"))
        d.prose(2)
        d.p(d.text("HOME TUESDAY STOP SEND @ STOP"), jc="center")
        d.prose(1)
        d.p(style="Quote")
        d.scene("* * *")
        d.prose(2)


@document()
def dropped_capitals(d):
    for title in ["Chapter 1", "Chapter 2"]:
        d.head(title, style="Heading1")
        d.add(d.par(d.run("T"), ppr='<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>'))
        d.p(d.text("he lamp stood in the window until @ came home, and nobody asked where the evening had gone."))
        d.prose(3)
        d.add(d.par(d.run("W"), ppr='<w:framePr w:dropCap="margin" w:lines="2"/>'))
        d.p(d.text("e carried the coal up in a tin bath, and @ counted the steps aloud for us."))
        d.scene("***")
        d.prose(2)


@document()
def art_and_boxes(d):
    for title in ["Chapter 1", "Chapter 2"]:
        d.head(title, jc="center")
        d.prose(2)
        rid = d.link("image", "media/old.png")
        d.parts["word/media/old.png"] = PICTURE
        caption = d.text("Figure: the old picture of @")
        d.captions.append(caption)
        d.add(d.par(f'<w:r><w:pict><v:shape id="x" alt="Stairs" style="width:100pt"><v:imagedata r:id="{rid}" o:title="stairs"/></v:shape></w:pict></w:r>'))
        d.p(caption, style="Caption")
        d.add(d.par(f'<w:r><w:pict><v:shape><v:textpath string="{d.text("Art of @", "told")}"/></v:shape></w:pict></w:r>' + d.run(d.say())))
        group = "".join(f"<v:shape><v:textbox><w:txbxContent>{d.par(d.run(d.text('Box @ of a group.')))}</w:txbxContent></v:textbox></v:shape>" for _ in range(2))
        d.add(d.par(d.run(d.say()) + f"<w:r><w:pict><v:group>{group}</v:group></w:pict></w:r>"))
        d.scene("#")
        d.prose(2)


@document()
def frames_and_columns(d):
    for title in ["Chapter 1", "Chapter 2"]:
        d.head(title, style="Heading1")
        d.prose(2)
        d.add(d.par(d.run(d.text("A frame beside the text tells of @.")), ppr='<w:framePr w:w="3000" w:hSpace="180" w:wrap="around" w:vAnchor="text" w:hAnchor="page" w:x="8000"/>'))
        d.add(d.par(d.run(d.say()) + '<w:r><w:br w:type="column"/></w:r>' + d.run(d.say())))
        d.add(d.par(d.run(d.say()), ppr='<w:sectPr><w:type w:val="continuous"/><w:cols w:num="2"/></w:sectPr>'))
        d.prose(2)
        d.add(d.par("", ppr='<w:sectPr><w:type w:val="continuous"/></w:sectPr>'))
        d.prose(1)


# How people type

@document()
def typewriter_lines(d):
    for title in ["Chapter 1", "Chapter 2"]:
        d.head(title)
        d.blank()
        for i in range(4):
            if i == 2:
                d.scene("* * *", jc=None)
                d.blank()
            words, line = (d.say(3)).split(" "), ""
            for word in words:
                if len(line) + len(word) > 62:
                    d.p(line)
                    line = ""
                line += (" " if line else "") + word
            d.p(line)
            d.blank()


@document()
def wide_spacing(d):
    for title in ["The Lamp", "Coal", "The Tram"]:
        d.head(title, style="Heading1")
        for i in range(5):
            d.p("     " + d.say())
            d.blank()
            if i == 2:
                d.blank(3)
                d.pending = "scene"


@document()
def ornaments(d):
    for i, sign in enumerate(["⁂", "~~~", "###", "— — —", "§", "…", "◊ ◊ ◊", "\t*\t*\t*", "-o-", "+++", "- * -", "<<<>>>"]):
        d.head(f"Chapter {i + 1}", style="Heading1")
        d.prose(3)
        d.scene(sign)
        d.prose(2)


@document()
def symbol_ornaments(d):
    for i, sign in enumerate(['<w:sym w:font="Wingdings" w:char="F09A"/>', '<w:sym w:font="Wingdings 2" w:char="F064"/>',
                              '<w:sym w:font="Wingdings" w:char="F0AB"/>', '<w:sym w:font="Webdings" w:char="F059"/>']):
        d.head(f"Chapter {i + 1}", style="Heading1")
        d.prose(3)
        d.add(d.par(f"<w:r>{sign}</w:r>", jc="center"))
        d.pending = "scene"
        d.prose(2)
    d.head("Chapter 5", style="Heading1")
    d.prose(3)
    d.add(d.par("", ppr='<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'))
    d.pending = "scene"
    d.prose(2)
    d.head("Chapter 6", style="Heading1")
    d.prose(3)
    d.p(ppr='<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>')
    d.prose(2)
    d.add(d.par("<m:oMath><m:r><m:t>a²+b²</m:t></m:r></m:oMath>" + d.run(d.text(" and 👩‍👩‍👧 @ e\u0301")) + '<w:r><w:ruby><w:rt><w:r><w:t>yomi</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>読</w:t></w:r></w:rubyBase></w:ruby></w:r>'))


@document()
def interviews(d):
    for title in ["Chapter 1", "Chapter 2"]:
        d.head(title, style="Heading1")
        d.prose(2)
        for _ in range(3):
            d.p("ANNA:", rpr=BOLD)
            d.p()
            d.p("MARTIN:", rpr=BOLD)
            d.p()
        d.p(d.text("Q: And where was @?"))
        d.p(d.text("A: In the cellar with @."))
        d.p(d.text("STOP THE TRAM, @ SHOUTED MY AUNT!"))
        d.prose(2)


@document()
def bold_subheads(d):
    d.p("Water Street", style="Title")
    for title in ["Chapter One: The Lamp", "Chapter Two: Coal"]:
        d.head(title, style="Heading1")
        for sub in ["The stairs", "The parlour"]:
            d.p(sub, rpr=BOLD)
            d.prose(3)


@document()
def lists_of_all_kinds(d):
    levels = "".join(f'<w:lvl w:ilvl="{i}"><w:start w:val="{1 if i else 3}"/><w:numFmt w:val="{f}"/><w:lvlText w:val="%{i + 1}."/></w:lvl>'
                     for i, f in enumerate(["decimal", "lowerLetter", "lowerRoman"]))
    d.numbering = (f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
                   '<w:lvlText w:val="•"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>')
    item = lambda n, l: f'<w:numPr><w:ilvl w:val="{l}"/><w:numId w:val="{n}"/></w:numPr>'
    for title in ["Chapter 1", "Chapter 2"]:
        d.head(title, style="Heading1")
        d.prose(2)
        for n, l in [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (2, 0), (2, 0)]:
            d.p(d.text("an item of @"), ppr=item(n, l))
        d.p()
        for sign in ["• ", "– ", "a) ", "b) ", "1) ", "2) "]:
            d.p(sign + d.text("typed item of @"))
        d.p()


@document()
def embedded_files(d):
    d.parts["word/chunk.html"] = "<html><body><h1>Coal</h1><p>" + "CHUNK" + "</p></body></html>"
    d.head("The Lamp", style="Heading1")
    d.prose(2)
    d.add(d.par(f'<w:r><w:object><v:shape style="width:10pt"><v:imagedata r:id="{d.link("image", "media/o.emf")}" o:title=""/></v:shape><o:OLEObject Type="Embed" ProgID="Excel.Sheet.12"/></w:object></w:r>' + d.run(d.say())))
    d.parts["word/media/o.emf"] = b"\x01\0\0\0" + bytes(36) + b" EMF" + bytes(60)
    d.add(d.par("<w:r>" + d.picture(b"BM" + bytes(60), "old.bmp", "A bitmap") + "</w:r>"))
    d.add(d.par("<w:r>" + d.picture(b"\x01\0\0\0" + bytes(36) + b" EMF" + bytes(60), "draw.emf", "A drawing") + "</w:r>"))
    d.add(d.par(f'<w:r>{d.drawing(d.link("image", "https://example.org/x.png", True), "Far away")}</w:r>' + d.run(d.say())))
    d.pending = "Coal"
    d.parts["word/chunk.html"] = f"<html><body><h1>Coal</h1><p>{escape(d.say())}</p></body></html>"
    d.add(f'<w:altChunk r:id="{d.link("aFChunk", "chunk.html")}"/>')
    d.prose(2)


@document()
def untitled_by_page(d):
    d.p("Water Street", style="Title")
    d.p("by Ada Venn", style="Subtitle")
    for i in range(3):
        d.page()
        d.chapter(None if False else "")
        d.prose(4)
        d.scene("***")
        d.prose(2)


@document()
def parts_by_level(d):
    d.styles = BASIC + d.style("Heading3", "heading 3", "Normal", '<w:outlineLvl w:val="2"/>')
    for part in ["Part One: Water", "Part Two: Fire"]:
        d.p(part, style="Heading1")
        for title in (["The Lamp", "Coal"] if "One" in part else ["The Tram", "Shoes"]):
            d.head(title, style="Heading2")
            d.prose(2)
            d.p("At night", style="Heading3")
            d.prose(2)
            d.scene("***")
            d.prose(2)


def type_all(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name, language, make in MAKERS:
        made = Doc(name, language)
        make(made)
        made.save(folder)
    print(len(MAKERS), "documents")


# Scores

def plain(text):
    text = re.sub(r"^---\n.*?\n---\n", "", text, flags=re.S)
    text = re.sub(r"!\[([^\]]*)\]\(<?[^\s>)]*>?( \"([^\"]*)\")?\)", r"\3", text)
    text = re.sub(r"\]\(<[^>]*>\)", "]", text)
    return re.sub(r"\\(.)", r"\1", text)


def normal(title):
    return " ".join(re.findall(r"\w+", title.lower()))


def import_one(bookc, path, target, *more):
    done = subprocess.run([bookc, "import", str(path), "--into", str(target), *more], capture_output=True, text=True)
    if done.returncode not in (0, 1) or not (target / "book.yaml").exists():
        return None, done.stderr
    files = sorted(target.glob("chapters/*.md"))
    return {"chapters": [p.read_text() for p in files], "yaml": (target / "book.yaml").read_text(),
            "report": "\n".join(p.read_text() for p in target.glob("import/*.txt"))}, done.stderr


def raw(path):
    """All that lies in a file, without its tags: what a program has not written cannot be read."""
    if not zipfile.is_zipfile(path):
        return re.sub("<[^>]*>", "", path.read_text("utf-8", "replace"))
    with zipfile.ZipFile(path) as archive:
        return "\n".join(re.sub("<[^>]*>", "", archive.read(n).decode("utf-8", "replace")) for n in archive.namelist()
                         if n.endswith(("xml", "html")))


def judge(expected, made, ending, there):
    """What is wrong, in words, and counts of right, found and wanted chapters and scene breaks."""
    faults = []
    for kind in ["visible", "hidden", "told"]:
        expected[kind] = [token for token in expected[kind] if token in there]
    texts = [plain(c) for c in made["chapters"]]
    whole = "\n".join(texts)
    counts = collections.Counter(re.findall(r"\w+", whole))
    known = collections.Counter(re.findall(r"\w+", whole + made["yaml"] + made["report"]))
    for token in expected["visible"]:
        if counts[token] != 1:
            faults.append(f"{token}: {counts[token]} times" + (" (in the report)" if not counts[token] and known[token] else ""))
    for token in expected["hidden"] + expected["told"]:
        if counts[token]:
            faults.append(f"{token}: printed though hidden or told")
        if not known[token] and ending == "docx":
            faults.append(f"{token}: hidden or told, and not in the report")
    tally = collections.Counter()
    found = []
    for source, text in zip(made["chapters"], texts):
        lines = [x for x in text.strip().split("\n") if x.strip()]
        title = normal(re.sub(r"\[\^\d+\]", "", lines[0][2:])) if lines and lines[0].startswith("# ") else ""
        words = [w for w in re.findall(r"\w+", text) if w in set(expected["visible"])]
        if words and words[0] in expected["optional"]:
            continue
        found.append((title, words[0] if words else None))
    wanted = [(normal(t), w) for t, w in expected["chapters"]]
    if wanted and wanted[0][0] == "" or not wanted:
        starts = {w for _, w in wanted}
        right = sum(w in starts for _, w in found)
    else:
        right = len(set(found) & set(wanted))
    tally.update({"chapters right": right, "chapters found": len(found), "chapters": len(wanted)})
    if (right, len(found)) != (len(wanted), len(wanted)):
        faults.append(f"chapters {right} right of {len(wanted)}, found {len(found)}: {[t for t, _ in found]}")
    visible = set(expected["visible"])
    scenes = []
    for text in texts:
        body = re.split(r"^\[\^\d+\]: ", text, flags=re.M)[0]
        last = None
        pending = False
        for line in body.split("\n"):
            if line.strip() == "* * *":
                pending = True
            words = [w for w in re.findall(r"\w+", line) if w in visible]
            if words:
                if pending:
                    scenes.append((last, words[0]))
                pending, last = False, words[-1]
    wanted = {b for _, b in expected["scenes"]}
    right = len({b for _, b in scenes} & wanted)
    tally.update({"scenes right": right, "scenes found": len(scenes), "scenes": len(wanted)})
    if (right, len(scenes)) != (len(wanted), len(wanted)):
        faults.append(f"scene breaks {right} right of {len(wanted)}, found {len(scenes)}")
    for caption in expected["captions"]:
        if not any(f'"{caption}"' in c for c in made["chapters"]):
            faults.append(f"no caption: {caption}")
    return faults, tally


def score(folder, bookc, ending="docx", check=None):
    total = collections.Counter()
    for path in sorted(folder.glob("*." + ending)):
        expected = json.loads(path.with_suffix(".json").read_text())
        total["files"] += 1
        with tempfile.TemporaryDirectory() as target:
            target = pathlib.Path(target) / "book"
            target.mkdir()
            made, said = import_one(bookc, path, target)
            if made is None:
                print(path.name, "NOT IMPORTED", said[:300])
                total["faulty"] += 1
                continue
            faults, tally = judge(expected, made, ending, raw(path))
            before = {p: p.read_bytes() for p in target.rglob("*") if p.is_file()}
            import_one(bookc, path, target)
            if before != {p: p.read_bytes() for p in target.rglob("*") if p.is_file()}:
                faults.append("the second import changed something")
            if check:
                book = target / "made.epub"
                done = subprocess.run([bookc, "build", str(target), "--formats", "epub", "--out", str(book)], capture_output=True, text=True)
                if done.returncode or not book.exists():
                    faults.append("not built: " + (done.stderr or done.stdout)[:300])
                else:
                    judged = subprocess.run([*check.split(), str(book)], capture_output=True, text=True)
                    if judged.returncode:
                        faults.append("EPUBCheck: " + (judged.stdout + judged.stderr)[:400])
        total.update(tally)
        total["lost or doubled"] += sum(" times" in f for f in faults)
        total["printed"] += sum("printed though" in f for f in faults)
        total["untold"] += sum("not in the report" in f for f in faults)
        if faults:
            total["faulty"] += 1
            print(path.name)
            for fault in faults[:12]:
                print("   ", fault)
    f1 = lambda n: 2 * total[n + " right"] / max(1, total[n + " found"] + total[n])
    print(f"{total['files']} files, {total['faulty']} with a fault: chapters F1 {f1('chapters'):.3f}, scene breaks F1 {f1('scenes'):.3f}, "
          f"pieces lost or doubled {total['lost or doubled']}, hidden printed {total['printed']}, untold {total['untold']}")


if __name__ == "__main__":
    if sys.argv[1] == "type":
        type_all(pathlib.Path(sys.argv[2]))
    else:
        more = sys.argv[3:]
        check = None
        if "--build" in more:
            place = more.index("--build")
            check = more[place + 1]
            del more[place:place + 2]
        score(pathlib.Path(sys.argv[2]), *more, check=check)
