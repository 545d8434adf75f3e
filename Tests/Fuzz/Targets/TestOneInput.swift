import Glibc

/// Called by libFuzzer with each input.
///
/// A target that is broken stops the program, which is what
/// libFuzzer looks for.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  chosen(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// What is done with an input.
typealias FuzzTarget = @Sendable ([UInt8]) -> Void

/// Every target by its name: those that must not crash, hang or leak, and then the oracles, which must
/// also come to the right end.
private let targets: [String: FuzzTarget] = [
  "markdown": readsMarkdown, "yaml": readsYAML, "description": readsDescription, "edtf": readsEDTF,
  "dates": findsDates, "names": findsNames, "gedcom": readsFamilyTree, "archive": readsArchive,
  "epub": checksEPUB, "manuscript": readsManuscript, "picture": examinesPicture, "svg": drawsSVG,
  "theme": readsTheme, "request": answersRequest, "diff": comparesChapters,
  "words-epub": keepsWordsInEPUB, "words-pdf": keepsWordsInPDF, "twice": isMadeTwice,
  "incremental": equalsFromNothing,
]

/// The one that `--target=NAME` asks for.
private let chosen: FuzzTarget = {
  let option = "--target="
  let name = CommandLine.arguments.last { $0.hasPrefix(option) }.map { $0.dropFirst(option.count) }
  if let name, let target = targets[String(name)] { return target }
  print("--target= one of: \(targets.keys.sorted().joined(separator: ", "))")
  exit(2)
}()

/// Stops the program, with what was expected.
func broken(_ words: String) -> Never { fatalError("broken: \(words)") }
