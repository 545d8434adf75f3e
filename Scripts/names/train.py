#!/usr/bin/env python3
"""Trains the weights of BookPeople's finder of names, and checks them by cross-validation.

  train.py EXAMPLES GOLD MEMOIRS check [FOLDS]   precision, recall, F1 on documents not trained on
  train.py EXAMPLES GOLD MEMOIRS write           writes Sources/BookPeople/Discovery/span.weights
  train.py fixture TEXT                          writes TEXT.names: what the weights find in TEXT, with TEXT.ex

EXAMPLES holds DOC.txt.ex as `name-examples` writes it; GOLD holds mentions.jsonl and text/
(LitBank's proper-name mentions of persons, CC BY 4.0). MEMOIRS holds BOOK@PART.txt with BOOK@PART.txt.ex,
public-domain memoirs, whole and by chapter; verdicts/BOOK.txt beside this script says which words of
that book are people's names (and which are either), so that most of their runs can be labelled; the
rest are left out. Needs numpy and scipy.

The model is a semi-Markov one: within a run of capital words every stretch has a score, a weighted
sum of its features; the best set of stretches that do not overlap wins, no stretch scoring zero.
A second set of weights adds what the first thought of each word elsewhere in the same document.
Spans are compared as `core` trims them: without determiner, possessive or of-phrase.
"""
import collections, glob, hashlib, json, os, re, struct, sys
import numpy as np, scipy.sparse as sp
from scipy.optimize import minimize

BIAS = 0.4                        # chosen by folds
MEMOIR = 0.12                     # weight of a memoir's run beside one of the gold
FIRST, SECOND = 2.0, 4.0          # strength of the pull towards zero
LEAD = {"The", "My", "Our", "His", "Her", "Your", "Their", "This", "That", "A", "An", "O", "Oh", "And", "But", "Then"}
HERE = os.path.dirname(os.path.abspath(__file__))
WEIGHTS = os.path.join(HERE, "../../Sources/BookPeople/Discovery/span.weights")

def table():
    """The groups of features with their first numbers, and how many features there are."""
    first, n = {}, 0
    for line in open(os.path.join(HERE, "features.txt"), encoding="utf-8"):
        line = line.split("#")[0].split()
        if line: first[line[0]] = n; n += int(line[1])
    return first, n

GROUPS, FEATURES = table()
CONSENSUS = GROUPS["consensus"]

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

KIN = set("AFNKM")
HEAD = set("po")

def classes():
    """The classes of words, read from the lexicon."""
    found = {}
    for line in open(os.path.join(HERE, "../../Sources/BookPeople/Names/Data/lexicon.txt"), encoding="utf-8"):
        m = re.match(r"(\S+) (?:[A-Z]\d)*(?:=(\S+))?$", line.strip())
        if m: found[m[1]] = set(m[2] or "")
    return found

class Memoir:
    """A memoir, labelled by verdicts on its words."""
    def __init__(self, path, lexicon, least):
        self.name = os.path.basename(path)[:-4]
        raw = open(path, "rb").read(); self.text = raw.decode()
        verdict, kind = {}, None
        for line in open(os.path.join(HERE, "verdicts", self.name.split("@")[0] + ".txt")):
            if line.startswith("["): kind = line.strip(" []\n")
            else: verdict.update((w, kind) for w in line.split())
        self.runs = []
        for line in open(path + ".ex"):
            part = line.split()
            if part[0] == "R":
                number = [int(x) for x in part[1:part.index("|")]]
                words = list(zip(number[::2], number[1::2]))
                run = {"words": words, "spans": [], "gold": set(), "weight": MEMOIR}
                run["types"] = [raw[a:b].decode("utf8", "ignore").lower().rstrip(".") for a, b in words]
                run["after"] = raw[words[-1][1]:words[-1][1] + 5].decode("utf8", "ignore")
                self.runs.append(run)
            else:
                pairs = [x.split(":") for x in part[3:]]
                run["spans"].append((int(part[1]), int(part[2]), [int(p[0]) for p in pairs], [float(p[1]) if len(p) > 1 else 1.0 for p in pairs], None))
        for run in self.runs: run["known"] = self.label(run, verdict, lexicon, least)

    def label(self, run, verdict, lexicon, least):
        """Labels a run; False where the verdicts do not settle it."""
        kinds = []
        for (a, b), t in zip(run["words"], run["types"]):
            c = lexicon.get(t, set())
            if t in verdict: kinds.append("P" if verdict[t] == "person" else "E")
            elif b - a <= 5 and "." in self.text[:0] + t + "." and len(t.replace(".", "")) <= 2: kinds.append("I")
            elif c & KIN: kinds.append("T")
            elif c & set("r"): kinds.append("X")
            elif c & set("cdPpogQR"): kinds.append("H" if c & HEAD else "N")
            elif t in least: kinds.append("N")
            else: return False
        line = "".join(kinds)
        if re.search(r"^['’]s? [A-Z]", run["after"]) and re.search("[PE]$", line): return False
        for m in re.finditer(r"T*[IPE]+X*", line):
            words = run["types"][m.start():m.end()]
            if "P" not in m[0] and not re.match(r"(T+E|I+E)", m[0]):
                if "E" in m[0] or line == "I": return False
                continue
            if m.start() and line[m.start() - 1] in "HN":
                if run["types"][m.start() - 1] in ("fort", "mount", "camp", "cape", "port", "lake", "new"): continue
                return False
            if m.end() < len(line) and line[m.end()] in "HN": return False
            run["gold"] |= {k for k, span in enumerate(run["spans"]) if span[:2] == (m.start(), m.end())}
        return "T" not in line or bool(run["gold"])

def memoirs(folder):
    lexicon, result = classes(), []
    for path in sorted(glob.glob(os.path.join(folder, "*.txt"))):
        book = os.path.basename(path).split("@")[0]
        whole = open(os.path.join(folder, book + "@book.txt"), encoding="utf-8").read()
        seen = collections.Counter(w.lower() for w in re.findall(r"(?<=[a-z,;] )[A-Z][^\W\d_]+(?:-[^\W\d_]+)*", whole))
        floor = 5 if len(whole) > 10 ** 6 else 3
        result.append(Memoir(path, lexicon, {w for w, n in seen.items() if n >= floor}))
    return result

def known(documents):
    """The labelled runs of memoirs, at most a few thousand a document, taken evenly."""
    result = []
    for d in documents:
        runs = [r for r in d.runs if r["known"]]
        step = max(1, len(runs) // 1000)
        result += runs[::step]
    return result

def matrix(runs):
    row, col, val, first, n = [], [], [], [], 0
    for run in runs:
        first.append(n)
        for _, _, index, value, _ in run["spans"]:
            row += [n] * len(index); col += index; val += value; n += 1
    return sp.csr_matrix((val, (row, col)), shape=(n, FEATURES)), first

def batches(runs, first):
    """Runs of one length together: (length, stretches, first rows as a column, weights)."""
    groups = collections.defaultdict(list)
    for run, o in zip(runs, first): groups[len(run["words"])].append((o, run))
    for n, members in sorted(groups.items()):
        spans = [span[:2] for span in members[0][1]["spans"]]
        yield n, spans, np.array([o for o, _ in members]), np.array([r.get("weight", 1.0) for _, r in members])

def marginals(batch, score, out):
    """Sets each stretch's probability in `out`; returns the logarithms of the partition sums."""
    n, spans, first, _ = batch
    S = score[first[:, None] + np.arange(len(spans))]
    forward, back = [np.full(len(first), -1e30) for _ in range(n + 1)], [np.full(len(first), -1e30) for _ in range(n + 1)]
    forward[0] = np.zeros(len(first)); back[n] = np.zeros(len(first))
    for e in range(1, n + 1):
        forward[e] = np.logaddexp.reduce([forward[e - 1]] + [forward[s] + S[:, k] for k, (s, t) in enumerate(spans) if t == e])
    for b in range(n - 1, -1, -1):
        back[b] = np.logaddexp.reduce([back[b + 1]] + [back[t] + S[:, k] for k, (s, t) in enumerate(spans) if s == b])
    for k, (s, t) in enumerate(spans): out[first + k] = np.exp(forward[s] + S[:, k] + back[t] - forward[n])
    return forward[n]

def fit(runs, pull):
    X, first = matrix(runs); XT = X.T.tocsr()
    gold, weight = np.zeros(X.shape[0]), np.ones(X.shape[0])
    for run, o in zip(runs, first):
        for k in run["gold"]: gold[o + k] = 1
        weight[o:o + len(run["spans"])] = run.get("weight", 1.0)
    groups = list(batches(runs, first))
    def loss(w):
        score = X @ w; p = np.zeros(len(score))
        total = sum((batch[3] * marginals(batch, score, p)).sum() for batch in groups)
        return total - (weight * gold) @ score + 0.5 * pull * (w @ w), XT @ (weight * (p - gold)) + pull * w
    return minimize(loss, np.zeros(FEATURES), jac=True, method="L-BFGS-B", options={"maxiter": 120}).x

def believe(documents, w):
    """Sets each word's probability of standing in a name."""
    for d in documents:
        if not hasattr(d, "matrix"): d.matrix = matrix(d.runs)
        X, first = d.matrix; score = X @ w; p = np.zeros(len(score))
        for batch in batches(d.runs, first): marginals(batch, score, p)
        for run, o in zip(d.runs, first):
            run["p"] = [0.0] * len(run["words"])
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
            if not run.get("known", True): continue
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

def both(documents, extra):
    """Weights of both passes; the second learns from a first that had not seen the document."""
    books = sorted({d.name.split("@")[0] for d in extra})
    for i in range(5):
        seen = [r for j, d in enumerate(documents) if j % 5 != i for r in d.runs]
        other = [d for d in extra if books.index(d.name.split("@")[0]) % 5 != i]
        w = fit(seen + known(other), FIRST)
        believe(documents[i::5], w); believe([d for d in extra if d not in other], w)
    w2 = fit(second(documents) + known_second(extra), SECOND)
    return fit([r for d in documents for r in d.runs] + known(extra), FIRST), w2

def known_second(extra):
    result = []
    for d in extra:
        runs = second([d])
        result += runs[::max(1, len(runs) // 1500)]
    return result

def found(runs, w, bias=BIAS):
    X, first = matrix(runs); score = X @ w + bias; out = collections.defaultdict(set)
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

def check(documents, extra, folds):
    sums = collections.defaultdict(lambda: np.zeros(3))
    for i in range(folds):
        w1, w2 = both([d for j, d in enumerate(documents) if j % folds != i], extra)
        rest = documents[i::folds]; believe(rest, w1); runs = second(rest)
        for bias in sorted({0.0, 0.2, 0.4, 0.6, BIAS}):
            out = found(runs, w2, bias)
            r = sum(len(out[d.name] & d.gold) for d in rest); s = sum(len(out[d.name] - d.free) for d in rest); g = sum(len(d.gold) for d in rest)
            sums[bias] += (r, s, g)
            if bias == BIAS: print(f"fold {i + 1}: P {100 * r / s:.1f} R {100 * r / g:.1f} F1 {200 * r / (s + g):.1f}", flush=True)
    for bias, (right, said, gold) in sorted(sums.items()):
        print(f"{folds} folds, bias {bias}: P {100 * right / said:.1f} R {100 * right / gold:.1f} F1 {200 * right / (said + gold):.1f}", flush=True)
    for book in sorted({d.name.split("@")[0] for d in extra}):
        mine = [d for d in extra if d.name == book + "@book"]
        w1, w2 = both(documents, [d for d in extra if d.name.split("@")[0] != book])
        believe(mine, w1); runs = known_second(mine); right = said = gold = 0
        for run in runs:
            run["spans"] = [(*span[:4], k) for k, span in enumerate(run["spans"])]
            out = found([run], w2)[mine[0].name]
            right += len(out & run["gold"]); said += len(out); gold += len(run["gold"])
        print(f"{book} unseen: P {100 * right / said:.1f} R {100 * right / gold:.1f} F1 {200 * right / (said + gold):.1f} of {gold}", flush=True)

def write(documents, extra):
    """Little endian: magic, number of features, bias, then both sets in thousandths."""
    with open(WEIGHTS, "wb") as f:
        f.write(b"BNW1" + struct.pack("<If", FEATURES, BIAS))
        for w in both(documents, extra):
            f.write(struct.pack(f"<{FEATURES}h", *(max(-32000, min(32000, round(1000 * x))) for x in w)))

def learned():
    """Bias and both sets of weights, as the program reads them."""
    raw = open(WEIGHTS, "rb").read()
    magic, n, bias = raw[:4], *struct.unpack("<If", raw[4:12])
    assert magic == b"BNW1" and n == FEATURES
    numbers = np.frombuffer(raw[12:], dtype="<i2") / 1000
    return bias, numbers[:n], numbers[n:]

class Plain:
    """A text without labels."""
    def __init__(self, path):
        self.name, raw, self.runs = path, open(path, "rb").read(), []
        for line in open(path + ".ex"):
            part = line.split()
            if part[0] == "R":
                number = [int(x) for x in part[1:part.index("|")]]
                run = {"words": list(zip(number[::2], number[1::2])), "spans": [], "gold": set()}
                run["types"] = [raw[a:b].decode().lower().rstrip(".") for a, b in run["words"]]
                self.runs.append(run)
            else:
                pairs = [x.split(":") for x in part[3:]]
                s, e = int(part[1]), int(part[2])
                run["spans"].append((s, e, [int(p[0]) for p in pairs], [float(p[1]) if len(p) > 1 else 1.0 for p in pairs], (run["words"][s][0], run["words"][e - 1][1])))

def fixture(path):
    bias, w1, w2 = learned()
    text = Plain(path); believe([text], w1); runs = second([text])
    names = found(runs, w2, bias)[path]
    X, first = matrix(runs); score = X @ w2 + bias; p = np.zeros(len(score))
    for batch in batches(runs, first): marginals(batch, score, p)
    with open(path + ".names", "w") as f:
        for run, o in zip(runs, first):
            for k, span in enumerate(run["spans"]):
                if span[4] in names: f.write(f"{span[4][0]} {span[4][1]} {p[o + k]:.3f}\n")

def main():
    if sys.argv[1] == "fixture": return fixture(sys.argv[2])
    examples, gold, folder, what = sys.argv[1:5]
    mentions = collections.defaultdict(list)
    for line in open(f"{gold}/mentions.jsonl"): m = json.loads(line); mentions[m["doc"]].append(m)
    names = sorted(mentions, key=lambda n: hashlib.md5((n + ".txt").encode()).hexdigest())
    documents = [Document(n, examples, gold, mentions[n]) for n in names]
    extra = memoirs(folder)
    if what == "check": check(documents, extra, int(sys.argv[5]) if len(sys.argv) > 5 else 5)
    else: write(documents, extra)

main()
