import BookDisk
import BookEPUB
import BookFonts
import BookManuscript
import BookModel
import BookOutline
import BookTestSupport
import BookTypesetting
import BookZip
import Testing

@testable import BookPipeline

private let machineFonts: FontLibrary? = try? FontLibrary.system(DiskWorkspace.machine).get()

/// Every page number that a book prints, against what stands on that page; and the EPUB's page list
/// against the first words of the printed pages.
@Suite("Printed pages", .enabled(if: machineFonts != nil, "no fonts on this machine"))
struct PrintedPagesTests {
  static let people = """
    - id: ada
      name: {given: Ada, family: Lind}
    - id: bo
      name: {given: Bohumil, family: Roe}
    - id: cora
      name: {given: Cora, family: van der Meer}
    """

  /// A book of a preface and chapters of very different lengths.
  static func workspace() -> MemoryWorkspace {
    var state: UInt64 = 5
    func random(_ bound: Int) -> Int {
      state = state &* 48_271 % 0x7FFF_FFFF
      return Int(state % UInt64(bound))
    }
    let words = [
      "winter", "understanding", "letters", "the", "of", "and", "river", "was", "remarkable", "we",
      "schoolhouse", "to", "grandfather", "carpenter", "up", "long-forgotten", "afterwards", "no",
    ]
    var chapters: [(file: String, text: String)] = []
    for number in 0..<6 {
      var text =
        "# \(["Foreword", "Harrow", "The Mill", "Salt", "Going North", "Home"][number])\n\n"
      for paragraph in 0..<[14, 40, 9, 55, 23, 31][number] {
        if paragraph % 7 == 3 {
          text += ["Ada Lind", "Bohumil Roe", "Cora van der Meer"][random(3)] + " came again. "
        }
        if paragraph % 11 == 5 {
          let (day, year) = (10 + random(17), 1930 + number * 4 + paragraph / 11)
          text +=
            "On \(day) May \(year) [we left Harrow again](event:e\(number)-\(paragraph) "
            + "\"\(year)-05-\(day)\"). "
        }
        for sentence in 0..<(2 + random(4)) {
          let said = (0..<(5 + random(14))).map { _ in words[random(words.count)] }
          text +=
            said.joined(separator: " ").capitalizedFirst
            + (sentence == 1 ? "[^\(paragraph)]. " : ". ")
        }
        text += "\n\n"
        if paragraph % 9 == 8 { text += "> A saying of the river, and of the mill.\n\n" }
      }
      for paragraph in 0..<60 where text.contains("[^\(paragraph)]") {
        text += "[^\(paragraph)]: A remark on the winter.\n\n"
      }
      chapters.append(("0\(number)-chapter.md", text))
    }
    var files: [String: String] = ["people.yaml": people]
    files["book.yaml"] = """
      title: The Ledger
      author: Jane Roe
      language: en
      date: 2020-05-01
      chapters:
        - {file: 00-chapter.md, matter: front, role: foreword}
      """ + "\n" + (1..<6).map { "  - 0\($0)-chapter.md" }.joined(separator: "\n") + "\n"
    for chapter in chapters { files["chapters/" + chapter.file] = chapter.text }
    return MemoryWorkspace(files)
  }

  static func book() async throws -> (book: AnnotatedBook, pages: PageList) {
    let compilation = await compile(workspace(), prefix: "Book", sourceDateEpoch: nil, jobs: 2)
    let book = try #require(compilation.annotated)
    let fonts = try #require(machineFonts)
    let theme = Theme(name: "t", bookCSS: [], previewCSS: [], page: nil)
    let pages = try #require(
      await typeset(outline(of: book), theme: theme, fonts: fonts, jobs: 2).value)
    return (book, pages)
  }

  @Test("contents, people and chronology name pages that have what they say")
  func everyPrintedNumber() async throws {
    let (book, list) = try await Self.book()
    let pages = Dictionary(uniqueKeysWithValues: list.pages.map { ($0.label, $0.readText) })
    let contents = list.texts(of: .contentsItem)
    #expect(contents.count >= 8)
    #expect(
      contents.contains { $0.hasPrefix("Foreword") && $0.hasSuffix("v") || $0.hasSuffix("vii") })
    for item in contents {
      let parts = item.split(separator: " ")
      let title = parts.dropLast().filter { $0.contains { $0.isLowercase } }.joined(separator: " ")
      let label = try #require(parts.last)
      let page = try #require(pages[String(label)], "\(item)")
      #expect(page.contains(title), "\(item)")
    }
    var named = 0
    var form = ""
    var romans = 0
    for entry in list.texts(of: .paragraph, within: .index) where entry.contains(",") {
      let name = try #require(entry.split(separator: ",").first)
      let known = ["Lind": "Lind", "Roe": "Roe", "van der Meer": "Meer"]
      // A person of many pages has an entry of its own for each chapter.
      form = known[String(name)] ?? form
      #expect(entry.split(separator: ",").count > 1 || known[String(name)] != nil, "\(entry)")
      for locator in entry.split(separator: ",").dropFirst() {
        let label = String(locator.filter { $0 != " " })
        if !label.contains(where: \.isNumber), pages[label] != nil {
          #expect(pages[label]?.contains(form) == true, "\(entry): \(label)")
          romans += 1
        }
        let ends = locator.split(separator: "–").compactMap { Int($0.filter(\.isNumber)) }
        for (index, end) in ends.enumerated() {
          let first = ends[0]
          let page = index == 0 || end > first ? end : first / 10 * 10 + end
          #expect(pages[String(page)]?.contains(form) == true, "\(entry): \(page)")
          named += 1
        }
      }
    }
    #expect(named > 12)
    #expect(romans > 0)
    var dated = 0
    for row in list.texts(of: .listBody) where row.contains("Harrow") {
      let label = try #require(row.split(separator: " ").last)
      let page = try #require(pages[String(label)], "\(row)")
      let day = row.split(separator: " ").first { Int($0) != nil }.map(String.init) ?? ""
      #expect(Int(day) != nil && page.contains("On \(day) May"), "\(row)")
      dated += 1
    }
    #expect(dated > 8)
    #expect(book.time.events.count >= dated)
  }

  @Test("the word after every page break of the EPUB is the first of that printed page")
  func pageList() async throws {
    let (book, list) = try await Self.book()
    let theme = Theme(name: "t", bookCSS: [], previewCSS: [], page: nil)
    let rendered = await EPUBFormat().render(
      outline(of: book), theme: theme, pageStarts: list.pageStarts, jobs: 1)
    let artifact = try #require(rendered.value.artifacts.first)
    let archive = try ZipReader(artifact.bytes)
    var files: [String: String] = [:]
    for entry in archive.entries {
      files[entry.name] = String(decoding: try archive.read(entry), as: UTF8.self)
    }
    let nav = try #require(files["EPUB/nav.xhtml"])
    let start = try #require(nav.firstRange(of: "epub:type=\"page-list\""))
    let items = nav[start.upperBound...].components(between: "<a href=\"", and: "</a>")
    let labels = Set(list.pages.map(\.label))
    #expect(items.count == list.pageStarts.count)
    #expect(items.count > 25)
    var roman = 0
    for item in items {
      let parts = item.split(separator: "\">", maxSplits: 1)
      let place = parts[0].split(separator: "#")
      let label = String(parts[1])
      #expect(labels.contains(label))
      if label.allSatisfy({ "ivxlc".contains($0) }) { roman += 1 }
      let document = try #require(files["EPUB/" + place[0]])
      let anchor = try #require(document.firstRange(of: "id=\"\(place[1])\""), "\(item)")
      let first =
        document[anchor.upperBound...].drop { $0 != ">" }.dropFirst().withoutTags
        .split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
      let page = try #require(list.pages.first { $0.label == label }).readText
      let there = page.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
      // Figures of notes stand beside words in both, with a space or without.
      #expect(
        there.filter(\.isLetter).hasPrefix(first.filter(\.isLetter)),
        "page \(label): '\(there)', the break stands before '\(first)'")
      #expect(!first.filter(\.isLetter).isEmpty)
    }
    #expect(roman > 0)
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension StringProtocol {
  /// What stands between two marks, every time.
  fileprivate func components(between start: String, and end: String) -> [String] {
    var found: [String] = []
    var rest = String(self)[...]
    while let from = rest.firstRange(of: start) {
      rest = rest[from.upperBound...]
      guard let to = rest.firstRange(of: end) else { break }
      found.append(String(rest[..<to.lowerBound]))
      rest = rest[to.upperBound...]
    }
    return found
  }

  /// The text of mark-up.
  fileprivate var withoutTags: String {
    var text = ""
    var isTag = false
    for character in self.prefix(4000) {
      if character == "<" {
        isTag = true
      } else if character == ">" {
        isTag = false
      } else if !isTag {
        text.append(character)
      }
    }
    return text
  }
}

extension Page {
  /// What is read on the page, artifacts left out.
  var readText: String {
    var bytes: [UInt8] = []
    var last = -1
    for case .run(let run) in items {
      guard case .node(let node) = run.owner else { continue }
      if node != last, !bytes.isEmpty { bytes.append(0x20) }
      last = node
      bytes += text[run.saying ?? run.text]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension PageList {
  /// The text of every element of a role, in reading order of the pages.
  func texts(of role: StructureRole, within outer: StructureRole? = nil) -> [String] {
    var found: [Int: [UInt8]] = [:]
    var order: [Int] = []
    for page in pages {
      for case .run(let run) in page.items {
        guard case .node(var node) = run.owner else { continue }
        var holder: Int?
        var isWithin = outer == nil
        while node >= 0 {
          if structure[node].role == role, holder == nil { holder = node }
          if structure[node].role == outer { isWithin = true }
          node = structure[node].parent
        }
        guard let holder, isWithin else { continue }
        if found[holder] == nil { order.append(holder) }
        found[holder, default: []] += page.text[run.saying ?? run.text] + [0x20]
      }
    }
    return order.map {
      String(decoding: found[$0] ?? [], as: UTF8.self).split(separator: " ").joined(separator: " ")
    }
  }
}
