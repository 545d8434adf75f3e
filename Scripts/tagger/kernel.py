"""perceptron.c, built and called."""
import ctypes, hashlib, os, subprocess, tempfile
import numpy as np
from atoms import ATOMS
from trees import LABELS, TAGS

HERE = os.path.dirname(os.path.abspath(__file__))
NODES = "s0 s1 s2 b0 b1 b2 b3 s0l s0l2 s0r s0r2 s1l s1r b0l p0 q0".split()
NODE_ATOMS = "w t l c nl nr".split()


def build():
    source = os.path.join(HERE, "perceptron.c")
    name = hashlib.sha256(open(source, "rb").read()).hexdigest()[:16]
    library = os.path.join(tempfile.gettempdir(), f"perceptron-{name}.so")
    if not os.path.exists(library):
        subprocess.run(["cc", "-O3", "-std=c11", "-shared", "-fPIC", "-o", library, source], check=True)
    lib = ctypes.CDLL(library)
    lib.layer_new.restype = ctypes.c_void_p
    for f in ("layer_keep", "layer_average", "tags_learn", "arcs_learn"): getattr(lib, f).restype = ctypes.c_int64
    return lib


LIB = build()


def at(array): return array.ctypes.data_as(ctypes.c_void_p)


def templates():
    """features.txt as numbers: for each layer, rows of a count and four atoms."""
    number = {"tags": {}, "arcs": {}}
    for o in range(5):
        for k, a in enumerate(ATOMS): number["tags"][f"{o - 2:+d}.{a}".replace("+0", "0")] = 1 + o * len(ATOMS) + k
    number["tags"]["-1.t"], number["tags"]["-2.t"] = 1 + 5 * len(ATOMS), 2 + 5 * len(ATOMS)
    for i, n in enumerate(NODES):
        for k, a in enumerate(NODE_ATOMS): number["arcs"][f"{n}.{a}"] = 1 + i * len(NODE_ATOMS) + k
    number["arcs"]["d1.v"] = 1 + len(NODES) * len(NODE_ATOMS)
    number["arcs"]["d2.v"] = 2 + len(NODES) * len(NODE_ATOMS)
    tables, layer = {"tags": [], "arcs": []}, None
    for line in open(os.path.join(HERE, "features.txt"), encoding="utf-8"):
        line = line.strip()
        if not line or line.startswith("#"): continue
        if line.startswith("["): layer = line[1:-1]; continue
        atoms = [number[layer][a] for a in line.split()]
        tables[layer].append([len(atoms)] + atoms + [0] * (4 - len(atoms)))
    return {k: np.array(v, dtype=np.int32) for k, v in tables.items()}


TEMPLATES = templates()


def pack(keys, rows):
    """One layer as the program reads it: see README.md."""
    order = np.argsort(keys, kind="stable")
    keys, rows = keys[order], rows[order]
    # one row a bucket and check: of two that cannot be told apart the first stays
    bits = max(4, int(np.ceil(np.log2(max(len(keys), 16)))) - 1)
    same = np.zeros(len(keys), dtype=bool)
    ident = (keys >> (32 - bits)).astype(np.uint64) << np.uint64(16) | (keys & 0xFFFF).astype(np.uint64)
    order = np.argsort(ident, kind="stable")
    keys, rows, ident = keys[order], rows[order], ident[order]
    same[1:] = ident[1:] == ident[:-1]
    keys, rows = keys[~same], rows[~same]
    body, starts, now = bytearray(), [0], 0
    for key, row in zip(keys.tolist(), rows):
        while now < key >> (32 - bits): starts.append(len(body)); now += 1
        classes = np.nonzero(row)[0]
        body += bytes((key & 0xFF, key >> 8 & 0xFF, len(classes)))
        body += np.stack([classes.astype(np.uint8), row[classes].view(np.uint8)], axis=1).tobytes()
    starts += [len(body)] * ((1 << bits) + 1 - len(starts))
    packed = np.array([bits, len(keys)] + starts, dtype="<u4").tobytes() + bytes(body)
    return packed + b"\0" * (-len(packed) % 4)


class Layer:
    def __init__(self, name, classes, bits):
        table = TEMPLATES[name]
        self.p = ctypes.c_void_p(LIB.layer_new(classes, len(table), at(table), bits))
        self.classes = classes

    def average(self, features, scale, least):
        keys = np.zeros(features, dtype=np.uint32)
        rows = np.zeros((features, self.classes), dtype=np.int8)
        n = LIB.layer_average(self.p, ctypes.c_int64(scale), least, at(keys), at(rows))
        return keys[:n], rows[:n]

    def load(self, packed):
        self.packed = np.frombuffer(packed, dtype=np.uint8).copy()
        LIB.layer_pack(self.p, at(self.packed))
        return self

    def __del__(self): LIB.layer_free(self.p)


class Corpus:
    """Sentences as flat arrays."""
    def __init__(self, sentences, atoms):
        self.first = np.zeros(len(sentences) + 1, dtype=np.int32)
        np.cumsum([len(a) for a in atoms], out=self.first[1:])
        self.atoms = np.ascontiguousarray(np.concatenate(atoms))
        self.n = len(sentences)
        if sentences and sentences[0] is not None:
            self.tags = np.array([TAGS.index(t) for s in sentences for t in s.tags], dtype=np.uint8)
            self.heads = np.array([h for s in sentences for h in s.heads], dtype=np.int16)
            self.labels = np.array([LABELS.index(l) for s in sentences for l in s.labels], dtype=np.uint8)


TAG_SETTINGS = dict(rounds=5, least=2, active=10, scale=5, prune=3)
ARC_SETTINGS = dict(rounds=6, least=5, active=30, scale=3, prune=7, explore=9)


def learn_tags(c, rounds, least, active, scale, prune, say=None):
    l = Layer("tags", len(TAGS), 22)
    LIB.tags_count(l.p, at(c.atoms), at(c.first), c.n, at(c.tags))
    features = LIB.layer_keep(l.p, least, active)
    rng = np.random.RandomState(1)
    for r in range(rounds):
        order = rng.permutation(c.n).astype(np.int32)
        right = LIB.tags_learn(l.p, at(c.atoms), at(c.first), at(order), c.n, at(c.tags))
        if say: say(f"tags round {r + 1}: {right / len(c.tags):.4f}")
    keys, rows = l.average(features, scale, prune)
    return pack(keys, rows)


def run_tags(packed, c):
    l = Layer("tags", len(TAGS), 4).load(packed)
    out = np.zeros(c.first[-1], dtype=np.uint8)
    LIB.tags_run(l.p, at(c.atoms), at(c.first), c.n, at(out))
    return out


def learn_arcs(c, tags, rounds, least, active, scale, prune, explore, say=None):
    labels = len(LABELS)
    l = Layer("arcs", 2 * labels + 1, 24)
    LIB.arcs_count(l.p, labels, at(c.atoms), at(tags), at(c.first), c.n, at(c.heads), at(c.labels))
    features = LIB.layer_keep(l.p, least, active)
    rng = np.random.RandomState(1)
    for r in range(rounds):
        order = rng.permutation(c.n).astype(np.int32)
        right = LIB.arcs_learn(l.p, labels, at(c.atoms), at(tags), at(c.first), at(order), c.n, at(c.heads), at(c.labels), explore if r else 0)
        if say: say(f"arcs round {r + 1}: {right / 2 / len(tags):.4f} of {features} features")
    keys, rows = l.average(features, scale, prune)
    return pack(keys, rows)


def run_arcs(packed, c, tags):
    labels = len(LABELS)
    l = Layer("arcs", 2 * labels + 1, 4).load(packed)
    heads, names = np.zeros(len(tags), dtype=np.int16), np.zeros(len(tags), dtype=np.uint8)
    LIB.arcs_run(l.p, labels, at(c.atoms), at(tags), at(c.first), c.n, at(heads), at(names))
    return heads, names
