#!/usr/bin/env python3
"""Learns the tagger of BookWords, and checks it on documents it has not seen.

  train.py DATA check     scores by five folds of documents
  train.py DATA write     learns from everything, writes the model and the fixture of the tests
  train.py DATA fixture   writes the fixture anew from the model that is there

DATA is the folder that fetch-sources fills. Needs numpy and a C compiler. See README.md.
"""
import glob, hashlib, multiprocessing, os, struct, sys, time
import numpy as np

import atoms, clauses, kernel, trees
from kernel import Corpus
from trees import LABELS, TAGS

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "../..")
MODEL = os.path.join(ROOT, "Sources/CWordData/english.tagger")
FIXTURE = os.path.join(ROOT, "Tests/Fixtures/words/tagged-sentences.txt")
FOLDS, JACKKNIFE = 5, 2
PUNCTUATION = [TAGS.index(t) for t in ("STOP", "COMMA", "QUOTE")]


def number(name): return int(hashlib.md5(name.encode()).hexdigest(), 16)


def read(folder, source):
    documents = []
    for path in sorted(glob.glob(os.path.join(folder, source, "**/*.conllu"), recursive=True)):
        name = os.path.relpath(path, folder)
        for part, sentences in trees.read(open(path, encoding="utf-8").read()):
            documents.append((name + "#" + part, [s for s in sentences if s.words]))
    return documents


def read_clusters():
    found = {}
    for k, line in enumerate(open(os.path.join(HERE, "clusters.txt"), encoding="utf-8")):
        for w in line.split(): found.setdefault(atoms.fnv(w.encode()), k + 3)
    return found


def pack_words(found, bits, kind):
    """Words by hash: bucket by the upper bits, told apart by the lower 16."""
    table = {}
    for h in sorted(found): table.setdefault((h >> (32 - bits), h & 0xFFFF), found[h])
    keys = sorted(table)
    buckets = np.searchsorted([k[0] for k in keys], np.arange((1 << bits) + 1)).astype("<u4")
    checks = np.array([k[1] for k in keys], dtype="<u2")
    values = np.array([table[k] for k in keys], dtype=kind)
    body = struct.pack("<II", bits, len(keys)) + buckets.tobytes() + checks.tobytes()
    body += b"\0" * (-len(body) % 4) + values.tobytes()
    return body + b"\0" * (-len(body) % 4), table


class Lookup:
    """Reads a packed table of words as the program does, false friends included."""
    def __init__(self, found, bits): self.bits, self.table = bits, pack_words(found, bits, "<u4")[1]
    def get(self, h, other=0): return self.table.get((h >> (32 - self.bits), h & 0xFFFF), other)


CLUSTER_BITS, CLASS_BITS = 12, 8


class Model:
    def __init__(self, tags, arcs): self.tags, self.arcs = tags, arcs

    @staticmethod
    def learn(documents, clusters, rows=None, say=None):
        sentences = [s for d in documents for s in d[1]]
        rows = [rows[id(s)] if rows else atoms.sentence_atoms(s.words, clusters) for s in sentences]
        everything = Corpus(sentences, rows)
        model = Model(kernel.learn_tags(everything, **kernel.TAG_SETTINGS, say=say), None)
        # the parser learns from tags with the faults it will meet
        part = np.array([number(d[0]) // FOLDS % JACKKNIFE for d in documents for _ in d[1]])
        tags = np.zeros(len(everything.tags), dtype=np.uint8)
        for k in range(JACKKNIFE):
            rest, own = np.nonzero(part != k)[0], np.nonzero(part == k)[0]
            half = kernel.learn_tags(Corpus([sentences[i] for i in rest], [rows[i] for i in rest]), **kernel.TAG_SETTINGS)
            out = kernel.run_tags(half, Corpus([sentences[i] for i in own], [rows[i] for i in own]))
            at = 0
            for i in own:
                n = len(rows[i]); tags[everything.first[i]:everything.first[i] + n] = out[at:at + n]; at += n
        model.arcs = kernel.learn_arcs(everything, tags, **kernel.ARC_SETTINGS, say=say)
        return model

    @staticmethod
    def load():
        data = open(MODEL, "rb").read()
        at = struct.unpack("<7I", data[4:32])
        return Model(data[at[3]:at[4]], data[at[5]:at[6]])

    def run(self, corpus):
        tags = kernel.run_tags(self.tags, corpus)
        return (tags,) + kernel.run_arcs(self.arcs, corpus, tags)

    def bytes(self, clusters, lists):
        def table(name): return struct.pack("<I", len(kernel.TEMPLATES[name])) + kernel.TEMPLATES[name].astype(np.uint8).tobytes()
        sections = [pack_words(clusters, CLUSTER_BITS, "u1")[0], pack_words(lists, CLASS_BITS, "<u4")[0],
                    table("tags"), self.tags, table("arcs"), self.arcs]
        sections = [s + b"\0" * (-len(s) % 4) for s in sections]
        at, head = 4 + 4 * (len(sections) + 1), b""
        for s in sections: head += struct.pack("<I", at); at += len(s)
        return b"BWT1" + head + struct.pack("<I", at) + b"".join(sections)


class Score:
    """Counts, added up over folds."""
    def __init__(self): self.n = {}
    def add(self, name, good, of): a, b = self.n.get(name, (0, 0)); self.n[name] = (a + int(good), b + int(of))
    def merge(self, other):
        for name, (a, b) in other.n.items(): self.add(name, a, b)
    def line(self, names): return "  ".join(f"{n} {100 * self.n[n][0] / max(1, self.n[n][1]):.2f}" for n in names if n in self.n)


FIELDS = ("tense", "perfect", "progressive", "passive", "negated", "kind", "governor", "subject", "object", "under")


def measure(score, model, corpus, sentences, seen):
    tags, heads, labels = model.run(corpus)
    right = tags == corpus.tags
    known = np.isin(corpus.atoms[:, 0], seen)
    verb = np.isin(corpus.tags, [TAGS.index(t) for t in ("VB", "VBD", "VBP", "VBZ", "VBG", "VBN", "MD")])
    word = ~np.isin(corpus.tags, PUNCTUATION)
    score.add("tags", right.sum(), len(tags)); score.add("seen", right[known].sum(), known.sum())
    score.add("unseen", right[~known].sum(), (~known).sum()); score.add("verbs", right[verb].sum(), verb.sum())
    attached = (heads == corpus.heads) & word
    both = attached & (labels == corpus.labels)
    score.add("UAS", attached.sum(), word.sum()); score.add("LAS", both.sum(), word.sum())
    for name in ("nsubj", "obj"):
        k = LABELS.index(name)
        score.add(name, 2 * (both & (labels == k)).sum(), (labels == k).sum() + (corpus.labels == k).sum())
    for s, sentence in enumerate(sentences):
        a, b = corpus.first[s], corpus.first[s + 1]
        hashes = corpus.atoms[a:b, 0].tolist()
        gold = {p.at: p for p in clauses.predicates(hashes, sentence.tags, sentence.heads, sentence.labels)}
        found = {p.at: p for p in clauses.predicates(
            hashes, [TAGS[t] for t in tags[a:b]], heads[a:b].tolist(), [LABELS[l] for l in labels[a:b]])}
        score.add("predicates", 2 * len(gold.keys() & found.keys()), len(gold) + len(found))
        for at in gold.keys() & found.keys():
            for f in FIELDS: score.add("=" + f, getattr(gold[at], f) == getattr(found[at], f), 1)
        for f in ("negated", "passive", "perfect"):
            g, q = {k for k in gold if getattr(gold[k], f)}, {k for k in found if getattr(found[k], f)}
            score.add("F " + f, 2 * len(g & q), len(g) + len(q))


SHOWN = ("tags", "seen", "unseen", "verbs", "UAS", "LAS", "nsubj", "obj", "predicates")
DETAIL = tuple("=" + f for f in FIELDS) + ("F negated", "F passive", "F perfect")


def corpus_of(documents, rows):
    sentences = [s for d in documents for s in d[1]]
    return Corpus(sentences, [rows[id(s)] for s in sentences]), sentences


def one_fold(fold):
    """Learns from four folds; scores on the fifth, on some of the four, and on strangers."""
    documents, others, rows, clusters = SHARED
    inside = [d for d in documents if number(d[0]) % FOLDS != fold]
    outside = [d for d in documents if number(d[0]) % FOLDS == fold]
    start = time.time()
    model = Model.learn(inside, clusters, rows=rows)
    seen = np.unique(corpus_of(inside, rows)[0].atoms[:, 0])
    held, training, strange = Score(), Score(), {n: Score() for n in others}
    measure(held, model, *corpus_of(outside, rows), seen)
    measure(training, model, *corpus_of(inside[::2 * FOLDS], rows), seen)
    for name, part in others.items(): measure(strange[name], model, *corpus_of(part, rows), seen)
    print(f"fold {fold + 1}: {held.line(SHOWN)}  ({len(model.tags) + len(model.arcs)} bytes, {time.time() - start:.0f} s)", flush=True)
    return held, training, strange


SHARED = None


def check(documents, others, clusters, workers):
    global SHARED
    rows = {id(s): atoms.sentence_atoms(s.words, clusters)
            for part in [documents] + list(others.values()) for d in part for s in d[1]}
    SHARED = documents, others, rows, clusters
    total, training, strange = Score(), Score(), {n: Score() for n in others}
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        for held, inner, outer in pool.imap(one_fold, range(FOLDS), chunksize=1):
            total.merge(held); training.merge(inner)
            for n in strange: strange[n].merge(outer[n])
    print("all:     ", total.line(SHOWN)); print("         ", total.line(DETAIL))
    print("training:", training.line(SHOWN))
    for name, score in strange.items(): print(f"{name}:", score.line(SHOWN)); print("         ", score.line(DETAIL))


def fixture(model, documents, clusters):
    """200 sentences with all that the reference says of them, for the program to say the same."""
    sentences = [s for d in documents for s in d[1] if 3 <= len(s.words) <= 45 and not any(" " in w for w in s.words)]
    sentences = sorted(sentences, key=lambda s: hashlib.md5(" ".join(s.words).encode()).digest())[:200]
    corpus = Corpus(sentences, [atoms.sentence_atoms(s.words, clusters) for s in sentences])
    tags, heads, labels = model.run(corpus)
    lines = ["# Written by Scripts/tagger/train.py from UD English PUD (CC BY-SA 3.0). Words; tags; heads and labels; predicates."]
    for s, sentence in enumerate(sentences):
        a, b = corpus.first[s], corpus.first[s + 1]
        names, relations = [TAGS[t] for t in tags[a:b]], [LABELS[l] for l in labels[a:b]]
        lines += ["", " ".join(sentence.words), " ".join(names),
                  " ".join(f"{h}:{l}" for h, l in zip(heads[a:b], relations))]
        lines += [p.line() for p in clauses.predicates(corpus.atoms[a:b, 0].tolist(), names, heads[a:b].tolist(), relations)]
    os.makedirs(os.path.dirname(FIXTURE), exist_ok=True)
    open(FIXTURE, "w", encoding="utf-8").write("\n".join(lines) + "\n")


def main():
    if len(sys.argv) != 3 or sys.argv[2] not in ("check", "write", "fixture"): sys.exit(__doc__)
    data, what = sys.argv[1:]
    clusters = read_clusters()
    lookup, lists = Lookup(clusters, CLUSTER_BITS), clauses.CLASSES
    clauses.CLASSES = Lookup(lists, CLASS_BITS)
    documents = read(data, "ewt") + read(data, "pud")
    count = sum(len(s.words) for d in documents for s in d[1])
    print(f"{len(documents)} documents, {sum(len(d[1]) for d in documents)} sentences, {count} words", flush=True)
    if what == "check":
        check(documents, {n: read(data, n) for n in ("gum",) if os.path.isdir(os.path.join(data, n))}, lookup,
              int(os.environ.get("WORKERS", "2")))
        return
    if what == "write":
        model = Model.learn(documents, lookup, say=lambda t: print(t, flush=True))
        packed = model.bytes(clusters, lists)
        os.makedirs(os.path.dirname(MODEL), exist_ok=True)
        open(MODEL, "wb").write(packed)
        print(f"{len(packed)} bytes: tags {len(model.tags)}, arcs {len(model.arcs)}; sha256 {hashlib.sha256(packed).hexdigest()}")
    fixture(Model.load(), [d for d in documents if d[0].startswith("pud")], lookup)


if __name__ == "__main__": main()
