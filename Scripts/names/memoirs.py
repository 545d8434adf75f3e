#!/usr/bin/env python3
"""Makes plain texts of the memoirs that train.py learns from.

  memoirs.py CORPUS OUT

For every book of which verdicts/ judges the words, CORPUS/BOOK/*.md becomes OUT/BOOK@PART.txt, a
chapter each, and OUT/BOOK@book.txt, all of them: the words without header, marks and link targets.
"""
import glob, os, re, sys

HERE = os.path.dirname(os.path.abspath(__file__))

def plain(markdown):
    text = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.S)
    text = re.sub(r"(?m)^:::.*$", "", text)
    text = re.sub(r"(?m)^>+ ?", "", text)
    text = re.sub(r"\[\^[^\]]*\]:?", "", text)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"(?m)^#+ +", "", text)
    return re.sub(r"[*_`\\]|<[^>\n]*>", "", text)

def main():
    corpus, out = sys.argv[1:3]
    os.makedirs(out, exist_ok=True)
    for verdict in sorted(glob.glob(os.path.join(HERE, "verdicts/*.txt"))):
        book = os.path.basename(verdict)[:-4]
        parts = [(os.path.basename(p)[:-3], plain(open(p, encoding="utf-8").read())) for p in sorted(glob.glob(os.path.join(corpus, book, "*.md")))]
        for name, text in parts + [("book", "\n\n".join(text for _, text in parts))]:
            with open(os.path.join(out, f"{book}@{name}.txt"), "w", encoding="utf-8") as f: f.write(text)

main()
