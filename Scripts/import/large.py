#!/usr/bin/env python3
"""Writes a Word file of 300,000 words and 100 pictures, to time an import.

    large.py FILE.docx

Needs python-docx.
"""
import io
import pathlib
import random
import struct
import sys
import zlib

import docx

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from hands import SENTENCES  # noqa: E402


def noise(dice, side):
    """A picture that no archive makes smaller, as bytes of a PNG file."""
    rows = b"".join(b"\0" + dice.randbytes(3 * side) for _ in range(side))
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b""))


def main(target):
    dice = random.Random(1)
    document = docx.Document()
    words = 0
    pictures = 0
    while words < 300_000:
        if words // 7500 > len(document.element.body.xpath(".//w:pStyle[@w:val='Heading1']")) - 1:
            document.add_heading(f"Chapter {words // 7500 + 1}", 1)
        text = " ".join(dice.sample(SENTENCES, 4)) if words < 2000 else None
        paragraph = document.add_paragraph()
        for sentence in (text.split(". ") if text else dice.sample(SENTENCES, 4)):
            run = paragraph.add_run(sentence + " ")
            run.italic = dice.random() < 0.05 or None
            words += len(sentence.split())
        if words // 3000 > pictures and pictures < 100:
            document.add_picture(io.BytesIO(noise(dice, 280)))
            document.add_paragraph(f"Figure {pictures + 1}: a day", style="Caption")
            pictures += 1
    document.save(target)


if __name__ == "__main__":
    main(sys.argv[1])
