/// A place in a file as a person counts it: 1-based line, 1-based column in Unicode scalars.
package struct SourcePosition: Hashable, Sendable {
  /// 1-based.
  package var line: Int
  /// 1-based, in Unicode scalars.
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Where the lines of one file begin, in bytes and in Unicode scalars.
///
/// A line ends with LF, CR LF or CR alone, as CommonMark 0.30 section 2.1 has it.
package struct LineTable: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int32]
  private let scalarStarts: [Int32]
  /// Scalars before each piece of `pieceBytes`, so that a place in a line of megabytes costs no more
  /// than one in a short line.
  private let scalarsBefore: [Int32]

  private static let pieceBytes = 1024

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts: [Int32] = [0]
    var scalarStarts: [Int32] = [0]
    var scalarsBefore: [Int32] = []
    scalarsBefore.reserveCapacity(bytes.count / Self.pieceBytes + 1)
    bytes.withUnsafeBufferPointer { buffer in
      var scalars: Int32 = 0
      var i = 0
      let count = buffer.count
      while i < count {
        if i % Self.pieceBytes == 0 { scalarsBefore.append(scalars) }
        // Most stretches of eight bytes hold no line end.
        if i % EightBytes.count == 0, let eight = EightBytes(buffer, at: i), !eight.hasLineEnd {
          scalars &+= eight.scalars
          i += EightBytes.count
          continue
        }
        let byte = buffer[i]
        if byte & 0xC0 != 0x80 { scalars &+= 1 }
        i += 1
        if byte == 0x0A || (byte == 0x0D && !(i < count && buffer[i] == 0x0A)) {
          starts.append(Int32(i))
          scalarStarts.append(scalars)
        }
      }
    }
    self.starts = starts
    self.scalarStarts = scalarStarts
    self.scalarsBefore = scalarsBefore
  }

  /// The number of lines; a file that ends with a line end has an empty last line.
  package var count: Int { starts.count }

  private func lineIndex(_ offset: Int) -> Int { Self.last(of: starts, notAbove: offset) }

  /// Index of the last of ascending numbers that is no larger than another; 0 where none is.
  private static func last(of numbers: [Int32], notAbove limit: Int) -> Int {
    var low = 0
    var high = max(0, numbers.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(numbers[middle]) <= limit { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private func scalars(from start: Int, to end: Int) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      var n = 0
      var i = start
      let end = max(start, min(end, buffer.count))
      while i < end {
        if i + EightBytes.count <= end, let eight = EightBytes(buffer, at: i) {
          n += Int(eight.scalars)
          i += EightBytes.count
        } else {
          if buffer[i] & 0xC0 != 0x80 { n += 1 }
          i += 1
        }
      }
      return n
    }
  }

  /// Scalars before the byte at `offset`, which stands in the line of that index.
  private func scalars(before offset: Int, inLine line: Int) -> Int {
    let start = Int(starts[line])
    let piece = min(offset, bytes.count) / Self.pieceBytes
    guard piece * Self.pieceBytes > start, piece < scalarsBefore.count else {
      return Int(scalarStarts[line]) + scalars(from: start, to: offset)
    }
    return Int(scalarsBefore[piece]) + scalars(from: piece * Self.pieceBytes, to: offset)
  }

  /// Line and column of the byte at `offset`; an offset past the end is the end.
  package func position(_ offset: Int) -> SourcePosition {
    let line = lineIndex(offset)
    return SourcePosition(
      line: line + 1,
      column: scalars(before: offset, inLine: line) - Int(scalarStarts[line]) + 1)
  }

  /// 0-based Unicode scalar offset into the file of the byte at `offset`.
  package func scalarOffset(_ offset: Int) -> Int {
    let line = lineIndex(offset)
    return scalars(before: offset, inLine: line)
  }

  /// Byte offset of a 1-based line and column, in scalars; of what is beyond the file its end.
  package func offset(_ position: SourcePosition) -> Int {
    guard position.line >= 1, position.line <= starts.count else { return bytes.count }
    let scalar = Int(scalarStarts[position.line - 1]) + position.column - 1
    let piece = Self.last(of: scalarsBefore, notAbove: scalar)
    let start = Int(starts[position.line - 1])
    var offset = max(start, piece * Self.pieceBytes)
    var left =
      scalar - (offset == start ? Int(scalarStarts[position.line - 1]) : Int(scalarsBefore[piece]))
    // The piece may begin within a scalar.
    while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    while left > 0, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }

  /// The byte range of a 1-based line without its line end.
  package func bytes(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return 0..<0 }
    let start = Int(starts[line - 1])
    var end = line < starts.count ? Int(starts[line]) : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// Byte offset where a 1-based line begins, or the end of the file.
  package func start(ofLine line: Int) -> Int {
    line >= 1 && line <= starts.count ? Int(starts[line - 1]) : bytes.count
  }
}

/// Eight bytes looked at together.
private struct EightBytes {
  static let count = 8
  private static let lowest: UInt64 = 0x0101_0101_0101_0101
  private static let highest: UInt64 = 0x8080_8080_8080_8080

  private let bytes: UInt64

  /// Nil where fewer are left.
  @inline(__always)
  init?(_ buffer: UnsafeBufferPointer<UInt8>, at index: Int) {
    guard index + Self.count <= buffer.count else { return nil }
    bytes = UnsafeRawBufferPointer(buffer).loadUnaligned(fromByteOffset: index, as: UInt64.self)
  }

  /// How many scalars begin in them: a byte that continues one has its highest bit and not the next.
  @inline(__always)
  var scalars: Int32 {
    if bytes & Self.highest == 0 { return Int32(Self.count) }
    return Int32(Self.count - (bytes & (~bytes &<< 1) & Self.highest).nonzeroBitCount)
  }

  /// Whether one of them is LF or CR.
  @inline(__always)
  var hasLineEnd: Bool { has(0x0A) || has(0x0D) }

  @inline(__always)
  private func has(_ byte: UInt64) -> Bool {
    let differing = bytes ^ (Self.lowest &* byte)
    return (differing &- Self.lowest) & ~differing & Self.highest != 0
  }
}
