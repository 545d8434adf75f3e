#!/usr/bin/env python3
"""build.py [UNICODE [OUT]]: what setting type needs to know of characters, packed into one file.

UNICODE is a folder with the Unicode Character Database (Debian: package `unicode-data`, in
/usr/share/unicode); OUT is Sources/BookTypesetting/Text/Characters/characters.table.

The file: 4352 numbers of two bytes, little end first: which block each 256 characters have; the
number of blocks, two bytes; the blocks, 256 times two bytes: first the class of UAX 14 (bits 0-5, as
LINE orders them), bit 6 for East Asian wide, bit 7 for a pictograph not yet assigned; then the class
of UAX 9 (bits 0-4, as BIDI orders them), bit 5 for a bracket that opens, bit 6 for one that closes;
then the number of pairs of brackets, two bytes, and each pair as two numbers of four bytes.
"""
import re, struct, sys

LINE = "AL BA BB B2 BK CB CL CM CP CR EB EM EX GL H2 H3 HL HY ID IN IS JL JT JV LF NL NS NU OP PO PR QU RI SP SY WJ ZW ZWJ".split()
BIDI = "L R AL EN ES ET AN CS NSM BN B S WS ON LRE LRO RLE RLO PDF LRI RLI FSI PDI".split()
LIMIT = 0x110000


def ranges(path):
    for line in open(path, encoding="utf-8"):
        line = line.split("#")[0].strip()
        if line:
            span, value = [part.strip() for part in line.split(";")[:2]]
            first, _, last = span.partition("..")
            yield int(first, 16), int(last or first, 16), value


def main():
    source = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode"
    target = sys.argv[2] if len(sys.argv) > 2 else "Sources/BookTypesetting/Text/Characters/characters.table"
    line, bidi = ["XX"] * LIMIT, ["L"] * LIMIT
    # Classes of what is not assigned (DerivedBidiClass.txt, its @missing lines).
    for text in open(f"{source}/extracted/DerivedBidiClass.txt", encoding="utf-8"):
        found = re.match(r"# @missing: ([0-9A-F]+)\.\.([0-9A-F]+); (\w+)", text)
        if found:
            names = {"Left_To_Right": "L", "Right_To_Left": "R", "Arabic_Letter": "AL", "European_Terminator": "ET", "Boundary_Neutral": "BN"}
            for code in range(int(found[1], 16), int(found[2], 16) + 1):
                bidi[code] = names.get(found[3], found[3])
    for first, last, value in ranges(f"{source}/extracted/DerivedBidiClass.txt"):
        bidi[first : last + 1] = [value] * (last - first + 1)
    for first, last, value in ranges(f"{source}/LineBreak.txt"):
        line[first : last + 1] = [value] * (last - first + 1)
    wide = bytearray(LIMIT)
    for first, last, value in ranges(f"{source}/EastAsianWidth.txt"):
        if value in ("F", "W", "H"):
            wide[first : last + 1] = b"\1" * (last - first + 1)
    category = ["Cn"] * LIMIT
    for first, last, value in ranges(f"{source}/extracted/DerivedGeneralCategory.txt"):
        category[first : last + 1] = [value] * (last - first + 1)
    # Ranges kept free for pictographs: ideographic, and not assigned (UAX 14, LB30b).
    brackets, pairs = {}, []
    for text in open(f"{source}/BidiBrackets.txt", encoding="utf-8"):
        text = text.split("#")[0].strip()
        if text:
            here, other, kind = [part.strip() for part in text.split(";")]
            brackets[int(here, 16)] = kind
            if kind == "o":
                pairs.append((int(here, 16), int(other, 16)))
    blocks, index = {}, []
    for start in range(0, LIMIT, 256):
        block = bytearray()
        for code in range(start, start + 256):
            kind = line[code]
            # LB1
            if kind == "SA":
                kind = "CM" if category[code] in ("Mn", "Mc") else "AL"
            kind = {"AI": "AL", "SG": "AL", "XX": "AL", "CJ": "NS"}.get(kind, kind)
            free = kind == "ID" and category[code] == "Cn" and code >= 0x1F000
            flag = {"o": 32, "c": 64}.get(brackets.get(code), 0)
            block += bytes([LINE.index(kind) | wide[code] << 6 | free << 7, BIDI.index(bidi[code]) | flag])
        index.append(blocks.setdefault(bytes(block), len(blocks)))
    with open(target, "wb") as file:
        file.write(struct.pack(f"<{len(index)}H", *index) + struct.pack("<H", len(blocks)))
        for block in blocks:
            file.write(block)
        file.write(struct.pack("<H", len(pairs)) + b"".join(struct.pack("<II", *pair) for pair in pairs))
    print(f"{target}: {len(blocks)} blocks, {len(pairs)} pairs of brackets")


main()
