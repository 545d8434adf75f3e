#!/usr/bin/env python3
"""Writes clusters.txt: words that keep the same company, from plain text without any annotation.

  clusters.py DATA TEXT...    DATA as fetch-sources fills it; TEXT: files of English prose

What stands before and after each word (positive pointwise mutual information with the commonest words,
turned into a few dimensions) gives it a direction; directions are put into groups. Learned once from seven
memoirs in the public domain (Addams, Carnegie, Douglass, Franklin, Grant, Pepys, Washington), the hundred
texts of LitBank and the words of the trees. Its arithmetic is in floating point, so the result is kept.
"""
import collections, os, re, sys
import numpy as np
import atoms, train

GROUPS, LEAST, COMPANY, DIMENSIONS, ROUNDS = 160, 6, 500, 60, 25
TOKEN = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*(?:-[A-Za-z]+)*|\d+|--|[—.,;:!?\"“”()]")
ENDINGS = (b"n't", b"'s", b"'ll", b"'m", b"'d", b"'ve", b"'re")


def words(paths, data):
    result = []
    for path in paths:
        for m in TOKEN.findall(open(path, encoding="utf-8").read()):
            n = atoms.normal(m)
            for e in ENDINGS:
                if n.endswith(e) and len(n) > len(e):
                    result.append(n[:-len(e)]); n = e
                    break
            result.append(n)
    for d in train.read(data, "ewt") + train.read(data, "pud"):
        for s in d[1]: result += [atoms.normal(w) for w in s.words]
    return result


def main():
    text = words(sys.argv[2:], sys.argv[1])
    count = collections.Counter(text)
    vocabulary = [w for w, c in sorted(count.items(), key=lambda x: (-x[1], x[0])) if c >= LEAST]
    number = {w: i for i, w in enumerate(vocabulary)}
    ids = np.array([number.get(w, -1) for w in text])
    seen = np.zeros((len(vocabulary), 2 * COMPANY), dtype=np.float32)
    for a, b, base in ((ids[1:], ids[:-1], 0), (ids[:-1], ids[1:], COMPANY)):
        ok = (a >= 0) & (b >= 0) & (b < COMPANY)
        np.add.at(seen, (a[ok], b[ok] + base), 1)
    row = seen.sum(1, keepdims=True) + 1e-9
    more = seen * seen.sum() / (row * (seen.sum(0, keepdims=True) + 1))
    more = np.where(seen > 0, np.maximum(np.log(more + 1e-9), 0), 0).astype(np.float32)
    _, axes = np.linalg.eigh((more.T @ more).astype(np.float64))
    place = more @ axes[:, -DIMENSIONS:].astype(np.float32)
    place /= np.linalg.norm(place, axis=1, keepdims=True) + 1e-9
    centre = place[:GROUPS].copy()
    for _ in range(ROUNDS):
        group = (place @ centre.T).argmax(1)
        for k in range(GROUPS):
            if (group == k).any():
                middle = (place[group == k] * np.log1p(row[group == k])).sum(0)
                centre[k] = middle / (np.linalg.norm(middle) + 1e-9)
    with open(os.path.join(train.HERE, "clusters.txt"), "w", encoding="utf-8") as out:
        for k in range(GROUPS):
            out.write(" ".join(vocabulary[i].decode("utf8") for i in np.nonzero(group == k)[0]) + "\n")


if __name__ == "__main__": main()
