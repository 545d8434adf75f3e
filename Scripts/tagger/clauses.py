"""Verb groups and clauses from tags and arcs by rule: the reference that BookWords is held to.

A predicate is a verb that is no auxiliary, or any word with a copula. Its group says when and how it is
told; its clause says who, what, and under what it hangs."""
import os

from atoms import fnv, normal
from trees import LABELS, TAGS

HERE = os.path.dirname(os.path.abspath(__file__))


def word_classes():
    names, found = [], {}
    for line in open(os.path.join(HERE, "words.txt"), encoding="utf-8"):
        line = line.strip()
        if line.startswith("["): names.append(line[1:-1])
        elif line and not line.startswith("#"):
            for w in line.split():
                h = fnv(normal(w)); found[h] = found.get(h, 0) | 1 << (len(names) - 1)
    return names, found


CLASS_NAMES, CLASSES = word_classes()
BIT = {n: 1 << i for i, n in enumerate(CLASS_NAMES)}
VERBS = {"VB", "VBD", "VBP", "VBZ", "VBG", "VBN"}
CLAUSAL = {"root", "comp", "xcomp", "advcl", "acl", "relcl", "parataxis", "nsubj"}
BOUND = {"MD": "modal", "VBD": "past", "VBP": "present", "VBZ": "present"}


class Predicate:
    __slots__ = ("at", "auxes", "tense", "perfect", "progressive", "passive", "negated", "habitual", "kind",
                 "governor", "marker", "under", "subject", "object", "span")

    def line(self):
        flags = [n for n in ("perfect", "progressive", "passive", "negated", "habitual") if getattr(self, n)]
        return " ".join([str(self.at), self.tense, "+".join(flags) or "-", self.kind, str(self.governor),
                         str(self.marker), self.under, str(self.subject), str(self.object),
                         f"{self.span[0]}-{self.span[1]}"])


def predicates(hashes, tags, heads, labels):
    """The predicates of one sentence; tags and labels by name, `hashes` of the words' normal forms."""
    n = len(tags)
    cls = [CLASSES.get(h, 0) for h in hashes]
    children = [[] for _ in range(n + 1)]
    for i in range(n): children[heads[i]].append(i)
    has_cop = [any(labels[c] == "cop" for c in children[i]) for i in range(n)]
    # an auxiliary that stands under no verb is itself the verb
    isp = [(tags[i] in VERBS and labels[i] not in ("aux", "cop", "mod", "case", "mark", "cc")) or
           (tags[i] == "MD" and labels[i] not in ("aux", "cop")) or has_cop[i] for i in range(n)]
    low, high, depth = list(range(n)), list(range(n)), [0] * n
    for i in range(n):
        j = i
        while j < n:
            low[j] = min(low[j], i); high[j] = max(high[j], i)
            j = heads[j]; depth[i] += 1
    by = {}
    for i in sorted(range(n), key=lambda k: (depth[k], k)):      # what governs comes first
        if not isp[i]: continue
        p = Predicate(); p.at = i
        own = [c for c in children[i] if labels[c] in ("aux", "cop")]
        to = any(tags[c] == "TO" for c in children[i])
        lead = i
        while labels[lead] == "conj" and heads[lead] < n: lead = heads[lead]
        before = [c for c in children[i] if c < i]
        subject = next((c for c in children[i] if labels[c] == "nsubj"), -1)
        shared = []
        if lead != i and not own and not to and subject < 0 and tags[i] in ("VB", "VBN", "VBG") and isp[lead]:
            shared = [c for c in children[lead] if labels[c] in ("aux", "cop")]
            to = any(tags[c] == "TO" for c in children[lead])
        p.auxes = sorted(own or shared)
        # "was struck" is a passive whichever way the parser ties its "was"
        copula = -1 if tags[i] in ("VBN", "VBG") else max((c for c in children[i] if labels[c] == "cop"), default=-1)
        chain = p.auxes + ([] if copula >= 0 and tags[i] not in VERBS else [i])
        first = chain[0] if chain else i
        if to: p.tense = "infinitive"
        elif tags[first] == "MD":
            p.tense = ("future" if cls[first] & BIT["will"] else "conditional" if cls[first] & BIT["would"] else "modal")
        else: p.tense = BOUND.get(tags[first], {"VBG": "participle", "VBN": "participle", "VB": "bare"}.get(tags[first], "none"))
        main = copula if copula >= 0 else i
        prior = [a for a in p.auxes if a != main]
        p.perfect = any(cls[a] & BIT["have"] for a in prior) and (
            tags[main] in ("VBN", "VBD") or any(tags[a] == "VBN" for a in prior))
        p.progressive = tags[main] == "VBG" and any(cls[a] & BIT["be"] for a in prior)
        p.passive = copula < 0 and tags[i] == "VBN" and bool(prior) and bool(cls[prior[-1]] & (BIT["be"] | BIT["get"]))
        p.negated = any(labels[c] == "neg" or tags[c] == "NOT" or (cls[c] & BIT["negative"] and labels[c] in ("advmod", "det", "nsubj", "obj", "mark", "cc"))
                        for c in children[i]) or \
            any(cls[g] & BIT["negative"] and labels[g] == "det" for c in children[i] if labels[c] in ("nsubj", "obj") for g in children[c])
        p.habitual = any(cls[c] & BIT["repeated"] for c in children[i]) or \
            any(cls[g] & BIT["repeated"] and tags[g] == "DT" for c in children[i] if labels[c] in ("obl", "nmod") for g in children[c]) or \
            (labels[i] == "xcomp" and heads[i] < n and bool(cls[heads[i]] & BIT["used"]) and to)
        # the clause
        label = labels[lead]
        p.kind = {"root": "main", "parataxis": "main", "comp": "complement", "xcomp": "infinitive" if to else "complement",
                  "advcl": "adverbial", "acl": "infinitive" if to else "participle", "relcl": "relative",
                  "nsubj": "complement"}.get(label, "main" if tags[first] in BOUND else "phrase")
        # a participle with a subject of its own and no auxiliary is a past that was taken for one
        if p.tense == "participle" and tags[first] == "VBN" and subject >= 0 and p.kind in ("main", "complement", "relative"):
            p.tense = "past"
        up = heads[lead]
        while up < n and not isp[up]: up = heads[up]
        p.governor = up if up < n else -1
        p.marker = next((c for c in children[lead] if labels[c] == "mark" and tags[c] != "TO"),
                        next((c for c in children[lead] if tags[c] == "WRB" and c < lead), -1))
        p.subject = subject
        if subject < 0 and lead != i: p.subject = next((c for c in children[lead] if labels[c] == "nsubj"), -1)
        if p.subject < 0 and label in ("xcomp", "advcl") and p.governor >= 0:
            g = by.get(p.governor)
            own_object = next((c for c in children[p.governor] if labels[c] in ("obj", "iobj") and c < i), -1)
            if label == "xcomp" and own_object >= 0: p.subject = own_object
            elif g is not None: p.subject = g.subject
            else: p.subject = next((c for c in children[p.governor] if labels[c] == "nsubj"), -1)
        if p.subject < 0 and label == "acl": p.subject = heads[lead]
        p.object = next((c for c in children[i] if labels[c] == "obj"), -1)
        p.span = (low[i], high[i])
        # under what it hangs
        p.under = "none"
        question = any(hashes[k] == QUESTION for k in range(high[i], min(n, high[i] + 3)))
        if p.marker >= 0 and cls[p.marker] & BIT["condition"]: p.under = "condition"
        elif label in ("comp", "xcomp") and p.governor >= 0:
            g = cls[p.governor]
            p.under = ("wish" if label == "xcomp" and g & BIT["wish"] else "speech" if g & BIT["speech"] else
                       "thought" if g & BIT["thought"] else "wish" if g & BIT["wish"] else "none")
        elif question: p.under = "question"
        g = by.get(p.governor)
        if p.under == "none" and g is not None and g.under != "none" and p.kind != "main": p.under = g.under
        by[i] = p
    return [by[i] for i in sorted(by)]


QUESTION = fnv(b"?")
