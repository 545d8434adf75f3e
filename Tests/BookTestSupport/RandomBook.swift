/// Books of every shape drawn by a seed: matter, roles, parts, volumes, numbers, and headings that
/// are there, missing, too deep or marked up.
package struct RandomBook {
  private var state: UInt64
  /// The chapters' files in the order of book.yaml, with their text.
  package private(set) var chapters: [(file: String, text: String)] = []
  private var yaml: [String] = []

  package init(seed: Int) {
    state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    yaml = [
      "title: \(pick(["The Ledger", "Salt", "A Life & More"]))", "author: Jane Roe",
      "language: \(pick(["en", "fr", "de", "es", "it"]))", "date: 2020-05-01",
      "people: {found: off, cast: \(pick(["true", "false"])), passing: keep}",
      "chronology: {found: off, timeline: \(pick(["true", "false"])), presence: \(pick(["true", "false"]))}",
      "colophon: \(seed % 3 == 0 ? "no" : "yes")", "chapters:",
    ]
    let (front, body, back) = (next(4), 1 + next(7), next(3))
    for _ in 0..<front {
      add("front", pick(["dedication", "epigraph", "foreword", "preface", "introduction", nil]))
    }
    for _ in 0..<body { add("body", pick([nil, nil, nil, nil, "introduction"])) }
    for _ in 0..<back { add("back", pick(["afterword", "appendix", "colophon", nil])) }
  }

  /// The book's folder.
  package var workspace: MemoryWorkspace {
    var files = ["book.yaml": yaml.joined(separator: "\n") + "\n", "people.yaml": Self.people]
    for chapter in chapters { files["chapters/" + chapter.file] = chapter.text }
    return MemoryWorkspace(files)
  }

  private static let people = """
    - {id: anna, name: {given: Anna, family: Berg}, relation: sister}
    - {id: bo, name: {given: Bohumil, family: Roe}}

    """

  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[next(values.count)] }

  private mutating func add(_ matter: String, _ role: String?) {
    let number = chapters.count + 1
    let file = "\(number < 10 ? "0" : "")\(number)-x.md"
    var entry = "  - {file: \(file), matter: \(matter)"
    if let role { entry += ", role: \(role)" }
    if next(5) == 0 { entry += ", ordinal: \(pick(["IV", "7", "\(number)", "One"]))" }
    if next(6) == 0 { entry += ", title: \"\(pick(["Over  the Hill", "Given", "Chapter 7"]))\"" }
    if next(4) == 0 { entry += ", part: Part \(pick(["A", "B", "C"]))" }
    if next(7) == 0 { entry += ", volume: Volume \(pick(["1", "2"]))" }
    yaml.append(entry + "}")
    chapters.append((file, text(number)))
  }

  private mutating func text(_ number: Int) -> String {
    var text = ""
    switch next(7) {
    case 0: break
    case 1: text += "## Low Beginning \(number)\n\n"
    case 2: text += "The *Winter*\nof \(number)\n===========\n\n"
    case 3: text += "Before any heading stand words.\n\n# Late \(number)\n\n"
    default: text += "# Title \(number) & “more”\n\n"
    }
    for paragraph in 0..<(2 + next(9)) {
      if next(5) == 0 {
        let depth = String(repeating: "#", count: 2 + next(4))
        text += "\(depth) Section \(paragraph) of \(number)\n\n"
      }
      let name = pick(["Anna Berg", "Anna Berg", "Bohumil Roe", "Nobody"])
      text += "\(name) came on 3 May \(1930 + number), and [we left](event:e\(number)-\(paragraph) "
      text += "\"\(1930 + number)-05-03\") again.\n\nNothing else of \(number), \(paragraph).\n\n"
      text += "Nothing was said, \(paragraph).\n\nThe river rose.\n\nThe mill stood.\n\n"
    }
    return text
  }
}
