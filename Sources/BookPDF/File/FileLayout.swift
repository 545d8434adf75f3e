/// The bytes of a file as they are laid down, and where each object came to stand.
struct FileLayout {
  private var bytes: [UInt8] = []
  /// By object number: where it is, as a cross-reference stream says it (ISO 32000-1, table 18).
  private var places: [(kind: UInt8, place: Int, index: Int)]

  init(version: StaticString, size: Int) {
    places = Array(repeating: (0, 0, 0), count: size + 1)
    places[0] = (0, 0, 65535)
    bytes.write(version)
    // Four bytes above 127 tell programs that the file is no text (7.5.2, and PDF/A-2 6.1.2).
    bytes += [0x0A, 0x25, 0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
  }

  /// Lays down a stream.
  mutating func place(number: Int, entries: [UInt8], data: [UInt8]) {
    places[number] = (1, bytes.count, 0)
    bytes.write(number)
    bytes.write(" 0 obj\n<<")
    bytes += entries
    bytes.write("/Length ")
    bytes.write(data.count)
    bytes.write(">>\nstream\n")
    bytes += data
    bytes.write("\nendstream\nendobj\n")
  }

  /// Lays down an object stream that holds the numbered objects.
  mutating func place(packed numbers: [Int], entries: [UInt8], data: [UInt8]) {
    let container = places.count
    places.append((0, 0, 0))
    for (index, number) in numbers.enumerated() { places[number] = (2, container, index) }
    place(number: container, entries: entries, data: data)
  }

  /// Lays down the cross-reference stream and gives back the file.
  consuming func finished(root: Reference, info: Reference, seed: String, level: Int) -> [UInt8] {
    let number = places.count
    let start = bytes.count
    places.append((1, start, 0))
    var table: [UInt8] = []
    for (kind, place, index) in places {
      table.append(kind)
      for shift in [24, 16, 8, 0] { table.append(UInt8(truncatingIfNeeded: place >> shift)) }
      for shift in [8, 0] { table.append(UInt8(truncatingIfNeeded: index >> shift)) }
    }
    var entries: [UInt8] = []
    entries.write("/Type/XRef/W[1 4 2]/Size ")
    entries.write(places.count)
    entries.write("/Root ")
    entries.write(root)
    entries.write("/Info ")
    entries.write(info)
    let identifier = fileIdentifier(bytes, seed: seed)
    entries.write("/ID[<")
    for byte in identifier { entries.write(hex: byte) }
    entries.write("><")
    for byte in identifier { entries.write(hex: byte) }
    entries.write(">]")
    var deflater = Deflater(level: level)
    if let compressed = deflater.compress(table) {
      entries.write("/Filter/FlateDecode")
      table = compressed
    }
    place(number: number, entries: entries, data: table)
    bytes.write("startxref\n")
    bytes.write(start)
    bytes.write("\n%%EOF\n")
    return bytes
  }
}

/// Sixteen bytes that stand for a file: two 64-bit FNV-1a sums over its words of eight bytes.
private func fileIdentifier(_ bytes: [UInt8], seed: String) -> [UInt8] {
  var first: UInt64 = 0xcbf2_9ce4_8422_2325
  var second: UInt64 = 0x6c62_272e_07bb_0142
  func mix(_ word: UInt64) {
    first = (first ^ word) &* 0x0000_0100_0000_01b3
    first ^= first >> 29
    second = (second ^ (word &+ 0x9e37_79b9_7f4a_7c15)) &* 0xff51_afd7_ed55_8ccd
    second ^= second >> 32
  }
  for byte in seed.utf8 { mix(UInt64(byte)) }
  bytes.withUnsafeBytes { buffer in
    var i = 0
    while i + 8 <= buffer.count {
      mix(UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: i, as: UInt64.self)))
      i += 8
    }
    while i < buffer.count {
      mix(UInt64(buffer[i]))
      i += 1
    }
  }
  return [first, second].flatMap { sum in
    stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: sum >> UInt64($0)) }
  }
}
