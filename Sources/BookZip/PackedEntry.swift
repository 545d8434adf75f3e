import CZLib

/// An entry ready to be stored: compressing it apart from the archive lets many be compressed at
/// once without changing a byte of the result.
package struct PackedEntry: Sendable {
  /// Path within the archive.
  package let name: String
  /// As it stands in the archive.
  package let bytes: [UInt8]
  /// Length before compressing.
  package let size: Int
  /// Of the bytes before compressing.
  package let checksum: UInt32
  /// False when the bytes are stored as they are.
  package let isDeflated: Bool

  /// Bytes stored as they are: the `mimetype`, and what is compressed already.
  package init(storing bytes: [UInt8], as name: String) {
    self.init(name, bytes, madeFrom: bytes, isDeflated: false)
  }

  /// Bytes compressed, unless that would make them longer.
  package init(
    deflating bytes: [UInt8], as name: String, level: Int32 = Self.level
  ) throws(ZipError) {
    let packed = try Self.deflate(bytes, level)
    guard packed.count < bytes.count else {
      self.init(storing: bytes, as: name)
      return
    }
    self.init(name, packed, madeFrom: bytes, isDeflated: true)
  }

  private init(_ name: String, _ bytes: [UInt8], madeFrom content: [UInt8], isDeflated: Bool) {
    self.name = name
    self.bytes = bytes
    size = content.count
    checksum = Self.crc32(content)
    self.isDeflated = isDeflated
  }

  /// The level of every build: see Tests/Benchmarks/RESULTS.md for what the others cost and save.
  package static let level: Int32 = 2

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    UInt32(
      truncatingIfNeeded: bytes.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) })
  }

  /// Raw deflate (RFC 1951), as ZIP wants it.
  private static func deflate(_ bytes: [UInt8], _ level: Int32) throws(ZipError) -> [UInt8] {
    var stream = z_stream()
    let version = ZLIB_VERSION
    guard
      deflateInit2_(
        &stream, level, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY, version,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw ZipError(message: "zlib could not start") }
    defer { deflateEnd(&stream) }
    guard let length = UInt32(exactly: bytes.count) else {
      throw ZipError(message: "entry of more than 4 GB")
    }
    let bound = Int(deflateBound(&stream, uLong(bytes.count)))
    var input = bytes
    var isDone = false
    let packed = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      input.withUnsafeMutableBufferPointer { source in
        stream.next_in = source.baseAddress
        stream.avail_in = length
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(clamping: bound)
        isDone = CZLib.deflate(&stream, Z_FINISH) == Z_STREAM_END
        count = Int(stream.total_out)
      }
    }
    guard isDone else { throw ZipError(message: "zlib could not finish") }
    return packed
  }
}
