#!/usr/bin/env python3
"""Trains the weights of BookPeople's finder of names, and checks them by cross-validation.

  train.py EXAMPLES GOLD check [FOLDS]   precision, recall, F1 on documents not trained on
  train.py EXAMPLES GOLD write           writes Sources/BookPeople/Discovery/SpanWeights.swift

EXAMPLES holds DOC.txt.ex as `spanExamples(in:)` prints it; GOLD holds mentions.jsonl and text/
(LitBank's proper-name mentions of persons, CC BY 4.0). Needs numpy and scipy.

The model is a semi-Markov one: within a run of capital words every stretch has a score, a weighted
sum of its features; the best set of stretches that do not overlap wins, no stretch scoring zero.
A second set of weights adds what the first thought of each word elsewhere in the same document.
Spans are compared as `core` trims them: without determiner, possessive or of-phrase.
"""
import collections, hashlib, json, os, re, sys
import numpy as np, scipy.sparse as sp
from scipy.optimize import minimize

FEATURES, CONSENSUS, BIAS = 1184, 1172, 0.2
FIRST, SECOND = 2.0, 4.0          # strength of the pull towards zero
LEAD = {"The", "My", "Our", "His", "Her", "Your", "Their", "This", "That", "A", "An", "O", "Oh", "And", "But", "Then"}
HERE = os.path.dirname(os.path.abspath(__file__))

def core(text, start, end):
    s, e = start, end
    words = [(m.start() + start, m.group()) for m in re.finditer(r"\S+", text[start:end])]
    while len(words) > 1 and (words[0][1][0].islower() or words[0][1] in LEAD):
        words.pop(0); s = words[0][0]
    m = re.search(r"(,|\s(of|from|in|at|the)\s)", text[s:e])
    if m: e = s + m.start()
    m = re.search(r"(['’]s|['’])$", text[s:e])
    if m: e = s + m.start()
    while e > s and text[e - 1] in ".,;:!?\"”)": e -= 1
    return s, e

class Document:
    def __init__(self, name, examples, gold, mentions):
        raw = open(f"{gold}/text/{name}.txt", "rb").read()
        self.name, self.text = name, raw.decode()
        place, at = np.zeros(len(raw) + 1, dtype=int), -1
        for i, byte in enumerate(raw):
            at += (byte & 0xC0) != 0x80
            place[i] = at
        place[len(raw)] = len(self.text)
        self.gold = {core(self.text, m["start"], m["end"]) for m in mentions if not m.get("nested")}
        self.free = {core(self.text, m["start"], m["end"]) for m in mentions} - self.gold
        self.runs = []
        for line in open(f"{examples}/{name}.txt.ex"):
            part = line.split()
            if part[0] == "R":
                number = [int(x) for x in part[1:part.index("|")]]
                words = list(zip(number[::2], number[1::2]))
                run = {"words": words, "spans": [], "gold": set()}
                run["types"] = [raw[a:b].decode("utf8", "ignore").lower().rstrip(".") for a, b in words]
                self.runs.append(run)
            else:
                s, e = int(part[1]), int(part[2])
                pairs = [x.split(":") for x in part[3:]]
                c = core(self.text, place[run["words"][s][0]], place[run["words"][e - 1][1]])
                run["spans"].append((s, e, [int(p[0]) for p in pairs], [float(p[1]) if len(p) > 1 else 1.0 for p in pairs], c))
        for run in self.runs: self.label(run)

    def label(self, run):
        """The shortest stretch for each gold core, longest core first, none overlapping."""
        best = {}
        for k, (s, e, _, _, c) in enumerate(run["spans"]):
            if c in self.gold and (c not in best or e - s < best[c][2] - best[c][1]): best[c] = (k, s, e)
        taken = set()
        for k, s, e in sorted(best.values(), key=lambda t: t[1] - t[2]):
            if taken.isdisjoint(range(s, e)): run["gold"].add(k); taken |= set(range(s, e))

def matrix(runs):
    row, col, val, first, n = [], [], [], [], 0
    for run in runs:
        first.append(n)
        for _, _, index, value, _ in run["spans"]:
            row += [n] * len(index); col += index; val += value; n += 1
    return sp.csr_matrix((val, (row, col)), shape=(n, FEATURES)), first

def marginals(run, first, score, out):
    """Adds each stretch's probability to `out`; returns the logarithm of the partition sum."""
    n, spans = len(run["words"]), run["spans"]
    forward, back = np.full(n + 1, -1e30), np.full(n + 1, -1e30)
    forward[0] = back[n] = 0
    ends, starts = [[] for _ in range(n + 1)], [[] for _ in range(n + 1)]
    for k, span in enumerate(spans): ends[span[1]].append(k); starts[span[0]].append(k)
    for e in range(1, n + 1):
        forward[e] = np.logaddexp.reduce([forward[e - 1]] + [forward[spans[k][0]] + score[first + k] for k in ends[e]])
    for b in range(n - 1, -1, -1):
        back[b] = np.logaddexp.reduce([back[b + 1]] + [back[spans[k][1]] + score[first + k] for k in starts[b]])
    for k, span in enumerate(spans):
        out[first + k] = np.exp(forward[span[0]] + score[first + k] + back[span[1]] - forward[n])
    return forward[n]

def fit(runs, pull):
    X, first = matrix(runs); XT = X.T.tocsr()
    gold = np.zeros(X.shape[0])
    for run, o in zip(runs, first):
        for k in run["gold"]: gold[o + k] = 1
    single = np.array([o for r, o in zip(runs, first) if len(r["words"]) == 1], dtype=int)
    longer = [(r, o) for r, o in zip(runs, first) if len(r["words"]) > 1]
    def loss(w):
        score = X @ w; p = np.zeros(len(score))
        p[single] = 1 / (1 + np.exp(-score[single]))
        total = np.logaddexp(0, score[single]).sum() + sum(marginals(r, o, score, p) for r, o in longer)
        return total - gold @ score + 0.5 * pull * (w @ w), XT @ (p - gold) + pull * w
    return minimize(loss, np.zeros(FEATURES), jac=True, method="L-BFGS-B", options={"maxiter": 120}).x

def believe(documents, w):
    """Sets each word's probability of standing in a name."""
    for d in documents:
        X, first = matrix(d.runs); score = X @ w; p = np.zeros(len(score))
        for run, o in zip(d.runs, first):
            marginals(run, o, score, p); run["p"] = [0.0] * len(run["words"])
            for k, span in enumerate(run["spans"]):
                for i in range(span[0], span[1]): run["p"][i] += p[o + k]

def second(documents):
    """The runs again, with what the first pass thought of their words elsewhere."""
    result = []
    for d in documents:
        total, count = collections.Counter(), collections.Counter()
        for run in d.runs:
            for t, p in zip(run["types"], run["p"]): total[t] += p; count[t] += 1
        for run in d.runs:
            spans = []
            for s, e, index, value, c in run["spans"]:
                index, value = list(index), list(value)
                for i, role in ([(s, 0)] if e - s == 1 else [(s, 1), (e - 1, 2)]):
                    n = count[run["types"][i]] - 1
                    if n:
                        mean = (total[run["types"][i]] - run["p"][i]) / n; weight = n / (n + 1)
                        index += [CONSENSUS + role * 4, CONSENSUS + role * 4 + 1]
                        value += [mean * weight, (1 - mean) * weight]
                spans.append((s, e, index, value, c))
            result.append({**run, "spans": spans, "document": d})
    return result

def both(documents):
    """Weights of both passes; the second learns from a first that had not seen the document."""
    for i in range(5):
        seen = [r for j, d in enumerate(documents) if j % 5 != i for r in d.runs]
        believe(documents[i::5], fit(seen, FIRST))
    w2 = fit(second(documents), SECOND)
    return fit([r for d in documents for r in d.runs], FIRST), w2

def found(runs, w):
    X, first = matrix(runs); score = X @ w + BIAS; out = collections.defaultdict(set)
    for run, o in zip(runs, first):
        n = len(run["words"]); best, back = [0.0] * (n + 1), [None] * (n + 1)
        for e in range(1, n + 1):
            best[e] = best[e - 1]
            for k, span in enumerate(run["spans"]):
                if span[1] == e and best[span[0]] + score[o + k] > best[e]: best[e] = best[span[0]] + score[o + k]; back[e] = k
        e = n
        while e > 0:
            if back[e] is None: e -= 1
            else: out[run["document"].name].add(run["spans"][back[e]][4]); e = run["spans"][back[e]][0]
    return out

def check(documents, folds):
    right = said = gold = 0
    for i in range(folds):
        w1, w2 = both([d for j, d in enumerate(documents) if j % folds != i])
        rest = documents[i::folds]; believe(rest, w1); out = found(second(rest), w2)
        r = sum(len(out[d.name] & d.gold) for d in rest); s = sum(len(out[d.name] - d.free) for d in rest); g = sum(len(d.gold) for d in rest)
        right += r; said += s; gold += g
        print(f"fold {i + 1}: P {100 * r / s:.1f} R {100 * r / g:.1f} F1 {200 * r / (s + g):.1f}")
    print(f"{folds} folds: P {100 * right / said:.1f} R {100 * right / gold:.1f} F1 {200 * right / (said + gold):.1f}")

def write(documents):
    w1, w2 = both(documents)
    path = os.path.join(HERE, "../../Sources/BookPeople/Discovery/SpanWeights.swift")
    with open(path, "w") as f:
        f.write("// Made by Scripts/names/train.py from LitBank's mentions of persons by name (CC BY 4.0, David\n"
                "// Bamman, Sejal Popat and Sheng Shen 2019; Bamman, Lewke and Mansoor 2020): do not edit.\n"
                "// Thousandths, in the order of `FeatureBase`. A positive weight speaks for a person's name.\n\n"
                f"/// Added to every stretch's score: chosen by cross-validation for the best F1.\nlet spanBias: Float = {BIAS}\n")
        for name, w, doc in (("firstWeights", w1, "Before the book has been heard."), ("secondWeights", w2, "With what the first pass thought of the same words elsewhere.")):
            numbers = [str(max(-32000, min(32000, round(1000 * x)))) for x in w]
            f.write(f"\n/// {doc}\nlet {name}: [Int16] = [\n")
            for i in range(0, len(numbers), 16): f.write("  " + ", ".join(numbers[i:i + 16]) + ",\n")
            f.write("]\n")

def main():
    examples, gold, what = sys.argv[1:4]
    mentions = collections.defaultdict(list)
    for line in open(f"{gold}/mentions.jsonl"): m = json.loads(line); mentions[m["doc"]].append(m)
    names = sorted(mentions, key=lambda n: hashlib.md5((n + ".txt").encode()).hexdigest())
    documents = [Document(n, examples, gold, mentions[n]) for n in names]
    if what == "check": check(documents, int(sys.argv[4]) if len(sys.argv) > 4 else 5)
    else: write(documents)

main()
