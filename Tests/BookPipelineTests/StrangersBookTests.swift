import BookDiagnostics
import BookEPUB
import BookModel
import BookOutline
import BookPreview
import BookTestSupport
import BookXML
import BookZip
import Testing

@testable import BookPipeline

/// A book of somebody else is read, shown and published, and nothing of it runs.
@Suite("A stranger's book")
struct StrangersBookTests {
  /// What would run, or load, in a browser that was shown it as it stands.
  static let paragraphs = [
    "<script>hostile()</script>", "<ScRiPt src=//e.example/x.js></ScRiPt>",
    "<img src=\"x\" onerror=\"hostile()\">", "<p onclick=\"hostile()\">x</p>",
    "<p ONCLICK=hostile()>x</p>", "<a href=\"javascript:hostile()\">x</a>",
    "<a\nhref\n=\n'java\tscript:hostile()'>x</a>", "<a href=\"&#106;avascript:hostile()\">x</a>",
    "[x](javascript:hostile())", "[x](JaVaScRiPt&#58;hostile())", "[x](<java\tscript:hostile()>)",
    "[x](vbscript:hostile())", "[x](data:text/html,%3Cscript%3Ehostile()%3C/script%3E)",
    "![x](javascript:hostile())", "[x](a \"\\\"><script>hostile()</script>\")",
    "[x]: javascript:hostile()\n\n[x]", "<javascript:hostile()>",
    "<iframe src=\"//e.example\"></iframe>", "<iframe srcdoc=\"<script>hostile()</script>\">",
    "<object data=\"x.svg\"></object>", "<embed src=x>", "<applet code=x></applet>",
    "<svg onload=hostile()><script>hostile()</script></svg>",
    "<math><mtext><script>hostile()</script></mtext></math>", "<base href=\"//e.example/\">",
    "<meta http-equiv=refresh content=\"0;url=javascript:hostile()\">",
    "<link rel=stylesheet href=//e.example/x.css>",
    "<form action=\"javascript:hostile()\"><button formaction=javascript:hostile()>x</button></form>",
    "<details ontoggle=hostile() open>x</details>", "<style>@import url(//e.example/)</style>",
    "<p style=\"background:url(//e.example/)\">x</p>", "<!--><script>hostile()</script>-->",
    "<![CDATA[<script>hostile()</script>]]>", "<?xml-stylesheet href='//e.example'?>",
    "<noscript><p title=\"</noscript><script>hostile()</script>\">x</p></noscript>",
    "<template><script>hostile()</script></template>", "<video src=x onerror=hostile()></video>",
    "## H {#x\"onclick=hostile() onload=hostile()}", "::: \"onclick=hostile()\nx\n:::",
    "![x\"onerror=hostile()](images/d.svg \"\\\"><script>hostile()</script>\")",
    "```\"><script>hostile()</script>\nx\n```", "w[^1]\n\n[^1]: <script>hostile()</script>",
    "| a |\n|---|\n| <script>hostile()</script> |",
  ]

  static let drawings = [
    "<script>hostile()</script>", "<rect width='4' height='4' onclick='hostile()'/>",
    "<a href='javascript:hostile()'><rect width='4' height='4'/></a>",
    "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><script>hostile()</script></body></foreignObject>",
    "<animate attributeName='href' values='javascript:hostile()'/>",
    "<set attributeName='onload' to='hostile()'/>", "<image href='//e.example/x.png'/>",
    "<use href='//e.example/x.svg#a'/>", "<style>@import url(//e.example/)</style>",
    "<rect fill='url(//e.example/#a)' width='4' height='4'/>",
    "<handler xmlns='http://www.w3.org/2001/xml-events'>hostile()</handler>",
  ]

  private static let runs: Set<String> = [
    "script", "iframe", "object", "embed", "applet", "base", "handler", "foreignobject", "animate",
    "set", "frame", "style",
  ]
  /// Those of the preview's own pages.
  private static let ownScripts: Set<String> = ["live.js", "early.js"]

  /// What in a document would run or load something from elsewhere.
  static func running(in element: XMLElement) -> [String] {
    var found: [String] = []
    let name = element.name.lowercased().split(separator: ":").last.map(String.init) ?? ""
    let isOwn =
      name == "script"
      && element.attributes.contains { $0.name == "src" && ownScripts.contains(fileName($0.value)) }
    if runs.contains(name), !isOwn { found.append("<\(element.name)>") }
    for attribute in element.attributes {
      let value = attribute.value.lowercased().filter { !$0.isWhitespace }
      let key = attribute.name.lowercased()
      if key.hasPrefix("on") { found.append("\(key)=\(value)") }
      if ["href", "src", "action", "formaction", "data", "style", "fill"].contains(key),
        ["javascript:", "vbscript:", "data:text", "//e.example"].contains(where: value.contains)
      {
        found.append("\(key)=\(value)")
      }
      if key == "http-equiv", value == "refresh" { found.append("refresh") }
    }
    for case .element(let child) in element.children { found += running(in: child) }
    return found
  }

  private static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map { String($0.prefix { $0 != "?" }) } ?? ""
  }

  static func running(in bytes: [UInt8]) -> [String] {
    XMLElement.readHTML(bytes).map(running) ?? ["unread"]
  }

  private static let theme: FindTheme = { _, _ in
    Diagnosed(Theme(name: "t", bookCSS: [], previewCSS: [], page: nil))
  }

  /// Everything that is shown or published of a book, and its codes.
  private func shown(
    _ files: [String: String]
  ) async throws -> (pages: [(path: String, bytes: [UInt8])], codes: [String]) {
    let workspace = MemoryWorkspace.soundBook(with: files)
    var pages: [(path: String, bytes: [UInt8])] = []
    var book = IncrementalBook()
    if let live = try await book.update(
      from: workspace, prefix: "", sourceDateEpoch: 0, jobs: 1, theme: Self.theme)
    {
      for path in live.paths + ["workbench.html"] {
        if let page = live.page(path),
          page.mediaType.hasPrefix("text/html") || page.mediaType.hasPrefix("image/svg")
        {
          pages.append((path, page.bytes))
        }
      }
    }
    let found = await compile(workspace, prefix: "", sourceDateEpoch: 0, jobs: 1)
    if let annotated = found.annotated, !found.hasErrors {
      let theme = Theme(name: "t", bookCSS: [], previewCSS: [], page: nil)
      for format in [EPUBFormat(), HTMLFormat()] as [any OutputFormat] {
        let made = await format.render(
          outline(of: annotated), theme: theme, pageStarts: [], jobs: 1)
        if made.diagnostics.contains(where: { $0.severity == .error }) { continue }
        for artifact in made.value.artifacts { pages += try Self.documents(artifact) }
      }
    }
    return (pages, found.diagnostics.map(\.code.id))
  }

  private static func documents(_ artifact: Artifact) throws -> [(path: String, bytes: [UInt8])] {
    let endings = [".xhtml", ".html", ".svg"]
    guard artifact.path.hasSuffix(".epub") else {
      return endings.contains(where: artifact.path.hasSuffix)
        ? [(artifact.path, artifact.bytes)] : []
    }
    let archive = try ZipReader(artifact.bytes)
    var found: [(path: String, bytes: [UInt8])] = []
    for entry in archive.entries where endings.contains(where: entry.name.hasSuffix) {
      found.append((entry.name, try archive.read(entry)))
    }
    return found
  }

  private static func drawing(_ inside: String) -> String {
    "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'>\(inside)"
      + "<rect width='4' height='4'/></svg>"
  }

  @Test("what may run is taken out of raw HTML and drawings, or told", arguments: paragraphs)
  func chapters(paragraph: String) async throws {
    let (pages, _) = try await shown([
      "chapters/01-one.md": "# One\n\nBefore.\n\n\(paragraph)\n\nBehind.\n",
      "images/d.svg": Self.drawing(""),
    ])
    #expect(pages.count > 3)
    for page in pages { #expect(Self.running(in: page.bytes) == [], "\(page.path)") }
  }

  @Test(
    "a drawing that may run or load something is told, and none of it is shown", arguments: drawings
  )
  func drawn(inside: String) async throws {
    let (pages, codes) = try await shown([
      "chapters/01-one.md": "# One\n\nBefore.\n\n![A drawing.](images/d.svg)\n\nBehind.\n",
      "images/d.svg": Self.drawing(inside),
    ])
    let isHarmless = pages.allSatisfy { Self.running(in: $0.bytes) == [] }
    #expect(isHarmless)
    #expect(codes.contains { $0.hasPrefix("B015") || $0.hasPrefix("B014") } || !pages.isEmpty)
  }

  @Test("titles, names and rows are words, whatever they look like")
  func words() async throws {
    let script = "\"><script>hostile()</script><img src=x onerror=hostile()>"
    let quoted = "'" + script + "'"
    let (pages, codes) = try await shown([
      "book.yaml":
        "title: \(quoted)\nsubtitle: \(quoted)\nauthor: \(quoted)\nlanguage: en\ndate: 2020-05-01\n"
        + "publisher: \(quoted)\ndescription: \(quoted)\n",
      "people.yaml":
        "- {id: ann, name: {literal: \(quoted)}, aliases: [Ann], relation: \(quoted)}\n",
      "chronology.yaml": "- {date: 1950, title: \(quoted)}\n",
      "chapters/01-one.md": "---\ntitle: \(quoted)\n---\n\nAnn came, and Ann went.\n",
    ])
    #expect(!codes.contains { $0 == "B0101" })
    #expect(pages.contains { $0.path.hasSuffix(".xhtml") })
    for page in pages { #expect(Self.running(in: page.bytes) == [], "\(page.path)") }
  }

  @Test("the reader of pages sees what would run")
  func readerSees() {
    for text in [
      "<p onclick='x()'>a</p>", "<script>x()</script>", "<a href='java\tscript:x()'>a</a>",
      "<svg><a href='javascript:x()'/></svg>", "<p style='background:url(//e.example/)'>a</p>",
    ] {
      #expect(Self.running(in: Array("<html><body>\(text)</body></html>".utf8)) != [], "\(text)")
    }
    #expect(Self.running(in: Array("<html><body><p>a</p></body></html>".utf8)) == [])
  }
}
