"""The atoms of a word: what the templates of features.txt are made of. BookWords computes the same."""
import re
import numpy as np

FNV, PRIME, MASK = 0x811C9DC5, 0x01000193, 0xFFFFFFFF
ATOMS = ("w", "s3", "s2", "s1", "p3", "h", "c")


def fnv(data, seed=FNV):
    for byte in data: seed = (seed ^ byte) * PRIME & MASK
    return seed


def normal(word):
    """Lower case (ASCII), figures as 0, the curly apostrophe straight."""
    b = word.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').encode()
    return bytes(48 if 48 <= c <= 57 else c + 32 if 65 <= c <= 90 else c for c in b)


def shape(word, first):
    b = word.encode()
    upper = sum(65 <= c <= 90 for c in b)
    lower = sum(97 <= c <= 122 or c >= 128 for c in b)
    figure = any(48 <= c <= 57 for c in b)
    initial = 65 <= b[0] <= 90
    value = 1
    value += 1 if initial else 0
    value += 2 if upper and not lower and len(b) > 1 else 0
    value += 4 if figure else 0
    value += 8 if 45 in b[1:-1] else 0
    value += 16 if not (upper or lower or figure) else 0
    value += 32 if 46 in b and (upper or lower) else 0
    value += 64 if first else 0
    return value


def first_word(words, i):
    """A sentence begins here: its first word, or the one after opening quotes."""
    return all(w in ('"', "“", "‘", "'", "``", "(", "[", "_", "*", "—", "-", "--") for w in words[:i]) if i < 3 else False


def sentence_atoms(words, clusters):
    rows = np.zeros((len(words), len(ATOMS)), dtype=np.uint32)
    for i, word in enumerate(words):
        n = normal(word)
        w = fnv(n)
        rows[i] = (w, fnv(n[-3:], 3), fnv(n[-2:], 2), fnv(n[-1:], 1), fnv(n[:3], 4),
                   shape(word, first_word(words, i)), clusters.get(w, 0))
    return rows
