import PDFReading

/// Reads a finished file as a screen reader would and lists what breaks PDF/UA-1 (ISO 14289-1) and
/// PDF/A-2a (ISO 19005-2); clauses in front.
struct AccessibilityCheck {
  let file: PDFReader
  private(set) var findings: [String] = []
  /// What each page says, in order.
  private(set) var pages: [PageReading] = []
  private var pageNumbers: [Int: Int] = [:]

  init(_ bytes: [UInt8]) throws {
    file = try PDFReader(bytes)
    checkDocument()
    checkFonts()
    readPages()
    checkTree()
    checkAnnotations()
    checkNavigation()
  }

  private mutating func report(_ finding: String) { findings.append(finding) }

  private mutating func demand(_ condition: Bool, _ finding: String) {
    if !condition { report(finding) }
  }

  // MARK: The document

  private mutating func checkDocument() {
    let catalogue = file.catalogue
    demand(file.danglingReferences.isEmpty, "dangling: \(file.danglingReferences.sorted())")
    demand(!(catalogue["Lang"]?.text ?? "").isEmpty, "UA 7.2: no document language")
    demand(
      file.dictionary(catalogue["MarkInfo"])["Marked"] == .boolean(true), "UA 7.1: not marked")
    demand(
      file.dictionary(catalogue["ViewerPreferences"])["DisplayDocTitle"] == .boolean(true),
      "UA 7.1: title is not shown")
    demand(file.array(file.trailer["ID"]).count == 2, "A 6.1.3: no file identifier")
    demand(file.trailer["Encrypt"] == nil, "A 6.1.3: encrypted")
    let metadata = file.streams[catalogue["Metadata"]?.reference ?? -1]
    demand(metadata?.dictionary["Filter"] == nil, "A 6.6.2: metadata are filtered")
    let xmp = String(decoding: metadata?.data ?? [], as: UTF8.self)
    for claim in [
      "<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "<dc:title>",
      "pdfaExtension:schemas",
    ] { demand(xmp.contains(claim), "XMP lacks \(claim)") }
    let intent = file.dictionary(file.array(catalogue["OutputIntents"]).first)
    demand(intent["S"]?.name == "GTS_PDFA1", "A 6.2.3: no output intent")
    let profile = file.streams[intent["DestOutputProfile"]?.reference ?? -1]?.data ?? []
    demand(
      profile.count > 128 && Array(profile[36..<40]) == Array("acsp".utf8),
      "A 6.2.3: the output intent's profile is none")
  }

  // MARK: Fonts

  private mutating func checkFonts() {
    for (number, value) in file.values.sorted(by: { $0.key < $1.key }) {
      let font = file.dictionary(value)
      guard font["Type"]?.name == "Font" else { continue }
      switch font["Subtype"]?.name {
      case "Type0":
        demand(font["ToUnicode"] != nil, "UA 7.21.7: font \(number) has no ToUnicode")
        let map = readToUnicode(file.streams[font["ToUnicode"]?.reference ?? -1]?.data ?? [])
        for (code, text) in map {
          let isText = text.unicodeScalars.allSatisfy { ![0, 0xFEFF, 0xFFFE].contains($0.value) }
          demand(isText && !text.isEmpty, "UA 7.21.7: code \(code) of font \(number) is no text")
        }
      case "CIDFontType0", "CIDFontType2":
        let descriptor = file.dictionary(font["FontDescriptor"])
        let isTrueType = font["Subtype"]?.name == "CIDFontType2"
        let program = descriptor[isTrueType ? "FontFile2" : "FontFile3"]
        demand(program?.reference != nil, "A 6.2.11.4: font \(number) is not embedded")
        demand(
          !isTrueType || font["CIDToGIDMap"]?.name == "Identity",
          "UA 7.21.3.2: font \(number) has no CIDToGIDMap")
        demand(!file.array(font["W"]).isEmpty, "A 6.2.11.5: font \(number) has no widths")
        for key in ["Flags", "FontBBox", "ItalicAngle", "Ascent", "Descent", "CapHeight", "StemV"] {
          demand(descriptor[key] != nil, "descriptor of font \(number) lacks \(key)")
        }
      default: report("font \(number) is of an unknown kind")
      }
    }
  }

  // MARK: Pages

  private mutating func readPages() {
    let numbers = file.pages
    for (index, number) in numbers.enumerated() {
      pageNumbers[number] = index
      let page = file.dictionary(.reference(number))
      let resources = file.dictionary(page["Resources"])
      var maps: [String: [Int: String]] = [:]
      for (name, font) in file.dictionary(resources["Font"]) {
        let map = file.dictionary(font)["ToUnicode"]?.reference ?? -1
        maps[name] = readToUnicode(file.streams[map]?.data ?? [])
      }
      let contents = file.streams[page["Contents"]?.reference ?? -1]?.data ?? []
      let reading = PageReading(contents, maps: maps)
      findings += reading.faults.map { "page \(index): UA 7.1: \($0)" }
      demand(!reading.codes.contains { $0.code == 0 }, "UA 7.21.8: page \(index) shows .notdef")
      demand(
        reading.colours.isSubset(of: ["g", "G", "rg", "RG"]), "A 6.2.4.3: page \(index) colours")
      demand(page["Tabs"]?.name == "S", "UA 7.18.3: page \(index) has no Tabs S")
      demand(page["StructParents"]?.integer == index, "page \(index) has no StructParents")
      demand(page["TrimBox"] != nil && page["MediaBox"] != nil, "page \(index) lacks a box")
      pages.append(reading)
    }
  }

  // MARK: The tree

  /// What the structure says, in its own order, and where each marked content was found in it.
  private(set) var told: [(role: String, text: String)] = []
  private var reached: [Int: Set<Int>] = [:]
  private var headingLevel = 0
  private var linked: Set<Int> = []
  private var identifiers: Set<String> = []

  private mutating func checkTree() {
    let root = file.dictionary(file.catalogue["StructTreeRoot"])
    let rootNumber = file.catalogue["StructTreeRoot"]?.reference ?? -1
    for kid in file.array(root["K"]) { visit(kid, parent: rootNumber, role: "") }
    for (index, page) in pages.enumerated() {
      let missed = Set(page.sequences.keys).subtracting(reached[index] ?? [])
      demand(missed.isEmpty, "page \(index): content \(missed.sorted()) is not in the tree")
    }
    let parents = file.tree(root["ParentTree"], "Nums")
    let keys = parents.compactMap(\.key.integer)
    demand(
      keys == keys.sorted() && Set(keys).count == keys.count, "the parent tree is not in order")
    for (key, value) in parents {
      guard let index = key.integer, index < pages.count else { continue }
      let owners = file.array(value)
      demand(owners.count == pages[index].sequences.count, "page \(index): wrong parent tree")
    }
    demand((root["ParentTreeNextKey"]?.integer ?? -1) > (keys.last ?? -1), "wrong next key")
    let named = file.tree(root["IDTree"], "Names").compactMap(\.key.text)
    demand(Set(named) == identifiers && named.count == identifiers.count, "wrong IDTree")
  }

  private static let allowedKids: [String: Set<String>] = [
    "Table": ["TR", "Caption"], "TR": ["TH", "TD"], "L": ["LI", "Caption"], "LI": ["Lbl", "LBody"],
    "TOC": ["TOCI", "TOC", "Caption"],
  ]

  private mutating func visit(_ value: PDFValue, parent: Int, role parentRole: String) {
    guard let number = value.reference else { return report("an element is not indirect") }
    let element = file.dictionary(value)
    let role = element["S"]?.name ?? ""
    demand(element["P"]?.reference == parent, "element \(number) has another parent")
    if let allowed = Self.allowedKids[parentRole] {
      demand(allowed.contains(role), "\(role) within \(parentRole)")
    }
    if role.count == 2, role.hasPrefix("H"), let level = Int(role.dropFirst()) {
      demand(level <= headingLevel + 1, "UA 7.4.2: \(role) after H\(headingLevel)")
      headingLevel = level
    }
    check(element, number, role)
    let home = element["Pg"]?.reference
    told.append((role, ""))
    let place = told.count - 1
    var hasAnnotation = false
    let kids = element["K"].map { kids -> [PDFValue] in
      if case .array(let items) = kids { items } else { [kids] }
    }
    for kid in kids ?? [] {
      switch kid {
      case .number(let identifier): take(home, Int(identifier), role, at: place)
      case .dictionary(let entries) where entries["Type"]?.name == "MCR":
        take(entries["Pg"]?.reference, entries["MCID"]?.integer ?? -1, role, at: place)
      case .dictionary(let entries) where entries["Type"]?.name == "OBJR":
        hasAnnotation = true
        let annotation = entries["Obj"]?.reference ?? -1
        linked.insert(annotation)
        let key = file.dictionary(.reference(annotation))["StructParent"]?.integer
        let root = file.dictionary(file.catalogue["StructTreeRoot"])
        let back = file.tree(root["ParentTree"], "Nums").first { $0.key.integer == key }
        demand(back?.value.reference == number, "annotation \(annotation) does not lead back")
      default: visit(kid, parent: number, role: role)
      }
    }
    // What an element says itself stands for all that it holds.
    if let spoken = element["ActualText"]?.text { told[place].text = spoken }
    if role == "Link" { demand(hasAnnotation, "UA 7.18.5: Link \(number) has no annotation") }
  }

  private mutating func check(_ element: [String: PDFValue], _ number: Int, _ role: String) {
    let attributes = file.dictionary(element["A"])
    switch role {
    case "Figure":
      demand(!(element["Alt"]?.text ?? "").isEmpty, "UA 7.3: Figure \(number) has no Alt")
      demand(file.array(attributes["BBox"]).count == 4, "Figure \(number) has no BBox")
    case "Note":
      let id = element["ID"]?.text ?? ""
      demand(
        !id.isEmpty && !identifiers.contains(id), "UA 7.9: Note \(number) has no ID of its own")
    case "TH": demand(attributes["Scope"]?.name != nil, "UA 7.5: TH \(number) has no Scope")
    case "L": demand(attributes["ListNumbering"]?.name != nil, "L \(number) has no ListNumbering")
    default: break
    }
    if let id = element["ID"]?.text { identifiers.insert(id) }
  }

  private mutating func take(_ page: Int?, _ identifier: Int, _ role: String, at place: Int) {
    guard let index = page.flatMap({ pageNumbers[$0] }),
      let text = pages[index].sequences[identifier]
    else { return report("content \(identifier) of \(role) is on no page") }
    demand(
      pages[index].tags[identifier] == nil || pages[index].tags[identifier] == role,
      "content \(identifier) is tagged otherwise")
    demand(
      reached[index, default: []].insert(identifier).inserted, "content \(identifier) read twice")
    told[place].text += text
  }

  // MARK: Links and bookmarks

  private mutating func checkAnnotations() {
    let names = Set(destinations)
    for number in file.pages {
      for annotation in file.array(file.dictionary(.reference(number))["Annots"]) {
        let entries = file.dictionary(annotation)
        let id = annotation.reference ?? -1
        demand(entries["F"]?.integer == 4, "A 6.3.2: annotation \(id) is not printed")
        demand(!(entries["Contents"]?.text ?? "").isEmpty, "UA 7.18.5: annotation \(id) is mute")
        demand(linked.contains(id), "UA 7.18.1: annotation \(id) is not in the tree")
        if let name = entries["Dest"]?.text {
          demand(names.contains(name), "link to \(name), which is nowhere")
        } else {
          demand(file.dictionary(entries["A"])["URI"] != nil, "annotation \(id) leads nowhere")
        }
      }
    }
  }

  /// The names of all destinations.
  var destinations: [String] {
    file.tree(file.dictionary(file.catalogue["Names"])["Dests"], "Names").compactMap(\.key.text)
  }

  private mutating func checkNavigation() {
    demand(destinations == destinations.sorted(), "destinations are not in order")
    demand(
      file.tree(file.catalogue["PageLabels"], "Nums").first?.key.integer == 0, "no page labels")
    for (title, destination, _) in bookmarks {
      demand(
        !title.isEmpty && destinations.contains(destination), "bookmark '\(title)' leads nowhere")
    }
  }

  /// Title, destination and depth of every bookmark, in order.
  var bookmarks: [(title: String, destination: String, depth: Int)] {
    var result: [(String, String, Int)] = []
    func visit(_ node: [String: PDFValue], _ depth: Int) {
      var next = node["First"]
      while case .reference? = next {
        let item = file.dictionary(next)
        result.append((item["Title"]?.text ?? "", item["Dest"]?.text ?? "", depth))
        visit(item, depth + 1)
        next = item["Next"]
      }
    }
    visit(file.dictionary(file.catalogue["Outlines"]), 0)
    return result
  }
}
