import CLibZip

/// Reads an archive that may have been made to do harm: everything is limited before it is
/// inflated, and what is not as it should be is a fault, never a guess.
package struct ZipReader: ~Copyable {
  private let archive: OpaquePointer
  private let storage: UnsafeMutableRawBufferPointer
  /// In the order of the central directory.
  package let entries: [ZipEntry]

  /// What an archive may hold at most.
  package struct Limits: Sendable {
    /// Number of entries.
    package var entries = 65_535
    /// Bytes of one entry when inflated.
    package var entryBytes = 512 << 20
    /// Bytes of all entries when inflated.
    package var totalBytes = 2 << 30
    /// Inflated bytes to one stored byte, for entries of more than a megabyte: XHTML packs 10:1.
    package var ratio = 200

    package init() {}
  }

  /// Opens an archive held in memory.
  package init(_ bytes: [UInt8], limits: Limits = Limits()) throws(ZipFault) {
    if bytes.isEmpty { throw .empty }
    guard bytes.count >= 4, bytes[0] == 0x50, bytes[1] == 0x4B else { throw .notAnArchive }
    // libzip keeps the pointer, so the bytes get a place that does not move.
    let storage = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    storage.copyBytes(from: bytes)
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    let source = zip_source_buffer_create(storage.baseAddress, zip_uint64_t(bytes.count), 0, &error)
    guard let source, let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      if let source { zip_source_free(source) }
      storage.deallocate()
      let words = String(cString: zip_error_strerror(&error))
      throw .damaged(words)
    }
    self.archive = archive
    self.storage = storage
    entries = Self.list(archive, bytes: bytes, limit: limits.entries)
  }

  deinit {
    zip_discard(archive)
    storage.deallocate()
  }

  /// What is wrong with the archive as a whole, before anything is inflated.
  package borrowing func faults(limits: Limits = Limits()) -> [ZipFault] {
    var faults: [ZipFault] = []
    let count = Int(clamping: zip_get_num_entries(archive, 0))
    if count > limits.entries { faults.append(.tooManyEntries(count)) }
    // OCF 3.3, 4.2.4: names differ after canonical normalisation, by which strings are equal here,
    // and after full case folding.
    var seen: [String: String] = [:]
    var total = 0
    for entry in entries {
      if let earlier = seen.updateValue(entry.name, forKey: entry.name.uppercased().lowercased()) {
        faults.append(.duplicate(entry.name, earlier))
      }
      if entry.isUnsafePath { faults.append(.unsafePath(entry.name)) }
      if entry.isSymbolicLink { faults.append(.symbolicLink(entry.name)) }
      if entry.isEncrypted { faults.append(.encrypted(entry.name)) }
      total = total.addingReportingOverflow(entry.size).partialValue
      if entry.size > limits.entryBytes || total < 0 || total > limits.totalBytes {
        faults.append(.tooLarge(entry.name, entry.size))
        break
      }
      if entry.size > 1 << 20, entry.size / max(1, entry.packedSize) > limits.ratio {
        faults.append(.bomb(entry.name, entry.size / max(1, entry.packedSize)))
      }
    }
    return faults
  }

  /// An entry's bytes; more or fewer than the archive says is a fault.
  package borrowing func read(_ entry: ZipEntry) throws(ZipFault) -> [UInt8] {
    let file = try open(entry)
    defer { zip_fclose(file) }
    // One byte more than there should be shows whether there is one.
    let bytes = [UInt8](unsafeUninitializedCapacity: entry.size + 1) { buffer, count in
      count = 0
      while count < buffer.count, let start = buffer.baseAddress {
        let read = zip_fread(file, start + count, zip_uint64_t(buffer.count - count))
        if read <= 0 { break }
        count += Int(read)
      }
    }
    try check(file, of: entry, count: bytes.count)
    return bytes
  }

  /// Reads an entry to its end without keeping it: more or fewer bytes than the archive says, or
  /// others, are a fault.
  package borrowing func verify(_ entry: ZipEntry) throws(ZipFault) {
    let file = try open(entry)
    defer { zip_fclose(file) }
    var count = 0
    withUnsafeTemporaryAllocation(byteCount: Self.pieceBytes, alignment: 8) { piece in
      while count <= entry.size {
        let read = zip_fread(file, piece.baseAddress, zip_uint64_t(piece.count))
        if read <= 0 { break }
        count += Int(read)
      }
    }
    try check(file, of: entry, count: count)
  }

  private borrowing func open(_ entry: ZipEntry) throws(ZipFault) -> OpaquePointer {
    guard let file = zip_fopen_index(archive, zip_uint64_t(entry.index), 0) else {
      throw .damagedEntry(entry.name, String(cString: zip_strerror(archive)))
    }
    return file
  }

  /// What was wrong with an entry that was read to its end.
  private borrowing func check(
    _ file: OpaquePointer, of entry: ZipEntry, count: Int
  ) throws(ZipFault) {
    if count != entry.size { throw .sizeLies(entry.name) }
    guard let error = zip_file_get_error(file), zip_error_code_zip(error) != ZIP_ER_OK else {
      return
    }
    throw .damagedEntry(entry.name, String(cString: zip_error_strerror(error)))
  }

  private static let pieceBytes = 64 << 10

  private static func list(_ archive: OpaquePointer, bytes: [UInt8], limit: Int) -> [ZipEntry] {
    let count = min(max(0, Int(clamping: zip_get_num_entries(archive, 0))), limit)
    let localHeaders = ZipEntry.sizesInLocalHeaders(bytes)
    return (0..<count).compactMap { index in
      var status = zip_stat_t()
      guard zip_stat_index(archive, zip_uint64_t(index), 0, &status) == 0,
        let name = status.name.map({ String(cString: $0) })
      else { return nil }
      var system: zip_uint8_t = 0
      var attributes: zip_uint32_t = 0
      zip_file_get_external_attributes(archive, zip_uint64_t(index), 0, &system, &attributes)
      return ZipEntry(
        index: index, name: name, size: Int(clamping: status.size),
        packedSize: Int(clamping: status.comp_size), isDeflated: status.comp_method != 0,
        isSymbolicLink: attributes >> 16 & 0o170000 == 0o120000,
        isEncrypted: status.encryption_method != 0,
        sizeInLocalHeader: localHeaders[name])
    }
  }
}
