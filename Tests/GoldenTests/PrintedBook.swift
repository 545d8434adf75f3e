import PDFReading

/// A PDF in words: what it says of itself, its bookmarks, its tags with their text in the order in
/// which they are read aloud, and what stands on its pages beside that.
struct PrintedBook: CustomStringConvertible {
  private let file: PDFReader
  private let pages: [PageReading]
  private let labels: [Int: String]
  private var lines: [String] = []

  var description: String { lines.joined(separator: "\n") + "\n" }

  init(_ bytes: [UInt8]) throws {
    let file = try PDFReader(bytes)
    self.file = file
    pages = file.pages.map { number in
      let page = file.dictionary(.reference(number))
      let fonts = file.dictionary(file.dictionary(page["Resources"])["Font"])
      let maps = fonts.mapValues { font in
        readToUnicode(file.streams[file.dictionary(font)["ToUnicode"]?.reference ?? -1]?.data ?? [])
      }
      let contents = file.streams[page["Contents"]?.reference ?? -1]?.data ?? []
      return PageReading(contents, maps: maps)
    }
    labels = Self.labels(of: file)
    tellDocument()
    tellBookmarks()
    lines.append("tags")
    for kid in file.array(file.dictionary(file.catalogue["StructTreeRoot"])["K"]) {
      tell(kid, depth: 1)
    }
    tellArtifacts()
  }

  private mutating func tellDocument() {
    lines.append("language \(file.catalogue["Lang"]?.text ?? "none")")
    let boxes = file.pages.map { number in
      file.array(file.dictionary(.reference(number))["TrimBox"]).compactMap(\.integer)
    }
    lines.append("\(pages.count) pages, trimmed to \(Set(boxes.map(\.description)).sorted())")
  }

  private mutating func tellBookmarks() {
    lines.append("bookmarks")
    tellBookmarks(below: file.dictionary(file.catalogue["Outlines"]), depth: 1)
  }

  private mutating func tellBookmarks(below node: [String: PDFValue], depth: Int) {
    var next = node["First"]
    while case .reference? = next {
      let item = file.dictionary(next)
      lines.append(
        "\(indent(depth))\(item["Title"]?.text ?? "") → \(item["Dest"]?.text ?? "nowhere")")
      tellBookmarks(below: item, depth: depth + 1)
      next = item["Next"]
    }
  }

  /// One element a line, with its alternative and its text, `[page]` where that begins.
  private mutating func tell(_ value: PDFValue, depth: Int) {
    let element = file.dictionary(value)
    var line = "\(indent(depth))\(element["S"]?.name ?? "?")"
    for key in ["Lang", "Alt", "T"] {
      if let text = element[key]?.text { line += " \(key)=\(text.debugDescription)" }
    }
    let place = lines.count
    lines.append(line)
    let own = element["Pg"]?.reference
    var text = ""
    var isInterrupted = false
    for kid in kids(of: element) {
      switch kid {
      case .number(let identifier): text += said(Int(identifier), on: own, after: text)
      case .dictionary(let entries) where entries["Type"]?.name == "MCR":
        text += said(
          entries["MCID"]?.integer ?? -1, on: entries["Pg"]?.reference ?? own, after: text)
      case .dictionary(let entries) where entries["Type"]?.name == "OBJR": break
      default:
        if !text.isEmpty { text += "{}" }
        isInterrupted = true
        tell(kid, depth: depth + 1)
      }
    }
    if isInterrupted, text.hasSuffix("{}") { text.removeLast(2) }
    if !text.isEmpty { lines[place] += " \(text)" }
  }

  private func kids(of element: [String: PDFValue]) -> [PDFValue] {
    guard let kids = element["K"] else { return [] }
    if case .array(let items) = kids { return items }
    return [kids]
  }

  private func said(_ identifier: Int, on page: Int?, after text: String) -> String {
    guard let index = file.pages.firstIndex(of: page ?? -1) else { return "[no page]" }
    let label = "[\(labels[index] ?? "?")] "
    let isNew = text.isEmpty || !text.contains(label)
    return (isNew ? label : "") + (pages[index].sequences[identifier] ?? "[nothing]")
  }

  private mutating func tellArtifacts() {
    lines.append("beside the text")
    for (index, page) in pages.enumerated() where !page.artifacts.isEmpty {
      lines.append("  [\(labels[index] ?? "?")] \(page.artifacts)")
    }
  }

  private func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }

  /// The printed number of each page, `/PageLabels` written out.
  private static func labels(of file: PDFReader) -> [Int: String] {
    var result: [Int: String] = [:]
    let ranges = file.tree(file.catalogue["PageLabels"], "Nums")
    for (place, range) in ranges.enumerated() {
      let first = range.key.integer ?? 0
      let end = place + 1 < ranges.count ? ranges[place + 1].key.integer ?? 0 : file.pages.count
      let style = file.dictionary(range.value)
      let start = style["St"]?.integer ?? 1
      for page in first..<max(first, end) {
        let number = start + page - first
        let prefix = style["P"]?.text ?? ""
        switch style["S"]?.name {
        case "D": result[page] = "\(prefix)\(number)"
        case "r": result[page] = prefix + roman(number)
        default: result[page] = prefix
        }
      }
    }
    return result
  }

  private static func roman(_ number: Int) -> String {
    let signs = [
      (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"),
      (1, "i"),
    ]
    var (rest, text) = (number, "")
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }
}
