import CZLib

/// zlib's compressor, kept between streams because setting it up costs as much as a small page.
struct Deflater: ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool

  init(level: Int) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    isReady =
      deflateInit_(
        stream, Int32(level), ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    if isReady { deflateEnd(stream) }
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// The bytes in zlib's format; nil when memory is out.
  mutating func compress(_ bytes: [UInt8]) -> [UInt8]? {
    guard isReady, bytes.count <= Int(UInt32.max), deflateReset(stream) == Z_OK else { return nil }
    let bound = Int(deflateBound(stream, UInt(bytes.count)))
    var finished = false
    let result = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      bytes.withUnsafeBufferPointer { input in
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(clamping: output.count)
        finished = deflate(stream, Z_FINISH) == Z_STREAM_END
        count = finished ? Int(stream.pointee.total_out) : 0
      }
    }
    return finished ? result : nil
  }
}

/// Data in zlib's format made plain, at most `limit` bytes of it; nil when it is broken or longer.
func inflated(_ bytes: some Collection<UInt8>, limit: Int) -> [UInt8]? {
  var stream = z_stream()
  let size = Int32(MemoryLayout<z_stream>.size)
  guard inflateInit_(&stream, ZLIB_VERSION, size) == Z_OK else { return nil }
  defer { inflateEnd(&stream) }
  var source = Array(bytes)
  var result: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 1 << 16)
  return source.withUnsafeMutableBufferPointer { input -> [UInt8]? in
    stream.next_in = input.baseAddress
    stream.avail_in = UInt32(clamping: input.count)
    while true {
      let (status, produced) = piece.withUnsafeMutableBufferPointer { output -> (Int32, Int) in
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        let status = inflate(&stream, Z_NO_FLUSH)
        return (status, output.count - Int(stream.avail_out))
      }
      result.append(contentsOf: piece[..<produced])
      if result.count > limit { return nil }
      if status == Z_STREAM_END { return result }
      if status != Z_OK || produced == 0 && stream.avail_in == 0 { return nil }
    }
  }
}
