// swift-tools-version: 6.1
import Foundation
import PackageDescription

// The one place that decides what this machine can build. libcmark, libxml2 and libzip suffice for
// everything but the PDF; what the PDF needs is used where its headers are installed and left out
// elsewhere, and `bookc build --formats pdf` then says what to install.
func headerIsInstalled(_ name: String) -> Bool {
  let folders = ["/usr/include", "/usr/local/include", "/opt/homebrew/include"]
  return folders.contains { FileManager.default.fileExists(atPath: "\($0)/\(name)") }
}
let canSetPages =
  headerIsInstalled("harfbuzz/hb-subset.h") && headerIsInstalled("hyphen.h")
  && headerIsInstalled("fontconfig/fontconfig.h")

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]
// In the sources an import says what a file may know; a test may know everything.
let sources: [SwiftSetting] = strict + [.enableUpcomingFeature("MemberImportVisibility")]
let setsPages: [SwiftSetting] = canSetPages ? [.define("SETS_PAGES")] : []

func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: sources + setsPages)
}
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["BookTestSupport"], swiftSettings: strict + setsPages)
}
func cLibrary(_ name: String, _ pkgConfig: String, apt: String, brew: String) -> Target {
  .systemLibrary(
    name: name, pkgConfig: pkgConfig, providers: [.apt([apt]), .brew([brew])])
}

// Packed files that the C compiler puts into the program, so that bookc stays one file.
let wordData = Target.target(
  name: "CWordData", exclude: ["english.tagger", "english.happenings", "SOURCES.md"])

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let networking = ["NIOCore", "NIOPosix", "NIOHTTP1"].map {
  Target.Dependency.product(name: $0, package: "swift-nio")
}

let cLibraries: [Target] =
  [
    cLibrary("CCMark", "libcmark", apt: "libcmark-dev", brew: "cmark"),
    cLibrary("CLibXML2", "libxml-2.0", apt: "libxml2-dev", brew: "libxml2"),
    cLibrary("CLibZip", "libzip", apt: "libzip-dev", brew: "libzip"),
    cLibrary("CZLib", "zlib", apt: "zlib1g-dev", brew: "zlib"),
  ]
  + (canSetPages
    ? [
      cLibrary("CHarfBuzz", "harfbuzz-subset", apt: "libharfbuzz-dev", brew: "harfbuzz"),
      cLibrary("CFontConfig", "fontconfig", apt: "libfontconfig-dev", brew: "fontconfig"),
      .systemLibrary(
        name: "CHyphen", providers: [.apt(["libhyphen-dev"]), .brew(["hyphen"])]),
    ] : [])

let pageLibraries: [Target.Dependency] =
  canSetPages ? ["CHarfBuzz", "CFontConfig", "CHyphen"] : []

// What Scripts/fuzz runs; nothing of it is built, or known, unless that script asks.
let fuzzing: [Target] =
  ProcessInfo.processInfo.environment["BOOKC_FUZZ"] == nil
  ? []
  : [
    .executableTarget(
      name: "fuzz-targets",
      dependencies: [
        "BookDiagnostics", "BookDisk", "BookEPUB", "BookImport", "BookLanguage", "BookManuscript",
        "BookMarkup", "BookModel", "BookOutline", "BookPDF", "BookPeople", "BookPictures",
        "BookPipeline", "BookPreview", "BookReports", "BookServer", "BookTime", "BookTypesetting",
        "BookWords", "BookXML", "BookZip", "BookTestSupport", "PDFReading",
      ],
      path: "Tests/Fuzz/Targets", swiftSettings: strict)
  ]

let package = Package(
  name: "bookc",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "bookc", targets: ["bookc"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
  ],
  targets: cLibraries + [
    // The C compiler embeds files from where they stand, so that bookc stays one program.
    .target(name: "CEmbeddedData"),
    wordData,
    // libvips is opened where a picture needs it, not linked: see CPictures.h.
    .target(name: "CPictures"),
    library("BookPictures", ["BookDiagnostics", "BookModel", "BookXML", "CPictures"]),
    library("BookData", ["CEmbeddedData"]),
    library("BookDiagnostics"),
    library("BookModel", ["BookDiagnostics"]),
    library("BookLanguage", ["BookModel"]),
    library("BookDisk", ["BookDiagnostics", "BookModel"]),
    library("BookMarkup", ["BookDiagnostics", "BookModel", "BookLanguage", "CCMark"]),
    library("BookWords", ["BookModel", "BookLanguage", "CWordData"]),
    library("BookXML", ["BookDiagnostics", "CLibXML2"]),
    library("BookZip", ["CLibZip", "CZLib"]),
    library(
      "BookImport",
      ["BookDiagnostics", "BookModel", "BookLanguage", "BookPictures", "BookXML", "BookZip"]),
    library("BookFonts", ["BookModel", "BookLanguage"] + pageLibraries),
    library(
      "BookManuscript",
      [
        "BookDiagnostics", "BookModel", "BookLanguage", "BookMarkup", "BookPictures", "BookWords",
        yams,
      ]),
    library(
      "BookPeople", ["BookData", "BookDiagnostics", "BookModel", "BookLanguage", "BookWords"],
      exclude: ["Names/SOURCES.md", "Names/Data", "Discovery/span.weights"]),
    library("BookTime", ["BookDiagnostics", "BookModel", "BookLanguage", "BookWords"]),
    library("BookOutline", ["BookModel", "BookLanguage"]),
    library("BookLint", ["BookDiagnostics", "BookModel", "BookLanguage", "BookWords"]),
    library("BookXHTML", ["BookDiagnostics", "BookModel", "BookLanguage"]),
    library(
      "BookEPUB",
      ["BookDiagnostics", "BookModel", "BookLanguage", "BookXHTML", "BookXML", "BookZip"]),
    library(
      "BookTypesetting",
      ["BookData", "BookDiagnostics", "BookModel", "BookLanguage", "BookFonts"],
      exclude: ["Text/Characters/characters.table"]),
    library(
      "BookPDF",
      [
        "BookDiagnostics", "BookModel", "BookLanguage", "BookTypesetting", "BookFonts", "BookXML",
        "CZLib",
      ]),
    library(
      "BookPreview", ["BookData", "BookDiagnostics", "BookModel", "BookLanguage", "BookXHTML"],
      exclude: ["Live/early.js", "Live/live.js", "Live/live.css"]),
    library("BookReports", ["BookDiagnostics", "BookModel", "BookLanguage", "BookWords"]),
    library(
      "BookPipeline",
      [
        "BookData", "BookDiagnostics", "BookModel", "BookDisk", "BookImport", "BookLanguage",
        "BookMarkup", "BookManuscript", "BookPeople", "BookTime", "BookOutline", "BookLint",
        "BookXML", "BookZip",
        "BookXHTML", "BookEPUB",
        "BookTypesetting", "BookPDF",
        "BookFonts", "BookPictures", "BookPreview", "BookReports",
      ]),
    library(
      "BookServer",
      [
        "BookDiagnostics", "BookModel", "BookDisk", "BookManuscript", "BookPDF", "BookPreview",
        "BookPipeline",
      ] + networking),
    library(
      "BookCLI",
      [
        "BookDiagnostics", "BookModel", "BookDisk", "BookReports", "BookPipeline", "BookServer",
        arguments,
      ]),
    // What Scripts/names learns from; no part of the product.
    .executableTarget(
      name: "name-examples",
      dependencies: ["BookDiagnostics", "BookMarkup", "BookModel", "BookPeople"],
      swiftSettings: sources),
    // What Scripts/events learns from; no part of the product.
    .executableTarget(
      name: "event-examples",
      dependencies: ["BookDiagnostics", "BookLanguage", "BookMarkup", "BookModel", "BookTime"],
      swiftSettings: sources),
    .executableTarget(name: "bookc", dependencies: ["BookCLI"], swiftSettings: sources),

    .target(
      name: "BookTestSupport",
      dependencies: ["BookDiagnostics", "BookModel", "BookManuscript", "BookOutline"],
      path: "Tests/BookTestSupport", swiftSettings: strict),
    .target(
      name: "PDFReading", dependencies: ["CZLib"], path: "Tests/PDFReading", swiftSettings: strict),
    tests("BookDataTests", ["BookData"]),
    tests("BookDiagnosticsTests", ["BookDiagnostics"]),
    tests("BookModelTests", ["BookModel"]),
    tests("BookLanguageTests", ["BookLanguage", "BookModel"]),
    tests("BookDiskTests", ["BookDisk", "BookModel", "BookManuscript", "BookDiagnostics"]),
    tests("BookMarkupTests", ["BookMarkup", "BookModel", "BookLanguage", "CCMark"]),
    tests(
      "BookPicturesTests", ["BookPictures", "BookModel", "BookDiagnostics", "BookDisk", "BookXML"]),
    tests("BookManuscriptTests", ["BookManuscript", "BookModel", "BookPictures"]),
    tests("BookWordsTests", ["BookWords", "BookModel"]),
    tests("BookXMLTests", ["BookXML"]),
    tests("BookZipTests", ["BookZip"]),
    tests(
      "BookImportTests", ["BookDiagnostics", "BookImport", "BookMarkup", "BookModel", "BookZip"]),
    tests("BookFontsTests", ["BookDisk", "BookFonts"]),
    tests(
      "BookPeopleTests",
      ["BookData", "BookPeople", "BookLint", "BookModel", "BookMarkup", "BookManuscript"]),
    tests("BookTimeTests", ["BookTime", "BookLint", "BookModel", "BookLanguage", "BookMarkup"]),
    tests("BookOutlineTests", ["BookOutline", "BookModel", "BookLanguage", "BookManuscript"]),
    tests(
      "BookLintTests",
      ["BookLint", "BookMarkup", "BookModel", "BookDiagnostics", "BookPipeline"]),
    tests("BookXHTMLTests", ["BookDiagnostics", "BookXHTML", "BookModel", "BookOutline"]),
    tests(
      "BookEPUBTests",
      ["BookEPUB", "BookModel", "BookOutline", "BookXHTML", "BookXML", "BookZip"]),
    tests(
      "BookTypesettingTests",
      [
        "BookDisk", "BookDiagnostics", "BookModel", "BookTypesetting", "BookFonts", "BookMarkup",
        "BookOutline",
      ]),
    tests(
      "BookPDFTests",
      [
        "BookDisk", "BookPDF", "BookPictures", "BookTypesetting", "BookFonts", "BookModel",
        "BookDiagnostics", "PDFReading",
      ]),
    tests("BookPreviewTests", ["BookPreview", "BookModel", "BookOutline", "BookDiagnostics"]),
    tests(
      "BookServerTests",
      [
        "BookServer", "BookPreview", "BookModel", "BookOutline", "BookDiagnostics",
        .product(name: "NIOEmbedded", package: "swift-nio"),
      ] + networking),
    tests("BookReportsTests", ["BookReports", "BookModel", "BookOutline", "BookDiagnostics"]),
    tests(
      "BookPipelineTests",
      [
        "BookPipeline", "BookModel", "BookDisk", "BookMarkup", "BookManuscript", "BookReports",
        "BookZip", "BookXML", "BookDiagnostics", "BookPreview", "BookTypesetting", "BookFonts",
        "BookEPUB", "BookPDF", "BookOutline", "BookPictures",
      ]),
    tests("BookCLITests", ["BookCLI"]),
    tests("GoldenTests", ["BookDisk", "BookFonts", "BookZip", "PDFReading"]),
    tests("TidyTests", ["BookDiagnostics"]),
  ] + fuzzing
)
