#!/usr/bin/env python3
"""Learns which words of a story tell of something as having happened.

  happenings.py EXAMPLES GOLD          scores by five folds of documents
  happenings.py EXAMPLES GOLD write    Sources/CWordData/english.happenings

EXAMPLES is what `event-examples --words GOLD/text/*.txt` prints; GOLD holds events.jsonl (LitBank's event layer,
CC BY 4.0) and text/. A linear model over the keys that the program itself sees. Needs numpy and scipy.
"""
import collections, json, os, sys, zlib
import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDS = 5
# How strongly weights are pulled to nothing, and how often a key must be seen to have one.
PULL, FEWEST = 3.0, 2
# Weights are whole numbers of a byte: so many to one of the logarithm of the odds.
SCALE = 40
# Smaller ones are left out.
LEAST = 2


def read(examples, gold):
    happened = collections.defaultdict(set)
    for line in open(f"{gold}/events.jsonl", encoding="utf-8"):
        j = json.loads(line); happened[j["doc"]].add((j["start"], j["end"]))
    documents = sorted(happened)
    number = {d: k for k, d in enumerate(documents)}
    places = {}
    for d in documents:
        # the program counts bytes, the gold letters
        at, text = [], open(f"{gold}/text/{d}.txt", encoding="utf-8").read()
        for k, c in enumerate(text): at += [k] * len(c.encode())
        places[d] = at + [len(text)]
    rows, y, owner, reached = [], [], [], collections.defaultdict(set)
    for line in open(examples, encoding="utf-8"):
        path, start, end, keys = line.rstrip("\n").split("\t")
        d = os.path.basename(path)[:-4]
        if d not in number: continue
        span = places[d][int(start)], places[d][int(end)]
        if span in happened[d]: reached[d].add(span)
        rows.append([int(k, 16) for k in dict.fromkeys(keys.split())]); y.append(span in happened[d]); owner.append(number[d])
    total = {number[d]: len(happened[d]) for d in documents}
    print(f"{len(documents)} documents, {len(rows)} words, {sum(total.values())} happenings, "
          f"{sum(len(r) for r in reached.values())} of them on one word")
    lengths = np.fromiter((len(r) for r in rows), dtype=np.int64)
    keys, columns = np.unique(np.fromiter((k for r in rows for k in r), dtype=np.uint32), return_inverse=True)
    X = sp.csr_matrix((np.ones(len(columns)), columns, np.r_[0, np.cumsum(lengths)]), shape=(len(rows), len(keys)))
    # the same documents are always in the same fold
    fold = np.array([zlib.crc32(documents[k].encode()) % FOLDS for k in owner])
    in_fold = [sum(n for k, n in total.items() if zlib.crc32(documents[k].encode()) % FOLDS == f) for f in range(FOLDS)]
    return X, np.array(y, float), fold, in_fold, keys


def fit(X, y):
    X = X.tocsr(); T = X.T.tocsr()

    def loss(w):
        z = X @ w[:-1] + w[-1]
        d = 1 / (1 + np.exp(-z)) - y
        return np.logaddexp(0, z).sum() - (z * y).sum() + PULL / 2 * (w[:-1] ** 2).sum(), np.append(T @ d + PULL * w[:-1], d.sum())
    return minimize(loss, np.zeros(X.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 60}).x


def whole(X, y):
    """The weights of every key in whole numbers, and the bias."""
    often = np.asarray(X.sum(0)).ravel() >= FEWEST
    w = fit(X[:, often], y)
    result = np.zeros(X.shape[1], dtype=np.int64)
    result[often] = np.clip(np.rint(w[:-1] * SCALE), -127, 127)
    result[np.abs(result) < LEAST] = 0
    return result, round(w[-1] * SCALE)


def best_threshold(z, y, total):
    return max(range(-2 * SCALE, SCALE, SCALE // 10), key=lambda a: y[z > a].sum() / ((z > a).sum() + total))


def score(X, y, fold, in_fold):
    """Every word judged by a model that had not seen its document; returns the scores."""
    z = np.zeros(len(y))
    for k in range(FOLDS):
        w, bias = whole(X[fold != k], y[fold != k])
        z[fold == k] = X[fold == k] @ w + bias
    tp = found = 0; parts = []
    for k in range(FOLDS):
        # the threshold that is best on the other folds
        others = fold != k
        at = best_threshold(z[others], y[others], sum(in_fold) - in_fold[k])
        hit = (fold == k) & (z > at)
        t, q = int(y[hit].sum()), int(hit.sum())
        tp += t; found += q; parts.append(200 * t / (q + in_fold[k]))
    total = sum(in_fold)
    print(f"P {100 * tp / found:.1f}  R {100 * tp / total:.1f}  F1 {200 * tp / (found + total):.1f}  by fold "
          + " ".join(f"{p:.1f}" for p in parts), flush=True)
    return z


def packed(keys, weights, bias):
    """As HappeningScorer reads it: name, bias, then a table of keys as Scripts/tagger/README.md has it."""
    use = weights != 0
    keys, weights = keys[use], weights[use]
    bits = max(4, int(np.ceil(np.log2(len(keys)))) - 1)
    # of two that cannot be told apart the weightier stays
    order = np.lexsort((-np.abs(weights), keys & 0xFFFF, keys >> (32 - bits)))
    keys, weights = keys[order], weights[order]
    same = np.r_[False, (keys[1:] >> (32 - bits) == keys[:-1] >> (32 - bits)) & (keys[1:] & 0xFFFF == keys[:-1] & 0xFFFF)]
    keys, weights = keys[~same], weights[~same]
    first = np.searchsorted(keys >> (32 - bits), np.arange((1 << bits) + 1))
    data = np.array([bits, len(keys)], dtype="<u4").tobytes() + first.astype("<u4").tobytes() + (keys & 0xFFFF).astype("<u2").tobytes()
    data += b"\0" * (-len(data) % 4) + weights.astype(np.int8).tobytes()
    return b"BWH1" + np.array([bias], dtype="<i4").tobytes() + data, len(keys)


def main():
    X, y, fold, in_fold, keys = read(*sys.argv[1:3])
    z = score(X, y, fold, in_fold)
    if sys.argv[3:] != ["write"]: return
    threshold = best_threshold(z, y, sum(in_fold))
    weights, bias = whole(X, y)
    data, count = packed(keys, weights, bias - threshold)
    path = os.path.join(HERE, "../../Sources/CWordData/english.happenings")
    open(path, "wb").write(data)
    print(f"{count} weights, {len(data)} bytes, threshold {threshold}")


if __name__ == "__main__": main()
