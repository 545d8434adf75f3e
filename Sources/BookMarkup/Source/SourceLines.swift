/// Where the lines of what cmark reads begin, and where they lie in the file.
///
/// Lines end as CommonMark 0.30 section 2.1 has it: LF, CR LF or CR alone.
struct SourceLines {
  /// Offset of each line's first byte.
  private(set) var starts: [Int32] = [0]
  /// What to add to an offset to get one in the file, line by line; empty when it never changes.
  private var deltas: [Int32] = []
  private let delta: Int
  private let length: Int

  /// Lines of a text that lies in the file as one piece, `delta` bytes after its start.
  init(_ bytes: UnsafeBufferPointer<UInt8>, delta: Int) {
    self.delta = delta
    length = bytes.count
    starts.reserveCapacity(bytes.count / 64)
    if bytes.offset(of: 0x0D, from: 0, before: bytes.count) == nil {
      var from = 0
      while let end = bytes.offset(of: 0x0A, from: from, before: bytes.count) {
        from = end + 1
        starts.append(Int32(from))
      }
      return
    }
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      i += 1
      if byte == 0x0A || (byte == 0x0D && !(i < bytes.count && bytes[i] == 0x0A)) {
        starts.append(Int32(i))
      }
    }
  }

  /// Lines of a text put together from pieces of the file.
  init(starts: [Int32], deltas: [Int32], length: Int) {
    self.starts = starts
    self.deltas = deltas
    self.length = length
    delta = 0
  }

  /// How many lines there are.
  var count: Int { starts.count }

  /// What to add to an offset in a 0-based line.
  func delta(ofLine line: Int) -> Int {
    if deltas.isEmpty { return delta }
    return Int(deltas[max(0, min(line, deltas.count - 1))])
  }

  /// The offset where a 0-based line begins; the end of the text for lines after the last.
  func start(_ line: Int) -> Int {
    line < 0 ? 0 : line < starts.count ? Int(starts[line]) : length
  }

  /// The 0-based line an offset is in.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The bytes of a 0-based line without its line end.
  func range(_ line: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let start = start(line)
    var end = max(start, min(self.start(line + 1), bytes.count))
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }
}
