#!/usr/bin/env python3
"""Measures how well asserted happenings can be told from tags, verb groups and clauses.

  happenings.py GOLD [surface|tags|all]...    five folds of documents; GOLD holds events.jsonl and text/

A linear model over every word of LitBank's event layer (CC BY 4.0): a word is a trigger or it is none. Needs
numpy and scipy, and Sources/CWordData/english.tagger as Scripts/tagger/train.py wrote it.
"""
import collections, hashlib, json, os, re, sys
import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../tagger"))
import atoms, clauses, kernel, train
from trees import LABELS, TAGS

FOLDS, SIZE, PULL = 5, 1 << 20, 1.5
TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|St|Messrs|Rev|Capt|Col|Gen|Hon|Esq|Prof|[A-Z])\.(?=\s)|[^\W_]+(?:[-'’.][^\W\d_]+)*|--+|\.\.\.+|[^\w\s]|_")
ENDING = re.compile(r"(?i)(?:n['’]t|['’](?:s|ll|d|m|ve|re|t))$")


def words_of(text):
    for m in TOKEN.finditer(text):
        a, b = m.span()
        w = m.group()
        if w.lower() == "cannot": yield (a, a + 3); yield (a + 3, b); continue
        e = ENDING.search(w)
        if e and e.start() > 0: yield (a, a + e.start()); yield (a + e.start(), b)
        else: yield (a, b)


def sentences(text):
    """Sentences as lists of (start, end)."""
    result, now, last = [], [], 0
    spans = list(words_of(text))
    for i, (a, b) in enumerate(spans):
        if now and "\n\n" in text[last:a]: result.append(now); now = []
        now.append((a, b)); last = b
        w = text[a:b]
        after = text[b:spans[i + 1][0]] if i + 1 < len(spans) else " "
        follows = text[spans[i + 1][0]] if i + 1 < len(spans) else "A"
        if w in (".", "!", "?") or (w in ("”", '"', "’", "'") and len(now) > 1 and text[now[-2][0]:now[-2][1]] in (".", "!", "?")):
            if after.strip() == "" and after and (follows.isupper() or follows in "“\"‘'("): result.append(now); now = []
    if now: result.append(now)
    return [s for r in result for s in ([r[i:i + 400] for i in range(0, len(r), 400)])]





def stem(n):
    for e in (b"ing", b"ied", b"ies", b"ed", b"es", b"s"):
        if n.endswith(e) and len(n) > len(e) + 2:
            r = n[:-len(e)]
            return (r[:-1] if len(r) > 3 and r[-1] == r[-2] else r)
    return n[:-1] if n.endswith(b"e") and len(n) > 3 else n


def document_features(text, model, lookup, kinds):
    """(spans, features) of every word."""
    parts = sentences(text)
    rows = [atoms.sentence_atoms([text[a:b] for a, b in s], lookup) for s in parts]
    corpus = kernel.Corpus([None] * len(parts), rows)
    corpus.n = len(parts)
    tags, heads, labels = model.run(corpus)
    spans, features, quoted = [], [], False
    for k, s in enumerate(parts):
        f = corpus.first[k]; n = len(s)
        T = [TAGS[t] for t in tags[f:f + n]]; L = [LABELS[l] for l in labels[f:f + n]]; H = heads[f:f + n].tolist()
        W = [atoms.normal(text[a:b]).decode("utf8", "replace") for a, b in s]
        S = [stem(w.encode()).decode("utf8", "replace") for w in W]
        C = rows[k][:, 6].tolist()
        P = {p.at: p for p in clauses.predicates(rows[k][:, 0].tolist(), T, H, L)}
        children = collections.defaultdict(list)
        for i in range(n): children[H[i]].append(i)
        def pick(X, i): return X[i] if 0 <= i < n else "-"
        for i in range(n):
            w = text[s[i][0]:s[i][1]]
            if w in ("“", "``"): quoted = True
            elif w in ("”", "''"): quoted = False
            elif w == '"': quoted = not quoted
            out = []
            spans.append(s[i]); features.append(out)
            if not any(c.isalnum() for c in w): continue
            if "surface" in kinds:
                out += ["w=" + W[i], "s=" + S[i], "e3=" + W[i][-3:], "e2=" + W[i][-2:], f"cap={w[:1].isupper()}",
                        "p=" + pick(W, i - 1), "n=" + pick(W, i + 1), "p2=" + pick(W, i - 2), "n2=" + pick(W, i + 2),
                        f"e2p={W[i][-2:]}{pick(W, i - 1)}"]
            if "tags" in kinds:
                t = T[i]
                out += ["t=" + t, f"tp={pick(T, i - 1)} {t}", f"tn={t} {pick(T, i + 1)}", f"t3={pick(T, i - 1)} {t} {pick(T, i + 1)}",
                        f"ts={t} {S[i]}", f"tc={t} {C[i]}", f"c={C[i]}", f"q={quoted} {t}", f"cp={C[i - 1] if i else 0} {t}", f"cn={C[i + 1] if i + 1 < n else 0} {t}"]
            if "all" in kinds:
                t, h = T[i], H[i]
                out += [f"l={L[i]} {t}", f"lh={L[i]} {pick(T, h)}", f"lhs={L[i]} {pick(S, h)}", f"hl={L[i]} {pick(L, h)}",
                        f"ls={L[i]} {S[i]}"]
                path, j = [], i
                while j < n and len(path) < 4: path.append(L[j]); j = H[j]
                out.append("path=" + ">".join(path) + t)
                for c in children[i]: out += [f"k={L[c]} {t}", f"kw={L[c]} {W[c]}" if L[c] in ("aux", "mark", "neg", "det", "cop", "case", "cc", "poss") else f"kc={L[c]} {C[c]}"]
                p = P.get(i)
                if p:
                    how = f"{p.tense}{'P' if p.perfect else ''}{'G' if p.progressive else ''}{'V' if p.passive else ''}"
                    sub = pick(T, p.subject) if p.subject >= 0 else "-"
                    out += ["how=" + how, f"howkind={how} {p.kind}", f"kind={p.kind} {p.under}", f"neg={p.negated}", f"hab={p.habitual} {how}",
                            f"under={p.under} {how}", f"howq={how} {quoted}", f"mark={pick(W, p.marker) if p.marker >= 0 else '-'} {how}",
                            f"sub={sub} {how}", f"subw={pick(W, p.subject) if p.subject >= 0 else '-'}", f"subc={C[p.subject] if p.subject >= 0 else 0} {how}",
                            f"obj={p.object >= 0}", f"hows={how} {S[i]}", f"howc={how} {C[i]}", f"cop={T[i] not in clauses.VERBS} {how}",
                            f"all={how} {p.kind} {p.negated} {p.under} {quoted}"]
                    g = P.get(p.governor)
                    if g: out += [f"gov={g.tense} {p.kind} {how}", f"govs={S[g.at]} {p.kind}", f"govn={g.negated} {p.kind}"]
                else:
                    j = H[i]
                    while j < n and j not in P: j = H[j]
                    g = P.get(j)
                    if g:
                        out += [f"in={g.tense} {t} {L[i]}", f"inn={g.negated} {t}", f"ins={S[j]} {L[i]}", f"inu={g.under} {t}"]
    return spans, features


def key(f, memo, names):
    if f not in memo:
        memo[f] = int.from_bytes(hashlib.blake2b(f.encode(), digest_size=4).digest(), "little") % SIZE
        names.setdefault(memo[f], f.split("=")[0])
    return memo[f]


def fit(X, y):
    w0 = np.zeros(X.shape[1] + 1)
    def loss(w):
        z = X @ w[:-1] + w[-1]
        p = 1 / (1 + np.exp(-z))
        d = p - y
        value = np.logaddexp(0, z).sum() - (z * y).sum() + PULL / 2 * (w[:-1] ** 2).sum()
        return value, np.append(X.T @ d + PULL * w[:-1], d.sum())
    return minimize(loss, w0, jac=True, method="L-BFGS-B", options={"maxiter": 60}).x


def show_weights(w, used, names):
    """The families of features that carry most."""
    family = collections.Counter()
    for at, value in zip(used, w): family[names.get(int(at), "?")] += abs(value)
    print("  weight by family: " + ", ".join(f"{n} {v:.0f}" for n, v in family.most_common(14)))


def main():
    gold = collections.defaultdict(set)
    folder, wanted = sys.argv[1], sys.argv[2:] or ["surface", "tags", "all"]
    for line in open(f"{folder}/events.jsonl"):
        j = json.loads(line); gold[j["doc"]].add((j["start"], j["end"]))
    lookup = train.Lookup(train.read_clusters(), train.CLUSTER_BITS)
    model = train.Model.load()
    layers = {"surface": ("surface",), "tags": ("surface", "tags"), "all": ("surface", "tags", "all")}
    docs = sorted(gold)
    fold = [train.number(d) % FOLDS for d in docs]
    memo, names = {}, {}
    for name in wanted:
        rows, y, owner, spans_of, reached = [], [], [], [], 0
        for k, d in enumerate(docs):
            spans, features = document_features(open(f"{folder}/text/{d}.txt", encoding="utf-8").read(), model, lookup, layers[name])
            reached += len(gold[d] & set(spans))
            for s, f in zip(spans, features):
                if f: rows.append(sorted({key(x, memo, names) for x in f})); y.append(s in gold[d]); owner.append(k); spans_of.append(s)
        total = sum(len(g) for g in gold.values())
        if name == wanted[0]: print(f"{len(docs)} documents, {len(rows)} words, {total} happenings, {reached} of them on one word")
        indptr = np.cumsum([0] + [len(r) for r in rows])
        columns = np.fromiter((c for r in rows for c in r), dtype=np.int64)
        used, columns = np.unique(columns, return_inverse=True)
        X = sp.csr_matrix((np.ones(len(columns)), columns, indptr), shape=(len(rows), len(used)))
        y = np.array(y, float); f = np.array([fold[k] for k in owner])
        z = np.zeros(len(y))
        for k in range(FOLDS):
            w = fit(X[f != k], y[f != k])
            z[f == k] = X[f == k] @ w[:-1] + w[-1]
            if k == 0: show_weights(w, used, names)
        in_fold = [sum(len(gold[d]) for d, n in zip(docs, fold) if n == k) for k in range(FOLDS)]
        tp = found = 0; parts = []
        for k in range(FOLDS):
            # the threshold that is best on the other folds, each judged by a model that had not seen it
            at = max(np.arange(-2, 1, 0.1), key=lambda a: y[(f != k) & (z > a)].sum() / (((f != k) & (z > a)).sum() + total - in_fold[k]))
            hit = (f == k) & (z > at)
            t, q = int(y[hit].sum()), int(hit.sum())
            tp += t; found += q; parts.append(200 * t / (q + in_fold[k]))
        print(f"{name}: P {100 * tp / found:.1f}  R {100 * tp / total:.1f}  F1 {200 * tp / (found + total):.1f}  by fold "
              + " ".join(f"{p:.1f}" for p in parts), flush=True)


if __name__ == "__main__": main()
