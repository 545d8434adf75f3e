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
// A release has Swift's libraries in it: looking up their symbols takes longer than a short command
// does. What Foundation would fetch over a network with is left unresolved, since bookc never does.
// The debug build is linked as usual and would show a symbol that is really missing.
let startsAtOnce: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-static-stdlib", "-lFoundationNetworking", "-lFoundation", "-lFoundationInternationalization",
      "-lCoreFoundation", "-l_CFURLSessionInterface", "-l_FoundationICU", "-l_FoundationCShims",
      "-l_FoundationCollections", "-lstdc++", "-Xlinker", "--unresolved-symbols=ignore-all",
    ], .when(platforms: [.linux], configuration: .release))
]
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
let wordData = Target.target(name: "CWordData", exclude: ["english.tagger", "SOURCES.md"])

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let server = Target.Dependency.product(name: "FlyingFox", package: "FlyingFox")

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

let package = Package(
  name: "bookc",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "bookc", targets: ["bookc"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.0"),
  ],
  targets: cLibraries + [
    wordData,
    library("BookDiagnostics"),
    library("BookModel", ["BookDiagnostics"]),
    library("BookMarkup", ["BookDiagnostics", "BookModel", "CCMark"]),
    library("BookWords", ["CWordData"]),
    library("BookXML", ["BookDiagnostics", "CLibXML2"]),
    library("BookZip", ["CLibZip", "CZLib"]),
    library("BookFonts", pageLibraries),
    library("BookManuscript", ["BookDiagnostics", "BookModel", "BookMarkup", yams]),
    library(
      "BookPeople", ["BookDiagnostics", "BookModel"], exclude: ["Names/SOURCES.md"]),
    library("BookTime", ["BookDiagnostics", "BookModel"]),
    library("BookLint", ["BookDiagnostics", "BookModel"]),
    library("BookXHTML", ["BookDiagnostics", "BookModel"]),
    library("BookEPUB", ["BookDiagnostics", "BookModel", "BookXHTML", "BookXML", "BookZip"]),
    library("BookTypesetting", ["BookDiagnostics", "BookModel", "BookFonts"]),
    library("BookPDF", ["BookDiagnostics", "BookModel", "BookTypesetting", "BookFonts", "CZLib"]),
    library("BookPreview", ["BookDiagnostics", "BookModel", "BookXHTML"]),
    library("BookReports", ["BookDiagnostics", "BookModel"]),
    library(
      "BookPipeline",
      [
        "BookDiagnostics", "BookModel", "BookMarkup", "BookManuscript", "BookPeople", "BookTime",
        "BookLint", "BookXML", "BookZip", "BookXHTML", "BookEPUB", "BookTypesetting", "BookPDF",
        "BookFonts", "BookPreview", "BookReports",
      ]),
    library(
      "BookServer",
      [
        "BookDiagnostics", "BookModel", "BookManuscript", "BookPDF", "BookPreview", "BookPipeline",
        server,
      ]),
    library(
      "BookCLI",
      ["BookDiagnostics", "BookModel", "BookReports", "BookPipeline", "BookServer", arguments]),
    .executableTarget(
      name: "bookc", dependencies: ["BookCLI"], swiftSettings: sources,
      linkerSettings: startsAtOnce),

    .target(
      name: "BookTestSupport", dependencies: ["BookDiagnostics", "BookModel", "BookManuscript"],
      path: "Tests/BookTestSupport", swiftSettings: strict),
    tests("BookDiagnosticsTests", ["BookDiagnostics"]),
    tests("BookModelTests", ["BookModel"]),
    tests("BookMarkupTests", ["BookMarkup", "BookModel", "CCMark"]),
    tests("BookManuscriptTests", ["BookManuscript", "BookModel"]),
    tests("BookWordsTests", ["BookWords"]),
    tests("BookXMLTests", ["BookXML"]),
    tests("BookZipTests", ["BookZip"]),
    tests("BookFontsTests", ["BookFonts"]),
    tests("BookPeopleTests", ["BookPeople", "BookModel", "BookMarkup", "BookManuscript"]),
    tests("BookTimeTests", ["BookTime", "BookModel", "BookMarkup"]),
    tests("BookLintTests", ["BookLint", "BookModel"]),
    tests("BookXHTMLTests", ["BookXHTML", "BookModel"]),
    tests("BookEPUBTests", ["BookEPUB", "BookModel", "BookXHTML", "BookXML", "BookZip"]),
    tests("BookTypesettingTests", ["BookDiagnostics", "BookModel", "BookTypesetting", "BookFonts", "BookMarkup"]),
    tests("BookPDFTests", ["BookPDF", "BookTypesetting", "BookFonts", "BookModel", "BookDiagnostics"]),
    tests("BookPreviewTests", ["BookPreview", "BookModel", "BookDiagnostics"]),
    tests("BookServerTests", ["BookServer", "BookPreview", "BookModel", "BookDiagnostics", server]),
    tests("BookReportsTests", ["BookReports", "BookModel", "BookDiagnostics"]),
    tests(
      "BookPipelineTests",
      [
        "BookPipeline", "BookModel", "BookMarkup", "BookManuscript", "BookReports", "BookZip",
        "BookXML", "BookDiagnostics", "BookPreview", "BookTypesetting", "BookFonts", "BookEPUB",
        "BookPDF",
      ]),
    tests("BookCLITests", ["BookCLI"]),
    tests("TidyTests", ["BookDiagnostics"]),
  ]
)
