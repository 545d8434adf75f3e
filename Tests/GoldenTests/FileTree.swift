import Foundation

/// Files by their path below one folder.
struct FileTree: Equatable {
  var files: [String: [UInt8]] = [:]

  init() {}

  /// Every file below a folder; empty when there is none.
  init(below folder: URL) throws {
    guard let walk = FileManager.default.enumerator(atPath: folder.path) else { return }
    for case let path as String in walk {
      let url = folder.appending(path: path)
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      if !isFolder.boolValue { files[path] = [UInt8](try Data(contentsOf: url)) }
    }
  }

  subscript(path: String) -> String? {
    get { files[path].map { String(decoding: $0, as: UTF8.self) } }
    set { files[path] = newValue.map { Array($0.utf8) } }
  }

  /// Puts these files, and no others, into a folder.
  func replace(_ folder: URL) throws {
    if FileManager.default.fileExists(atPath: folder.path) {
      try FileManager.default.removeItem(at: folder)
    }
    for (path, bytes) in files {
      let url = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
    }
  }

  /// One sentence for every file that is not as it was recorded, with its first differing line.
  func differences(from recorded: FileTree) -> [String] {
    Set(files.keys).union(recorded.files.keys).sorted().compactMap { path in
      switch (recorded.files[path], files[path]) {
      case (let old?, let new?): old == new ? nil : "\(path)\(Self.firstDifference(old, new))"
      case (_?, nil): "\(path): is recorded and was not made"
      default: "\(path): was made and is not recorded"
      }
    }
  }

  private static func firstDifference(_ old: [UInt8], _ new: [UInt8]) -> String {
    guard let before = String(validating: old, as: UTF8.self),
      let after = String(validating: new, as: UTF8.self)
    else { return ": \(old.count) other bytes are recorded, not these \(new.count)" }
    let lines = [before, after].map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
    let number = zip(lines[0], lines[1]).prefix { $0 == $1 }.count
    let sides = lines.map { number < $0.count ? String($0[number]) : nil }
    let start = sides.compactMap { $0 }.count == 2 ? shared(sides[0] ?? "", sides[1] ?? "") : 0
    return ":\(number + 1)\n  recorded: \(excerpt(sides[0], from: start))"
      + "\n  now:      \(excerpt(sides[1], from: start))"
  }

  private static func shared(_ a: String, _ b: String) -> Int {
    zip(a, b).prefix { $0 == $1 }.count
  }

  /// The part of a long line where it begins to differ.
  private static func excerpt(_ line: String?, from difference: Int) -> String {
    guard let line else { return "(the file has ended)" }
    let (before, width) = (40, 140)
    let start = max(0, difference - before)
    let part = line.dropFirst(start).prefix(width)
    return (start > 0 ? "…" : "") + part + (start + part.count < line.count ? "…" : "")
  }
}
