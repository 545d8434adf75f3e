#!/usr/bin/env python3
"""Goes through what PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) ask of a file, clause by
clause, as far as the file itself can show it.

  check-pdf.py FILE.pdf ...

It reads the written file with pikepdf, not with our own code. It does not replace veraPDF, which
comes from neither Debian nor PyPI; where that is at hand, run `verapdf -f ua1` and `-f 2a` too.
"""
import re
import sys

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

STANDARD = set(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 "
    "H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code "
    "Link Annot Ruby Warichu RB RT RP WT WP Figure Formula Form".split()
)


class Check:
    def __init__(self, path):
        self.path = path
        self.pdf = pikepdf.open(path)
        self.root = self.pdf.Root
        self.passed = 0
        self.faults = []

    def demand(self, condition, clause, message):
        if condition:
            self.passed += 1
        else:
            self.faults.append(f"{clause}: {message}")

    def run(self):
        self.file()
        self.catalogue()
        self.metadata()
        self.intent()
        self.contents()
        self.structure()
        self.fonts()
        self.annotations()
        self.objects()
        return self.faults

    # ISO 19005-2, 6.1: the file

    def file(self):
        data = open(self.path, "rb").read()
        self.demand(re.match(rb"%PDF-1\.[0-7]\n%[\x80-\xff]{4}", data), "A 6.1.2", "header")
        self.demand(data.rstrip(b"\r\n").endswith(b"%%EOF"), "A 6.1.3", "data after %%EOF")
        self.demand("/ID" in self.pdf.trailer, "A 6.1.3", "no ID in the trailer")
        self.demand("/Encrypt" not in self.pdf.trailer, "A 6.1.3", "the file is encrypted")

    # UA 7.1, 7.2; A 6.7

    def catalogue(self):
        root = self.root
        mark = root.get("/MarkInfo", Dictionary())
        self.demand(mark.get("/Marked", False), "UA 7.1, A 6.7.2.2", "MarkInfo says not Marked")
        self.demand(not mark.get("/Suspects", False), "UA 7.1", "Suspects is true")
        self.demand(str(root.get("/Lang", "")), "UA 7.2, A 6.7.4", "no Lang")
        self.demand(
            re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", str(root.get("/Lang", ""))),
            "A 6.7.4", "Lang is no language tag")
        viewer = root.get("/ViewerPreferences", Dictionary())
        self.demand(viewer.get("/DisplayDocTitle", False), "UA 7.1", "DisplayDocTitle is not true")
        self.demand("/StructTreeRoot" in root, "UA 7.1", "no structure tree")
        for key in ("/AA", "/OpenAction", "/JavaScript", "/AcroForm", "/XFA", "/OCProperties"):
            self.demand(key not in root, "A 6.5, 6.9", f"{key} in the catalogue")
        self.demand("/Outlines" in root, "UA 7.17", "no outline")
        self.demand("/PageLabels" in root, "UA 7.17", "no page labels")
        names = root.get("/Names", Dictionary())
        for key in ("/JavaScript", "/EmbeddedFiles", "/AlternatePresentations"):
            self.demand(key not in names, "A 6.5.1, 6.8, 6.10", f"{key} among the names")

    # UA 5, 7.1; A 6.6

    def metadata(self):
        stream = self.root.get("/Metadata")
        self.demand(stream is not None, "A 6.6.2.1", "no metadata")
        if stream is None:
            return
        self.demand("/Filter" not in stream, "A 6.6.2.1", "metadata is compressed")
        xmp = stream.read_raw_bytes().decode("utf-8")
        self.demand(re.search(r"<\?xpacket begin=", xmp), "A 6.6.2.1", "no packet header")
        self.demand("bytes=" not in xmp.split("?>")[0], "A 6.6.2.1", "bytes in the header")
        meta = self.pdf.open_metadata()
        self.demand(meta.get("pdfuaid:part") == "1", "UA 5", "pdfuaid:part is not 1")
        self.demand(meta.get("pdfaid:part") == "2", "A 6.6.4", "pdfaid:part is not 2")
        self.demand(meta.get("pdfaid:conformance") == "A", "A 6.6.4", "conformance is not A")
        self.demand(meta.get("dc:title"), "UA 7.1", "no dc:title")
        self.demand("pdfaExtension:schemas" in xmp and "http://www.aiim.org/pdfua/ns/id/" in xmp,
                    "A 6.6.2.3", "pdfuaid has no extension schema")
        info = self.pdf.trailer.get("/Info", Dictionary())
        pairs = {"/Title": "dc:title", "/Producer": "pdf:Producer", "/Subject": "dc:description",
                 "/Keywords": "pdf:Keywords", "/Creator": "xmp:CreatorTool"}
        for key, name in pairs.items():
            if key in info:
                self.demand(str(info[key]) == str(meta.get(name)), "A 6.6.3", f"{key} differs")
        for key, name in {"/CreationDate": "xmp:CreateDate", "/ModDate": "xmp:ModifyDate"}.items():
            if key in info:
                digits = re.sub(r"\D", "", str(info[key]))[:14]
                self.demand(re.sub(r"\D", "", str(meta.get(name)))[:14] == digits,
                            "A 6.6.3", f"{key} differs")

    # A 6.2.3

    def intent(self):
        intents = self.root.get("/OutputIntents", Array())
        self.demand(len(intents) >= 1, "A 6.2.3", "no output intent")
        for intent in intents:
            self.demand(intent.get("/S") == Name.GTS_PDFA1, "A 6.2.3", "not for PDF/A")
            profile = intent.get("/DestOutputProfile")
            self.demand(profile is not None, "A 6.2.3", "no profile")
            if profile is not None:
                data = profile.read_bytes()
                self.demand(data[36:40] == b"acsp" and data[12:16] in (b"mntr", b"prtr"),
                            "A 6.2.3", "no ICC profile")
                self.space = data[16:20]

    # UA 7.1: everything is content of an element or an artifact; A 6.2

    def contents(self):
        self.marked = {}
        colours = {b"RGB ": {"rg", "RG", "g", "G"}, b"GRAY": {"g", "G"}}.get(
            getattr(self, "space", b""), set())
        for number, page in enumerate(self.pdf.pages):
            self.demand(page.get("/Tabs") == Name.S, "UA 7.18.3", f"page {number + 1}: Tabs")
            self.demand("/StructParents" in page, "UA 7.1", f"page {number + 1}: StructParents")
            self.demand("/AA" not in page, "A 6.5.2", f"page {number + 1}: AA")
            group = page.get("/Group")
            if group is not None:
                self.demand("/CS" in group, "A 6.2.10", f"page {number + 1}: group without CS")
            stack, here = [], {}
            for operands, operator in pikepdf.parse_content_stream(page):
                name = str(operator)
                if name in ("BDC", "BMC"):
                    tag = str(operands[0])[1:]
                    entries = operands[1] if name == "BDC" else Dictionary()
                    identifier = entries.get("/MCID") if isinstance(entries, Dictionary) else None
                    inside = any(m[0] == "Artifact" or m[1] is not None for m in stack)
                    if tag == "Artifact" or identifier is not None:
                        self.demand(not inside, "UA 7.1", f"page {number + 1}: nested content")
                    if identifier is not None:
                        self.demand(identifier not in here, "UA 7.1",
                                    f"page {number + 1}: MCID {identifier} twice")
                        here[identifier] = tag
                        self.demand(tag in STANDARD, "UA 7.1", f"tag {tag}")
                    stack.append((tag, identifier))
                elif name == "EMC":
                    self.demand(stack, "ISO 32000-1 14.6", f"page {number + 1}: EMC")
                    if stack:
                        stack.pop()
                elif name in ("TJ", "Tj", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*",
                              "Do", "sh", "INLINE IMAGE"):
                    self.demand(any(m[0] == "Artifact" or m[1] is not None for m in stack),
                                "UA 7.1", f"page {number + 1}: {name} is in no element")
                elif name in ("rg", "RG", "g", "G", "k", "K"):
                    self.demand(name in colours, "A 6.2.4.3", f"page {number + 1}: colour {name}")
                elif name == "Tr":
                    self.demand(int(operands[0]) != 3, "A 6.2.6", "invisible text")
                elif name == "ri":
                    self.demand(str(operands[0]) in ("/RelativeColorimetric", "/AbsoluteColorimetric",
                                "/Perceptual", "/Saturation"), "A 6.2.6", "rendering intent")
            self.demand(not stack, "ISO 32000-1 14.6", f"page {number + 1}: not closed")
            self.marked[page.objgen] = here

    # UA 7.1 to 7.9

    def structure(self):
        tree = self.root.get("/StructTreeRoot")
        if tree is None:
            return
        roles = tree.get("/RoleMap", Dictionary())
        self.parents = {}
        self.numbers(tree.get("/ParentTree", Dictionary()))
        self.reached = {key: set() for key in self.marked}
        self.linked = set()
        self.level = 0
        self.identifiers = []
        kids = tree.get("/K")
        kids = list(kids) if isinstance(kids, Array) else [kids]
        self.demand(len(kids) == 1 and kids[0].get("/S") == Name.Document, "UA 7.1",
                    "the root is no Document")
        for kid in kids:
            self.element(kid, tree, roles)
        for page in self.pdf.pages:
            missing = set(self.marked[page.objgen]) - self.reached[page.objgen]
            self.demand(not missing, "UA 7.1", f"content {sorted(missing)[:5]} in no element")
        self.demand(len(self.identifiers) == len(set(self.identifiers)), "UA 7.9", "IDs twice")
        if self.identifiers:
            self.demand("/IDTree" in tree, "ISO 32000-1 14.7.2", "no IDTree")

    def numbers(self, node):
        pairs = node.get("/Nums", Array())
        for i in range(0, len(pairs), 2):
            self.parents[int(pairs[i])] = pairs[i + 1]
        for kid in node.get("/Kids", Array()):
            self.numbers(kid)

    def element(self, element, parent, roles, page=None):
        # Depth is that of the book's nesting: some ten levels.
        role = str(element.get("/S"))[1:]
        role = role if role in STANDARD else str(roles.get("/" + role, "/?"))[1:]
        self.demand(role in STANDARD, "UA 7.1, A 6.7.3.4", f"role {role} maps to nothing")
        same = element.get("/P")
        self.demand(same is not None and same.objgen == parent.objgen, "ISO 32000-1 14.7.2",
                    f"{role}: P is not its parent")
        page = element.get("/Pg", page)
        language = element.get("/Lang")
        if language is not None:
            self.demand(re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", str(language)),
                        "A 6.7.4", f"Lang {language}")
        if re.fullmatch("H[1-6]", role):
            level = int(role[1])
            self.demand(level <= self.level + 1, "UA 7.4.2", f"{role} after H{self.level}")
            self.level = level
        if role == "Figure":
            self.demand(str(element.get("/Alt", "")), "UA 7.3", "Figure without Alt")
            boxed = [a for a in attributes(element) if "/BBox" in a]
            self.demand(boxed, "UA 7.3", "Figure without BBox")
        if role == "Note":
            self.demand(str(element.get("/ID", "")), "UA 7.9", "Note without ID")
        if role == "TH":
            self.demand([a for a in attributes(element) if "/Scope" in a], "UA 7.5", "TH: no Scope")
        if "/ID" in element:
            self.identifiers.append(str(element.ID))
        kids = element.get("/K", Array())
        kids = list(kids) if isinstance(kids, Array) else [kids]
        self.nesting(role, element, parent, kids)
        hasObject = False
        for kid in kids:
            if isinstance(kid, int):
                self.take(page, kid, element)
            elif kid.get("/Type") == Name.MCR:
                self.take(kid.get("/Pg", page), int(kid.MCID), element)
            elif kid.get("/Type") == Name.OBJR:
                hasObject = True
                annotation = kid.Obj
                self.linked.add(annotation.objgen)
                key = annotation.get("/StructParent")
                owner = self.parents.get(int(key)) if key is not None else None
                self.demand(owner is not None and owner.objgen == element.objgen, "UA 7.18.4",
                            "StructParent does not lead back")
            else:
                self.element(kid, element, roles, page)
        if role == "Link":
            self.demand(hasObject, "UA 7.18.5", "Link without OBJR")

    def nesting(self, role, element, parent, kids):
        inner = [str(k.get("/S"))[1:] for k in kids if isinstance(k, Dictionary) and "/S" in k]
        above = str(parent.get("/S", "/"))[1:]
        allowed = {"TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"},
                   "LI": {"L"}, "LBody": {"LI"}, "TOCI": {"TOC"}}
        if role in allowed:
            self.demand(above in allowed[role], "UA 7.2 (ISO 32000-1 14.8.4)", f"{role} in {above}")
        if role == "Table":
            self.demand(set(inner) <= {"TR", "THead", "TBody", "TFoot", "Caption"}, "UA 7.2",
                        f"Table has {inner}")
        if role == "L":
            self.demand(set(inner) <= {"LI", "L", "Caption"}, "UA 7.2", f"L has {inner}")
            self.demand([a for a in attributes(element) if "/ListNumbering" in a], "UA 7.6",
                        "L without ListNumbering")

    def take(self, page, identifier, element):
        if page is None or page.objgen not in self.marked:
            self.faults.append("UA 7.1: content on no page")
            return
        self.demand(identifier in self.marked[page.objgen], "UA 7.1", f"MCID {identifier} is not there")
        self.demand(identifier not in self.reached[page.objgen], "UA 7.1", "content read twice")
        self.reached[page.objgen].add(identifier)
        owners = self.parents.get(int(page.get("/StructParents", -1)))
        back = owners is not None and identifier < len(owners) and owners[identifier]
        self.demand(back is not None and back is not False and back.objgen == element.objgen,
                    "ISO 32000-1 14.7.4.4", "ParentTree leads elsewhere")

    # UA 7.21; A 6.2.11

    def fonts(self):
        seen = set()
        codes = self.codes()
        for page in self.pdf.pages:
            for name, font in page.get("/Resources", Dictionary()).get("/Font", Dictionary()).items():
                if font.objgen in seen:
                    continue
                seen.add(font.objgen)
                self.font(name, font, codes.get(name, set()))

    def codes(self):
        """Codes that content streams show, by font name."""
        found = {}
        for page in self.pdf.pages:
            font = None
            for operands, operator in pikepdf.parse_content_stream(page):
                name = str(operator)
                if name == "Tf":
                    font = str(operands[0])
                elif name in ("TJ", "Tj"):
                    parts = operands[0] if name == "TJ" else [operands[0]]
                    for part in parts:
                        if isinstance(part, pikepdf.String):
                            data = bytes(part)
                            found.setdefault(font, set()).update(
                                data[i] << 8 | data[i + 1] for i in range(0, len(data) - 1, 2))
        return found

    def font(self, name, font, codes):
        self.demand(font.Subtype == Name.Type0, "A 6.2.11.2", f"{name}: {font.Subtype}")
        below = font.DescendantFonts[0]
        descriptor = below.FontDescriptor
        program = [k for k in ("/FontFile", "/FontFile2", "/FontFile3") if k in descriptor]
        self.demand(len(program) == 1, "UA 7.21.4.1, A 6.2.11.4.1", f"{name} is not embedded")
        self.demand(re.match(r"/[A-Z]{6}\+", str(font.BaseFont)), "A 6.2.11.4.2", f"{name}: no tag")
        self.demand(str(below.BaseFont) == str(descriptor.FontName), "ISO 32000-1 9.8", f"{name}")
        self.demand("/CIDSet" not in descriptor, "UA 7.21.4.2, A 6.2.11.4.2", f"{name}: CIDSet")
        if below.Subtype == Name.CIDFontType2:
            self.demand("/CIDToGIDMap" in below, "UA 7.21.3.2, A 6.2.11.3.2", f"{name}: CIDToGIDMap")
        self.demand(font.Encoding == Name("/Identity-H"), "UA 7.21.3.3, A 6.2.11.3.3", f"{name}: CMap")
        system = below.CIDSystemInfo
        self.demand(str(system.Registry) == "Adobe" and str(system.Ordering) == "Identity",
                    "UA 7.21.3.1", f"{name}: CIDSystemInfo")
        self.demand("/ToUnicode" in font, "UA 7.21.7, A 6.2.11.7.2", f"{name}: no ToUnicode")
        if "/ToUnicode" not in font:
            return
        pairs = re.findall(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>", font.ToUnicode.read_bytes())
        texts = {int(c, 16): bytes.fromhex(t.decode()).decode("utf-16-be") for c, t in pairs}
        missing = sorted(codes - set(texts))
        self.demand(not missing, "UA 7.21.7", f"{name}: codes {missing[:5]} mean nothing")
        for text in texts.values():
            self.demand(not set(text) & {"\0", "\ufeff", "\ufffe"}, "UA 7.21.7", f"{name}: {text!r}")
        self.demand(0 not in codes, "UA 7.21.8, A 6.2.11.8", f"{name}: .notdef is shown")
        widths = below.get("/W", Array())
        known, i = set(), 0
        while i < len(widths):
            run = widths[i + 1]
            if isinstance(run, Array):
                known.update(range(int(widths[i]), int(widths[i]) + len(run)))
                i += 2
            else:
                known.update(range(int(widths[i]), int(run) + 1))
                i += 3
        self.demand(codes <= known, "UA 7.21.5, A 6.2.11.5", f"{name}: widths are missing")

    # UA 7.18; A 6.3, 6.5

    def annotations(self):
        names = destinations(self.root)
        for number, page in enumerate(self.pdf.pages):
            for annotation in page.get("/Annots", Array()):
                self.demand(annotation.Subtype == Name.Link, "A 6.3.1", str(annotation.Subtype))
                flags = int(annotation.get("/F", 0))
                self.demand(flags & 4 and not flags & (1 | 2 | 32 | 256), "A 6.3.2", "flags")
                self.demand(str(annotation.get("/Contents", "")), "UA 7.18.5", "no Contents")
                self.demand(annotation.objgen in self.linked, "UA 7.18.1",
                            f"page {number + 1}: annotation in no element")
                action = annotation.get("/A")
                if action is not None:
                    self.demand(action.S in (Name.URI, Name.GoTo), "A 6.5.1", str(action.S))
                place = annotation.get("/Dest", action.get("/D") if action is not None else None)
                if place is not None and not isinstance(place, Array):
                    self.demand(str(place) in names, "links", f"no destination {place}")

    # A 6.1.7, 6.2.8 to 6.2.10

    def objects(self):
        for item in self.pdf.objects:
            if not isinstance(item, Stream):
                continue
            self.demand("/F" not in item and "/FFilter" not in item, "A 6.1.7.1", "outside stream")
            filters = item.get("/Filter", Array())
            filters = list(filters) if isinstance(filters, Array) else [filters]
            self.demand(Name.LZWDecode not in filters, "A 6.1.7.2", "LZW")
            if item.get("/Subtype") == Name.Image:
                for key in ("/Alternates", "/OPI"):
                    self.demand(key not in item, "A 6.2.8", key)
                self.demand(not item.get("/Interpolate", False), "A 6.2.8", "Interpolate")
            if item.get("/Subtype") == Name.PS:
                self.faults.append("A 6.2.9: PostScript")
            if item.get("/Subtype") == Name.Form:
                self.demand("/OPI" not in item and "/Ref" not in item, "A 6.2.9", "OPI or Ref")
        for item in self.pdf.objects:
            if isinstance(item, Dictionary) and item.get("/Type") == Name.ExtGState:
                for key in ("/TR", "/TR2", "/HTP"):
                    self.demand(key not in item or item[key] == Name.Default, "A 6.2.5", key)


def attributes(element):
    held = element.get("/A")
    if held is None:
        return []
    return list(held) if isinstance(held, Array) else [held]


def destinations(root):
    found = set()

    def walk(node):
        pairs = node.get("/Names", Array())
        found.update(str(pairs[i]) for i in range(0, len(pairs), 2))
        for kid in node.get("/Kids", Array()):
            walk(kid)

    walk(root.get("/Names", Dictionary()).get("/Dests", Dictionary()))
    return found


def main(paths):
    failed = 0
    for path in paths:
        check = Check(path)
        faults = check.run()
        for fault in sorted(set(faults)):
            print(f"{path}: {fault} ({faults.count(fault)} times)")
        failed += len(faults)
        print(f"{path}: {check.passed} points hold, {len(faults)} do not")
        names = destinations(check.root)
        chapters = sorted(n for n in names if re.fullmatch(r"chapter-\d+", n))
        print(f"{path}: {len(names)} named destinations, {len(chapters)} of chapters")
        if not chapters:
            print(f"{path}: no chapter can be opened by its name")
            failed += 1
    print(f"{len(paths)} files, {failed} failed")
    return 1 if failed else 0


sys.exit(main(sys.argv[1:]))
