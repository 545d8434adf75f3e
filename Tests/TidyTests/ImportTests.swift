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
    "BookData": ["CEmbeddedData"],
    "BookDiagnostics": [],
    "BookModel": ["BookDiagnostics"],
    "BookLanguage": ["BookModel"],
    "BookDisk": ["BookDiagnostics", "BookModel"],
    "BookMarkup": ["BookDiagnostics", "BookModel", "BookLanguage", "CCMark"],
    "BookWords": ["BookModel", "BookLanguage", "CWordData"],
    "BookXML": ["BookDiagnostics", "CLibXML2"],
    "BookZip": ["CLibZip", "CZLib"],
    "BookImport": [
      "BookDiagnostics", "BookModel", "BookLanguage", "BookPictures", "BookXML", "BookZip",
    ],
    "BookFonts": ["BookModel", "BookLanguage", "CHarfBuzz", "CFontConfig", "CHyphen"],
    "BookPictures": ["BookDiagnostics", "BookModel", "BookXML", "CPictures"],
    "BookManuscript": [
      "BookDiagnostics", "BookModel", "BookLanguage", "BookMarkup", "BookPictures", "BookWords",
      "Yams",
    ],
    "BookPeople": ["BookData", "BookDiagnostics", "BookModel", "BookLanguage", "BookWords"],
    "BookTime": ["BookDiagnostics", "BookModel", "BookLanguage", "BookWords"],
    "BookOutline": ["BookModel", "BookLanguage"],
    "BookLint": ["BookDiagnostics", "BookModel", "BookLanguage", "BookWords"],
    "BookXHTML": ["BookDiagnostics", "BookModel", "BookLanguage"],
    "BookEPUB": [
      "BookDiagnostics", "BookModel", "BookLanguage", "BookXHTML", "BookXML", "BookZip",
    ],
    "BookTypesetting": [
      "BookData", "BookDiagnostics", "BookModel", "BookLanguage", "BookFonts",
    ],
    "BookPDF": [
      "BookDiagnostics", "BookModel", "BookLanguage", "BookTypesetting", "BookFonts", "BookXML",
      "CZLib",
    ],
    "BookPreview": ["BookData", "BookDiagnostics", "BookModel", "BookLanguage", "BookXHTML"],
    "BookReports": ["BookDiagnostics", "BookModel", "BookLanguage", "BookWords"],
    "BookPipeline": [
      "BookData", "BookDiagnostics", "BookModel", "BookDisk", "BookImport", "BookLanguage",
      "BookMarkup", "BookManuscript",
      "BookPeople", "BookTime", "BookOutline", "BookLint", "BookXML", "BookZip", "BookXHTML",
      "BookEPUB",
      "BookTypesetting", "BookPDF",
      "BookFonts", "BookPictures", "BookPreview", "BookReports",
    ],
    "BookCLI": [
      "BookDiagnostics", "BookModel", "BookDisk", "BookReports", "BookPipeline", "BookServer",
      "ArgumentParser",
    ],
    "BookServer": [
      "BookDiagnostics", "BookModel", "BookDisk", "BookManuscript", "BookPDF", "BookPreview",
      "BookPipeline", "NIOCore", "NIOPosix", "NIOHTTP1",
    ],
    "bookc": ["BookCLI"],
    "event-examples": [
      "BookDiagnostics", "BookLanguage", "BookMarkup", "BookModel", "BookTime",
    ],
    "name-examples": ["BookDiagnostics", "BookMarkup", "BookModel", "BookPeople"],
  ]
  static let everywhere: Set<String> = [
    "Foundation", "FoundationEssentials", "Glibc", "Musl", "Darwin", "Dispatch", "Synchronization",
  ]

  static func imports(of text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "import"), index <= 2, words.count > index + 1,
        words[..<index].allSatisfy({
          ["package", "public", "internal", "private", "fileprivate", "@preconcurrency"].contains(
            $0)
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
    let modules = Set(folders.filter { !$0.hasPrefix("C") && $0 != "README.md" })
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
    let text =
      "import A\npackage import B\ninternal import struct C.D\n// import E\nlet important = 1"
    #expect(Self.imports(of: text) == ["A", "B", "C"])
  }
}
