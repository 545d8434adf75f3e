import BookModel

/// The number of an indirect object.
struct Reference: Sendable, Hashable {
  /// From 1.
  var number: Int32
}

/// The objects of a file, and how they become its bytes.
///
/// Objects that are no streams go into object streams, and a cross-reference stream ends the file
/// (ISO 32000-1, 7.5.7 and 7.5.8).
struct PDFFile: Sendable {
  /// An object under its number.
  private enum Body: Sendable {
    case reserved
    case plain([UInt8])
    /// A dictionary without its `<<`, `>>` and `/Length`, and the data as it stands in the file.
    case stream(entries: [UInt8], data: [UInt8])
  }

  private var bodies: [Body] = []
  private var shared: [[UInt8]: Reference] = [:]
  /// `%PDF-1.7`, or what a profile asks for.
  let version: StaticString
  /// zlib's level for everything compressed here.
  let level: Int

  init(version: StaticString, level: Int) {
    self.version = version
    self.level = level
  }

  /// A number to be used before the object is known.
  mutating func reserve() -> Reference {
    bodies.append(.reserved)
    return Reference(number: Int32(bodies.count))
  }

  /// Adds an object.
  mutating func add(_ body: [UInt8]) -> Reference {
    bodies.append(.plain(body))
    return Reference(number: Int32(bodies.count))
  }

  /// Gives a reserved number its object.
  mutating func set(_ reference: Reference, _ body: [UInt8]) {
    bodies[Int(reference.number) - 1] = .plain(body)
  }

  /// Adds a stream whose data are already as they stand in the file.
  mutating func add(entries: [UInt8], data: [UInt8]) -> Reference {
    bodies.append(.stream(entries: entries, data: data))
    return Reference(number: Int32(bodies.count))
  }

  /// Adds a stream and compresses it.
  mutating func addCompressed(entries: [UInt8], data: [UInt8]) -> Reference {
    var deflater = Deflater(level: level)
    guard let compressed = deflater.compress(data), compressed.count < data.count else {
      return add(entries: entries, data: data)
    }
    return add(entries: entries + "/Filter/FlateDecode".utf8, data: compressed)
  }

  /// Adds a stream that many objects may want, such as a camera's profile, only once.
  mutating func addShared(entries: [UInt8], data: [UInt8]) -> Reference {
    if let known = shared[data] { return known }
    let reference = addCompressed(entries: entries, data: data)
    shared[data] = reference
    return reference
  }

  /// The whole file.
  ///
  /// `seed` goes into the file's identifier beside the bytes themselves, so that equal files are
  /// equal and different ones differ (14.4).
  func serialized(root: Reference, info: Reference, seed: String, jobs: Int) async -> [UInt8] {
    var output = FileLayout(version: version, size: bodies.count)
    var plain: [(number: Int, body: [UInt8])] = []
    for (index, body) in bodies.enumerated() {
      switch body {
      case .reserved: plain.append((index + 1, Array("null".utf8)))
      case .plain(let bytes): plain.append((index + 1, bytes))
      case .stream(let entries, let data):
        output.place(number: index + 1, entries: entries, data: data)
      }
    }
    let groups = stride(from: 0, to: plain.count, by: 200).map {
      Array(plain[$0..<min($0 + 200, plain.count)])
    }
    let level = level
    let packed = await groups.mapInOrder(jobs: jobs) { _, group in
      Self.objectStream(group, level: level)
    }
    for (group, stream) in zip(groups, packed) {
      output.place(packed: group.map(\.number), entries: stream.entries, data: stream.data)
    }
    return output.finished(root: root, info: info, seed: seed, level: level)
  }

  private static func objectStream(
    _ group: [(number: Int, body: [UInt8])], level: Int
  ) -> (entries: [UInt8], data: [UInt8]) {
    var heads: [UInt8] = []
    var contents: [UInt8] = []
    for (number, body) in group {
      heads.write(number)
      heads.append(0x20)
      heads.write(contents.count)
      heads.append(0x20)
      contents += body
      contents.append(0x0A)
    }
    var entries: [UInt8] = []
    entries.write("/Type/ObjStm/N ")
    entries.write(group.count)
    entries.write("/First ")
    entries.write(heads.count)
    var deflater = Deflater(level: level)
    guard let compressed = deflater.compress(heads + contents) else {
      return (entries, heads + contents)
    }
    entries.write("/Filter/FlateDecode")
    return (entries, compressed)
  }
}
