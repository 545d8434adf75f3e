#!/usr/bin/env python3
"""Makes Sources/BookPeople/Names/Data/lexicon.txt, the lexicon the finder of names looks words up in.

  make-lexicon.py CENSUS_DIR COUNTRIES_DIR NICKNAMES_CSV TEXT_DIR

CENSUS_DIR     dist.all.last, dist.female.first, dist.male.first (US Census 1990; also in PyPI `names`)
COUNTRIES_DIR  common-forenames-by-country.csv, common-surnames-by-country.csv (CC0)
NICKNAMES_CSV  names.csv of carltonnorthern/nicknames (Apache-2.0)
TEXT_DIR       public-domain prose, *.txt: only counts of its lower-case words are kept
The hand-made lists beside this script give the rest. Each entry is one line, in the order
of its bytes: word, a space, then letter and level pairs: M F S (man's, woman's, family name), W (common word),
and the letters of word-classes.txt after an apostrophe-free "=".
"""
import collections, csv, glob, math, os, re, sys

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "../../Sources/BookPeople/Names/Data")
SURNAMES = 40000

def fold(word):
    return word.strip().lower().replace("’", "'")

def level(share):
    """Per cent of the population -> 1 … 9."""
    return max(1, min(9, round(9 + 0.72 * math.log2(max(share, 1e-4) / 1.0))))

def sections(name):
    current = None
    for line in open(os.path.join(HERE, name), encoding="utf-8"):
        line = line.strip()
        if not line or line.startswith("#"): continue
        if re.fullmatch(r"\[.\]", line): current = line[1]; continue
        yield current, line

def main():
    census, countries, nicknames, texts = sys.argv[1:5]
    entry = collections.defaultdict(dict)
    classes = collections.defaultdict(set)
    def put(word, tag, value):
        if re.fullmatch(r"[^\W\d_][^\W\d_'.-]*(?:['.-][^\W\d_]+)*\.?", word) and len(word.encode()) <= 30:
            entry[word][tag] = max(entry[word].get(tag, 0), value)
    for file, tag, most in (("dist.male.first", "M", 10**6), ("dist.female.first", "F", 10**6), ("dist.all.last", "S", SURNAMES)):
        for rank, line in enumerate(open(os.path.join(census, file))):
            word, share = line.split()[:2]
            if rank < most: put(fold(word), tag, level(float(share)))
    for row in csv.DictReader(open(os.path.join(countries, "common-forenames-by-country.csv"), encoding="utf-8-sig")):
        for word in {row["Romanized Name"], row["Localized Name"]}:
            if re.match(r"[A-Za-zÀ-ſ]", word or "") and " " not in word: put(fold(word), "F" if row["Gender"] == "F" else "M", 4)
    for row in csv.DictReader(open(os.path.join(countries, "common-surnames-by-country.csv"), encoding="utf-8-sig")):
        for word in {row["Romanized Name"], row["Localized Name"]}:
            if re.match(r"[A-Za-zÀ-ſ]", word or "") and " " not in word: put(fold(word), "S", 4)
    for _, line in sections("given-names.txt"):
        kind, words = line.split(":", 1)
        for word in words.split():
            for tag in {"m": "M", "f": "F", "b": "MF", "s": "S"}[kind]: put(word, tag, 4)
    for row in csv.DictReader(open(nicknames)):
        for word in (row["name1"], row["name2"]):
            if word.isalpha() and not {"M", "F"} & entry[word].keys(): entry[word].setdefault("G", 1)
    for letter, line in sections("word-classes.txt"):
        for word in line.split(): classes[word].add(letter); entry[word]
    for _, line in sections("places.txt"):
        for word in line.split():
            parts = word.split("_")
            whole = "_".join(word.replace("+", "_").split("_"))
            # St. Paul is an apostle too: of saints the book tells.
            if not whole.startswith("st_"): classes[whole].add("P"); entry[whole]
            if len(parts) > 1:
                classes[parts[0]].add("Q"); entry[parts[0]]
                classes[parts[-1]].add("R"); entry[parts[-1]]
    lower, capital = collections.Counter(), collections.Counter()
    for file in sorted(glob.glob(os.path.join(texts, "*.txt"))):
        previous = "."
        for word in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[.?!:;\"“”‘\n]", open(file, encoding="utf-8").read()):
            w = re.sub(r"'s$", "", fold(word))
            if word.islower(): lower[w] += 1
            elif word[0].isupper() and previous[-1].isalpha() and previous.islower(): capital[w] += 1
            previous = word
    for word, n in lower.items():
        if n >= 3 and len(word) > 1 and n * 4 >= capital[word]:
            put(word, "W", max(1, min(9, round(math.log(n, 3)))))
    lines = []
    for word in sorted(entry, key=lambda w: w.encode()):
        tags = "".join(f"{t}{v}" for t, v in sorted(entry[word].items()) if v)
        letters = "".join(sorted(classes.get(word, ())))
        if tags or letters: lines.append(f"{word} {tags}" + (f"={letters}" if letters else ""))
    os.makedirs(OUT, exist_ok=True)
    print(len(lines), "words", sum(len(l.encode()) + 1 for l in lines), "bytes")
    with open(os.path.join(OUT, "lexicon.txt"), "w", encoding="utf-8") as f: f.write("\n".join(lines) + "\n")

main()
