"""Reads Universal Dependencies trees as the tagger wants them: words whole at their hyphens, tags and
labels reduced to those that tell events apart."""

TAGS = (
    "NN NNS NNP PRP PRP$ EX DT WDT WRB JJ RB NOT CD IN SUB CC TO RP "
    "MD VB VBD VBP VBZ VBG VBN POS UH STOP COMMA QUOTE X").split()
LABELS = (
    "root nsubj obj iobj comp xcomp advcl acl relcl conj cc mark aux cop case det mod nmod poss obl "
    "advmod neg prt appos parataxis expl punct other").split()

SAME = {t: t for t in TAGS}
REDUCED = {
    "NNPS": "NNP", "PDT": "DT", "WP": "WDT", "WP$": "WDT", "JJR": "JJ", "JJS": "JJ", "AFX": "JJ",
    "RBR": "RB", "RBS": "RB", ".": "STOP", ",": "COMMA", ":": "COMMA", "HYPH": "COMMA", "``": "QUOTE",
    "''": "QUOTE", "-LRB-": "QUOTE", "-RRB-": "QUOTE", "NFP": "X", "FW": "X", "ADD": "NNP", "LS": "X",
    "SYM": "X", "GW": "X", "XX": "X", "$": "X", "#": "X"}
RELATION = {
    "csubj": "nsubj", "ccomp": "comp", "xcomp": "xcomp", "advcl": "advcl", "acl": "acl", "nummod": "mod",
    "amod": "mod", "compound": "mod", "flat": "mod", "fixed": "mod", "goeswith": "mod", "list": "parataxis",
    "vocative": "other", "discourse": "other", "dislocated": "other", "dep": "other", "orphan": "other",
    "reparandum": "other"}
WHOLE = {"acl:relcl": "relcl", "nmod:poss": "poss", "compound:prt": "prt", "obl:agent": "obl"}


def tag_of(form, upos, xpos, relation):
    if form.lower() in ("not", "n't", "n’t", "nt") and xpos == "RB": return "NOT"
    if xpos == "IN" and (upos == "SCONJ" or relation == "mark"): return "SUB"
    return REDUCED.get(xpos) or SAME.get(xpos, "X")


def label_of(form, relation):
    if relation in WHOLE: return WHOLE[relation]
    base = relation.split(":")[0]
    if base == "advmod" and form.lower() in ("not", "n't", "n’t", "nt", "never"): return "neg"
    name = RELATION.get(base, base)
    return name if name in LABELS else "other"


class Sentence:
    """Words, tags, heads (the length of the sentence for the root) and labels."""
    __slots__ = ("words", "tags", "heads", "labels", "text")

    def __init__(self, rows, text):
        keep, group = [], {}
        i = 0
        while i < len(rows):
            run = [i]
            # well-known is one word here: the hyphen and what it joins, nothing between
            while (rows[run[-1]][9] and run[-1] + 2 < len(rows) and rows[run[-1] + 1][4] == "HYPH"
                   and rows[run[-1] + 1][9]):
                run += [run[-1] + 1, run[-1] + 2]
            keep.append(run)
            for r in run: group[r + 1] = len(keep) - 1
            i = run[-1] + 1
        group[0] = len(keep)
        self.words, self.tags, self.heads, self.labels, self.text = [], [], [], [], text
        for at, run in enumerate(keep):
            outer = [r for r in run if group[rows[r][6]] != at] or run[-1:]
            r = outer[-1]
            form = "".join(rows[k][1] for k in run)
            self.words.append(form)
            self.tags.append(tag_of(form, rows[r][3], rows[r][4], rows[r][7]))
            self.heads.append(group[rows[r][6]])
            self.labels.append(label_of(form, rows[r][7]))


def read(text):
    """The sentences of one conllu text, by document: [(document, [Sentence])]."""
    documents, rows, plain = [], [], ""
    for line in text.split("\n") + [""]:
        if line.startswith("# newdoc id"): documents.append((line.split("=")[1].strip(), []))
        elif line.startswith("# text ="): plain = line[9:]
        elif line.startswith("#"): continue
        elif not line.strip():
            if rows:
                if not documents: documents.append(("", []))
                documents[-1][1].append(Sentence(rows, plain))
            rows = []
        else:
            c = line.split("\t")
            if not c[0].isdigit(): continue
            c[6] = int(c[6]); c[9] = "SpaceAfter=No" in c[9]
            rows.append(c)
    return documents
