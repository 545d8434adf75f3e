#!/usr/bin/env python3
"""Checks the page numbers that a book prints against the text of the pages, as poppler reads it.

  check-pages.py BOOK.pdf [BOOK.epub]

Contents, index and chronology: every page number there leads to a page that has the chapter's
title, the person's name, or some words of the event. With the EPUB of the same build: the first
word after every page break is the first word of that page of the PDF. Needs pikepdf and
poppler-utils.
"""
import posixpath
import re
import subprocess
import sys
import unicodedata
import zipfile
from xml.etree import ElementTree

import pikepdf

XHTML = "{http://www.w3.org/1999/xhtml}"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"


def plain(text):
    """Letters and figures only, in one case."""
    text = unicodedata.normalize("NFKC", text).replace("\u00ad", "").casefold()
    return "".join(c for c in unicodedata.normalize("NFD", text) if c.isalnum())


def words(text):
    return [w for w in (plain(part) for part in re.split(r"[\s—–-]+", text)) if w]


class Pages:
    """The text of each page, by its label."""

    def __init__(self, path):
        self.path = path
        self.labels = page_labels(path)
        text = subprocess.run(
            ["pdftotext", "-raw", path, "-"], capture_output=True, check=True
        ).stdout.decode("utf-8")
        self.texts = text.split("\f")[: len(self.labels)]
        with pikepdf.open(path) as pdf:
            self.pictured = {
                label for label, page in zip(self.labels, pdf.pages)
                if b" Do" in page.Contents.read_bytes()
            }
        self.by_label = dict(zip(self.labels, self.texts))

    def text(self, label):
        return self.by_label.get(label)

    def bookmark(self, title):
        """The label of the page that a bookmark of this title leads to; None without one."""
        with pikepdf.open(self.path) as pdf:
            numbers = {page.objgen: index for index, page in enumerate(pdf.pages)}
            with pdf.open_outline() as outline:
                waiting = list(outline.root)
                while waiting:
                    item = waiting.pop(0)
                    waiting += item.children
                    if plain(item.title) == plain(title):
                        return self.labels[numbers[self.destination(pdf, item)[0].objgen]]
        return None

    @staticmethod
    def destination(pdf, item):
        place = item.destination if item.destination is not None else item.action.D
        if isinstance(place, (pikepdf.String, pikepdf.Name, str)):
            names = pikepdf.NameTree(pdf.Root.Names.Dests)
            place = names[str(place)]
        return place.D if isinstance(place, pikepdf.Dictionary) else place


def roman(number):
    signs = [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
             (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]
    text = ""
    for value, sign in signs:
        while number >= value:
            text += sign
            number -= value
    return text


def page_labels(path):
    with pikepdf.open(path) as pdf:
        nums = list(pdf.Root.PageLabels.Nums)
        ranges = [(int(nums[i]), nums[i + 1]) for i in range(0, len(nums), 2)]
        labels = []
        for index in range(len(pdf.pages)):
            start, style = [r for r in ranges if r[0] <= index][-1]
            number = int(style.get("/St", 1)) + index - start
            labels.append(roman(number) if style.get("/S") == "/r" else str(number))
        return labels


# What the structure says


def structure(path):
    """The lines of pdfinfo's view of the structure: (depth, text or element)."""
    out = subprocess.run(
        ["pdfinfo", "-struct-text", path], capture_output=True, check=True
    ).stdout.decode("utf-8", errors="replace")
    for line in out.split("\n"):
        body = line.lstrip(" ")
        yield (len(line) - len(body)) // 2, body


def entries(path, start, role):
    """Texts of the elements of a role after a section's title, up to the next section."""
    inside = False
    depth = None
    current = None
    for level, body in structure(path):
        if body.startswith('Sect "') or body.startswith('Part "'):
            if inside and level <= depth:
                break
            if body == start:
                inside, depth = True, level
            continue
        if not inside:
            continue
        if body.split(" ")[0] == role:
            if current is not None:
                yield current
            current = []
        elif body.startswith('"') and current is not None:
            current.append(body.strip('"'))
    if current:
        yield current


def expand(locator):
    """The pages of a locator: 321–28 is 321 to 328."""
    match = re.fullmatch(r"([0-9]+|[ivxlc]+)(?:–([0-9]+|[ivxlc]+))?n?", locator.strip())
    if not match:
        return None
    first, last = match[1], match[2]
    if last is None:
        return [first]
    if not first.isdigit() or not last.isdigit():
        return [first, last]
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return [first, last]


def check_contents(path, pages, faults):
    count = 0
    for parts in entries(path, 'Sect "Contents"', "TOCI"):
        text = " ".join(parts).strip()
        match = re.fullmatch(r"(.*\S)\s+([0-9]+|[ivxlc]+)", text)
        if not match:
            faults.append(f"contents: no page number in '{text}'")
            continue
        count += 1
        page = pages.text(match[2])
        title = words(match[1])[-3:]
        has_title = page is not None and all(w in plain(page) for w in title)
        # A dedication and an epigraph stand without their title: there the bookmark is the witness.
        if not has_title and (page is None or pages.bookmark(match[1]) != match[2]):
            faults.append(f"contents: page {match[2]} does not have '{match[1]}'")
    return count


def check_index(path, pages, faults, title):
    count = 0
    chapters = {
        plain(re.sub(r"\s+([0-9]+|[ivxlc]+)$", "", " ".join(parts).strip()))
        for parts in entries(path, 'Sect "Contents"', "TOCI")
    }
    names = []
    for parts in entries(path, f'Sect "{title}"', "P"):
        heading = parts[0].split(",")[0]
        # Entries of many pages have one below them for each chapter.
        is_below = any(c.endswith(plain(parts[0])) for c in chapters) and names
        above, names = names, words(heading) + words(" ".join(re.findall("“(.*?)”", parts[0])))
        names += words(parts[0].rstrip(", "))
        if is_below:
            names = above
        for part in parts[1:]:
            locators = expand(part)
            if not locators:
                continue
            for label in locators:
                count += 1
                page = pages.text(label)
                if page is None or not any(name in plain(page) for name in names if len(name) > 2):
                    faults.append(f"index: page {label} does not name '{parts[0].rstrip(', ')}'")
    return count


def check_chronology(path, pages, faults, title):
    count = 0
    for parts in entries(path, f'Sect "{title}"', "LI"):
        text = " ".join(parts).strip()
        match = re.fullmatch(r"(.*\S)\s+([0-9]+|[ivxlc]+)", text)
        if not match:
            continue
        count += 1
        page = pages.text(match[2])
        long = [w for w in words(match[1]) if len(w) > 4]
        found = page is not None and sum(w[:5] in plain(page) for w in long)
        if page is None or (long and not found):
            faults.append(f"chronology: page {match[2]} has nothing of '{match[1]}'")
    return count


# The page list of the EPUB


def following_text(root, wanted):
    """The text before and after the element of an id, notes left out."""
    before, after = [], []
    state = {"found": False}

    def walk(element):
        if element.get("id") == wanted:
            state["found"] = True
        elif element.tag != XHTML + "head" and element.get(EPUB_TYPE) not in (
            "footnote", "footnotes", "endnotes", "pagebreak", "noteref"
        ):
            put(element.text)
            for child in element:
                walk(child)
                put(child.tail)
            if element.tag in (XHTML + "p", XHTML + "h1", XHTML + "h2", XHTML + "li"):
                put(" ")

    def put(text):
        if text:
            (after if state["found"] else before).append(text)

    walk(root)
    return "".join(before), "".join(after), state["found"]


def check_page_list(pdf, epub, pages, faults):
    count = 0
    with zipfile.ZipFile(epub) as book:
        nav = [n for n in book.namelist() if n.endswith("nav.xhtml")][0]
        folder = posixpath.dirname(nav)
        tree = ElementTree.fromstring(book.read(nav))
        lists = [n for n in tree.iter(XHTML + "nav") if n.get(EPUB_TYPE) == "page-list"]
        if not lists:
            faults.append("the EPUB has no page list")
            return 0
        documents = {}
        for link in lists[0].iter(XHTML + "a"):
            path, _, wanted = link.get("href").partition("#")
            name = posixpath.join(folder, path)
            if name not in documents:
                documents[name] = ElementTree.fromstring(book.read(name))
            label = "".join(link.itertext())
            before, after, found = following_text(documents[name], wanted)
            page = pages.text(label)
            count += 1
            if not found or page is None:
                faults.append(f"page list: nothing at {link.get('href')} for page {label}")
                continue
            first, there = words(after)[:1], words(page)
            # A chapter's number stands before its title in print alone.
            window = there[:12] if len(words(before)) < 8 else there[:1]
            if label in pages.pictured and " ".join(words(after)[:5]) in " ".join(there):
                continue  # a picture stands above the text
            if first and first[0] not in window:
                faults.append(
                    f"page list: page {label} begins with '{' '.join(there[:4])}', "
                    f"the break stands before '{' '.join(words(after)[:4])}'")
    return count


def check_words(pdf, epub, faults):
    """Every word of the chapters is a whole word of the PDF, hyphens at lines' ends healed."""
    count = 0
    for mode in ([], ["-raw"]):
        text = subprocess.run(
            ["pdftotext", *mode, pdf, "-"], capture_output=True, check=True
        ).stdout.decode("utf-8")
        # The figure of a note stands close to its word.
        there = {re.sub(r"\d+$", "", w) for w in words(text)}
        if "\u00ad" in text:
            faults.append(f"words: {text.count(chr(0xAD))} soft hyphens in pdftotext {mode}")
        missing = set()
        with zipfile.ZipFile(epub) as book:
            for name in book.namelist():
                if not re.search(r"chapter-\d+\.xhtml$", name):
                    continue
                root = ElementTree.fromstring(book.read(name))
                paragraphs = [p for p in root.iter(XHTML + "p") if p.get("class") != "continued"]
                for paragraph in paragraphs:
                    said = words(following_text(paragraph, None)[0])
                    count += len(said)
                    # Figures of notes stand at words in the one and beside them in the other.
                    missing.update(w for w in said if w not in there and w.isalpha())
        for word in sorted(missing)[:10]:
            faults.append(f"words: '{word}' is not in pdftotext {' '.join(mode) or '(default)'}")
    return count


def main(arguments):
    pdf = [a for a in arguments if a.endswith(".pdf")][0]
    epubs = [a for a in arguments if a.endswith(".epub")]
    pages = Pages(pdf)
    faults = []
    counts = {
        "contents": check_contents(pdf, pages, faults),
        "index": check_index(pdf, pages, faults, "People"),
        "chronology": check_chronology(pdf, pages, faults, "Chronology"),
    }
    if epubs:
        counts["page list"] = check_page_list(pdf, epubs[0], pages, faults)
        counts["words"] = check_words(pdf, epubs[0], faults)
    for name, count in counts.items():
        print(f"{name}: {count}")
        if count == 0:
            faults.append(f"{name}: none found")
    for fault in faults:
        print(fault)
    print(f"{sum(counts.values()) - len(faults)} passed, {len(faults)} failed")
    return 1 if faults else 0


sys.exit(main(sys.argv[1:]))
