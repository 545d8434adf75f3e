#!/usr/bin/env python3
"""Learns how much each cue of a clause says for or against a row of the chronology.

  weights.py EXAMPLES GOLD [EXAMPLES GOLD ...] [--rows N]

EXAMPLES is what `event-examples CHAPTER.md ...` prints for a book; GOLD is the chronology that an editor made of
it: a JSON object a line with file, line, quote, grade A, B or C, and `also`, other places that tell the same. Says
how well rows would be chosen of each book, learned from the others, then prints the table for
Sources/BookTime/Happenings/EventWeights.swift. A file with lines of grade "-", sentences that are no events, is a
list of single sentences that were judged: what is not in it is not learned from. Needs numpy and scipy.
"""
import collections, json, os, re, sys
import numpy as np
from scipy.optimize import minimize

STOP = re.compile(r"(?<!Mr)(?<!Mrs)(?<!Dr)(?<!St)(?<!\b[A-Z])[.!?][”\"’)]*\s|\n\s*\n")
# What an editor would never leave out counts for more.
GRADES = {"A": 2.5, "B": 1.4, "C": 1.0}
SMOOTHING = 10.0
# A clause that nobody judged, in a book of which some were, is most likely no event.
UNJUDGED = 0.4


def sentence(text, at, end):
    start = 0
    for stop in STOP.finditer(text, 0, at): start = stop.end()
    stop = STOP.search(text, max(at, end - 1))
    return start, stop.end() if stop else len(text)


def read(examples, gold):
    """Clauses of the chapters that the editor read: cues, whether it can be worded, events it stands for."""
    events = [json.loads(l) for l in open(gold, encoding="utf-8") if l.strip()]
    rows = [l.rstrip("\n").split("\t") for l in open(examples, encoding="utf-8")]
    paths = {os.path.basename(r[0]): r[0] for r in rows}
    texts = {f: open(p, encoding="utf-8").read() for f, p in paths.items()}
    spans = collections.defaultdict(list)
    for number, event in enumerate(events):
        for place in [event] + [{"file": event["file"], **x} for x in event.get("also", [])]:
            text = texts[place["file"]]
            line = sum(len(l) + 1 for l in text.split("\n")[: place["line"] - 1])
            at = text.find(place["quote"], line)
            spans[place["file"]].append((*sentence(text, at, at + len(place["quote"])), number))
    read_by_editor = {e["file"] for e in events}
    isJudged = any(e["grade"] == "-" for e in events)
    clauses = []
    for path, start, end, _, leans, cues, title in rows:
        file = os.path.basename(path)
        if file not in read_by_editor: continue
        data = texts[file].encode()
        a, z = len(data[: int(start)].decode()), len(data[: int(end)].decode())
        told = sorted({n for s, e, n in spans[file] if s < z and a < e})
        weight = UNJUDGED if isJudged and not told else 1.0
        told = [n for n in told if events[n]["grade"] != "-"]
        clauses.append((cues.split() + (["leaning"] if leans == "true" else []), bool(title), told, weight))
    return clauses, events, isJudged


def matrix(clauses, names):
    place = {n: i for i, n in enumerate(names)}
    m = np.zeros((len(clauses), len(names) + 1)); m[:, -1] = 1
    for row, (cues, *_) in enumerate(clauses):
        for cue in cues: m[row, place[cue]] = 1
    return m


def learn(clauses, events, names):
    m = matrix(clauses, names)
    y = np.array([1.0 if told else 0.0 for _, _, told, _ in clauses])
    w = np.array([weight * max((GRADES[events[n]["grade"]] for n in told), default=1.0) for _, _, told, weight in clauses])

    def loss(t):
        z = m @ t; p = 1 / (1 + np.exp(-z))
        return (np.sum(w * (np.logaddexp(0, z) - y * z)) + SMOOTHING / 2 * np.sum(t[:-1] ** 2),
                m.T @ (w * (p - y)) + np.r_[SMOOTHING * t[:-1], 0])
    return minimize(loss, np.zeros(m.shape[1]), jac=True, method="L-BFGS-B").x


def tried(clauses, events, names, weights, rows):
    z = matrix(clauses, names) @ weights
    best = [i for i in np.argsort(-z) if clauses[i][1]][:rows]
    found = set()
    for i in sorted(best):
        free = [n for n in clauses[i][2] if n not in found]
        if free: found.add(free[0])
    share = lambda grades: 100 * np.mean([n in found for n, e in enumerate(events) if e["grade"] in grades])
    rows = len(best)
    return f"{rows} rows: recall A {share('A'):.0f} %, A+B {share('AB'):.0f} %, precision {100 * len(found) / rows:.0f} %"


def main():
    arguments = sys.argv[1:]
    rows = 60
    if "--rows" in arguments:
        at = arguments.index("--rows"); rows = int(arguments[at + 1]); del arguments[at:at + 2]
    books = [read(e, g) for e, g in zip(arguments[::2], arguments[1::2])]
    names = sorted({c for book in books for row in book[0] for c in row[0]})

    def together(some):
        # events are numbered within their book
        joined, all_events = [], []
        for c, e, _ in some:
            joined += [(x, t, [n + len(all_events) for n in told], w) for x, t, told, w in c]; all_events += e
        return joined, all_events
    for k, (clauses, events, isJudged) in enumerate(books):
        others = [b for j, b in enumerate(books) if j != k]
        if not others: continue
        if isJudged: clauses = [c for c in clauses if c[3] == 1.0]
        # of a list about the best third are events
        count = len(clauses) // 3 if isJudged else rows
        print(f"{os.path.basename(arguments[2 * k + 1])}, learned from the others:",
              tried(clauses, events, names, learn(*together(others), names), count))
    weights = learn(*together(books), names)
    for name, weight in sorted(zip(names + ["bias"], weights), key=lambda x: -x[1]): print(f".{name}: {weight:.2f},")


if __name__ == "__main__": main()
