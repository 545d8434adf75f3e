import Foundation
import Testing

/// The source tree as the tidy tests read it.
enum SourceTree {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Swift files below a folder of the project, with their path from the project's root.
  static func swiftFiles(in folder: String) -> [(path: String, text: String)] {
    let base = root.appending(path: folder)
    guard let walk = FileManager.default.enumerator(atPath: base.path) else { return [] }
    return walk.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted()
      .compactMap { name in
        (try? String(contentsOf: base.appending(path: name), encoding: .utf8)).map {
          ("\(folder)/\(name)", $0)
        }
      }
  }
}

@Suite("The arrows between modules")
struct ImportTests {
  /// What each module may import, as Sources/README.md draws it.
  static let arrows: [String: Set<String>] = [
    "BookDiagnostics": [],
    "BookModel": ["BookDiagnostics"],
    "BookMarkup": ["BookDiagnostics", "BookModel", "CCMark"],
    "BookWords": ["CWordData"],
    "BookXML": ["BookDiagnostics", "CLibXML2"],
    "BookZip": ["CLibZip", "CZLib"],
    "BookFonts": ["CHarfBuzz", "CFontConfig", "CHyphen"],
    "BookManuscript": ["BookDiagnostics", "BookModel", "BookMarkup", "Yams"],
    "BookPeople": ["BookDiagnostics", "BookModel"],
    "BookTime": ["BookDiagnostics", "BookModel"],
    "BookLint": ["BookDiagnostics", "BookModel"],
    "BookXHTML": ["BookDiagnostics", "BookModel"],
    "BookEPUB": ["BookDiagnostics", "BookModel", "BookXHTML", "BookXML", "BookZip"],
    "BookTypesetting": ["BookDiagnostics", "BookModel", "BookFonts"],
    "BookPDF": ["BookDiagnostics", "BookModel", "BookTypesetting", "BookFonts", "CZLib"],
    "BookPreview": ["BookDiagnostics", "BookModel", "BookXHTML"],
    "BookReports": ["BookDiagnostics", "BookModel"],
    "BookPipeline": [
      "BookDiagnostics", "BookModel", "BookMarkup", "BookManuscript", "BookPeople", "BookTime",
      "BookLint", "BookXML", "BookZip", "BookXHTML", "BookEPUB", "BookTypesetting", "BookPDF",
      "BookFonts", "BookPreview", "BookReports",
    ],
    "BookCLI": [
      "BookDiagnostics", "BookModel", "BookReports", "BookPipeline", "BookServer",
      "ArgumentParser",
    ],
    "BookServer": [
      "BookDiagnostics", "BookModel", "BookManuscript", "BookPDF", "BookPreview", "BookPipeline",
      "FlyingFox", "FlyingSocks",
    ],
    "bookc": ["BookCLI"],
  ]
  static let everywhere: Set<String> = [
    "Foundation", "FoundationEssentials", "Glibc", "Musl", "Darwin", "Dispatch", "Synchronization",
  ]

  static func imports(of text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "import"), index <= 2, words.count > index + 1,
        words[..<index].allSatisfy({
          ["package", "public", "internal", "private", "fileprivate", "@preconcurrency"].contains($0)
        })
      else { return nil }
      let name = words[index + 1]
      return ["struct", "func", "enum", "class"].contains(name)
        ? words.last.map { String($0.prefix { $0 != "." }) } : String(name)
    }
  }

  @Test("every module of the tree has its arrows, and no arrow is for a module that is not there")
  func everyModuleIsListed() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: SourceTree.root.appending(path: "Sources").path)
    let modules = Set(folders.filter { $0.hasPrefix("Book") || $0 == "bookc" })
    #expect(modules == Set(Self.arrows.keys))
  }

  @Test("a module imports only what its arrows allow", arguments: arrows.keys.sorted())
  func importsFollowTheArrows(module: String) {
    let allowed = (Self.arrows[module] ?? []).union(Self.everywhere)
    // Tables of words hold lines that look like anything.
    for file in SourceTree.swiftFiles(in: "Sources/\(module)") where !file.path.contains("/Data/") {
      for name in Self.imports(of: file.text) {
        #expect(allowed.contains(name), "\(file.path) imports \(name)")
      }
    }
  }

  @Test("the reader of imports sees what is there")
  func importsAreSeen() {
    let text = "import A\npackage import B\ninternal import struct C.D\n// import E\nlet important = 1"
    #expect(Self.imports(of: text) == ["A", "B", "C"])
  }
}
