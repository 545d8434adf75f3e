import BookXML
import BookZip

/// The parts of a file that is an archive, and in files of Word how they lead to one another
/// (ECMA-376, part 2).
struct DocumentPackage: ~Copyable {
  /// Where a relationship leads.
  struct Relationship {
    /// The last word of its type: `styles`, `image`, `footnotes`.
    var kind: String
    /// A part's name for one within the file, an address for one that leads out.
    var target: String
    var isExternal: Bool
  }

  private let archive: ZipReader
  private let entries: [String: ZipEntry]

  /// Opens the archive; its faults are those that keep all of it from being read.
  init(_ bytes: [UInt8]) throws(ZipFault) {
    let archive = try ZipReader(bytes, limits: ImportLimits.archive)
    let faults = archive.faults(limits: ImportLimits.archive)
    for fault in faults {
      switch fault {
      // A part that is named twice or lies outside is not looked at.
      case .duplicate, .unsafePath, .symbolicLink, .damagedEntry, .sizeLies: continue
      default: throw fault
      }
    }
    var entries: [String: ZipEntry] = [:]
    for entry in archive.entries
    where !entry.isFolder && !entry.isSymbolicLink && !entry.name.contains("..") {
      let name = Self.key(entry.name)
      if entries[name] == nil { entries[name] = entry }
    }
    self.archive = archive
    self.entries = entries
  }

  /// Names of parts are the same in small letters and capitals (ECMA-376 part 2, 6.3.5).
  private static func key(_ name: String) -> String {
    var name = name.replacing("\\", with: "/")[...]
    while name.hasPrefix("/") { name.removeFirst() }
    return name.lowercased()
  }

  /// Whether there is such a part.
  borrowing func has(_ name: String) -> Bool { entries[Self.key(name)] != nil }

  /// Names of all parts that begin so.
  borrowing func names(beginning prefix: String) -> [String] {
    entries.keys.filter { $0.hasPrefix(prefix) }.sorted()
  }

  /// A part's bytes; nil when it is not there, is damaged or is too large.
  borrowing func part(_ name: String, atMost limit: Int = ImportLimits.partBytes) -> [UInt8]? {
    guard let entry = entries[Self.key(name)], entry.size <= limit else { return nil }
    return try? archive.read(entry)
  }

  /// Where a part's relationships lead, by their ids.
  borrowing func relationships(of part: String) -> [String: Relationship] {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[...$0]) } ?? ""
    let name = slash.map { String(part[part.index(after: $0)...]) } ?? part
    guard let bytes = self.part("\(folder)_rels/\(name).rels"),
      let root = XMLElement.read(bytes, names: XMLNames([:])).root
    else { return [:] }
    var found: [String: Relationship] = [:]
    for element in root.elements where element.name == "Relationship" {
      guard let id = element["Id"], let target = element["Target"] else { continue }
      let isExternal = element["TargetMode"] == "External"
      let kind = (element["Type"] ?? "").split(separator: "/").last.map(String.init) ?? ""
      found[id] = Relationship(
        kind: kind, target: isExternal ? target : Self.resolve(target, in: folder),
        isExternal: isExternal)
    }
    return found
  }

  /// A part's name from where it is named; `..` above the root stays there.
  private static func resolve(_ target: String, in folder: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var parts = folder.split(separator: "/")
    for part in target.split(separator: "/") {
      if part == ".." {
        _ = parts.popLast()
      } else if part != "." {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  /// The main part: what the package says, else where Word puts it.
  borrowing func mainPart() -> String? {
    let named = relationships(of: "").values.filter {
      $0.kind == "officeDocument" && !$0.isExternal
    }
    .map(\.target).sorted()
    return named.first { has($0) } ?? ["word/document.xml"].first { has($0) }
  }
}
