extension PDFFile {
  private static var leafSize: Int { 64 }

  /// A number tree (ISO 32000-1, 7.9.7); the keys must rise.
  mutating func addNumberTree(_ entries: [(key: Int, value: [UInt8])]) -> Reference {
    addTree(
      entries.map { entry in
        var key: [UInt8] = []
        key.write(entry.key)
        return (key, entry.value)
      }, "/Nums")
  }

  /// A name tree (7.9.6); the keys may come in any order and are put in that of their bytes.
  mutating func addNameTree(_ entries: [(key: String, value: [UInt8])]) -> Reference {
    let ordered = entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return addTree(
      ordered.map { entry in
        var key: [UInt8] = []
        key.write(text: entry.key)
        return (key, entry.value)
      }, "/Names")
  }

  /// One leaf is the root itself; more hang below a root, with their limits.
  private mutating func addTree(
    _ entries: [(key: [UInt8], value: [UInt8])], _ kind: StaticString
  ) -> Reference {
    if entries.count <= Self.leafSize { return add(leaf(entries[...], kind, limits: false)) }
    var leaves: [Reference] = []
    for start in stride(from: 0, to: entries.count, by: Self.leafSize) {
      let part = entries[start..<min(start + Self.leafSize, entries.count)]
      leaves.append(add(leaf(part, kind, limits: true)))
    }
    var root: [UInt8] = []
    root.write("<</Kids")
    root.write(leaves)
    root.write(">>")
    return add(root)
  }

  private func leaf(
    _ entries: ArraySlice<(key: [UInt8], value: [UInt8])>, _ kind: StaticString, limits: Bool
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.write("<<")
    if limits, let first = entries.first, let last = entries.last {
      bytes.write("/Limits[")
      bytes += first.key
      bytes.append(0x20)
      bytes += last.key
      bytes.append(0x5D)
    }
    bytes.write(kind)
    bytes.append(0x5B)
    for (place, entry) in entries.enumerated() {
      if place > 0 { bytes.append(0x20) }
      bytes += entry.key
      bytes.append(0x20)
      bytes += entry.value
    }
    bytes.write("]>>")
    return bytes
  }
}
