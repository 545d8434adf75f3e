import CLibZip

/// An archive in the making; it exists as a whole once `finish` has returned, or not at all.
package struct ZipWriter: ~Copyable {
  private let archive: OpaquePointer
  private let target: OpaquePointer
  private let dosTime: UInt16
  private let dosDate: UInt16

  /// An empty archive whose entries all carry the time `modified`, in seconds since 1970.
  package init(modified: Int) throws(ZipError) {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let target = zip_source_buffer_create(nil, 0, 0, &error) else {
      throw ZipError(message: Self.words(&error))
    }
    zip_source_keep(target)
    guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &error) else {
      zip_source_free(target)
      zip_source_free(target)
      throw ZipError(message: Self.words(&error))
    }
    self.archive = archive
    self.target = target
    (dosTime, dosDate) = Self.dosTime(modified)
  }

  deinit {
    zip_discard(archive)
    zip_source_free(target)
  }

  /// Adds an entry after those added before.
  package mutating func add(_ entry: PackedEntry) throws(ZipError) {
    let reader = Unmanaged.passRetained(EntryReader(entry, date: dosDate, time: dosTime))
    guard let source = zip_source_function(archive, readEntry, reader.toOpaque()) else {
      reader.release()
      throw ZipError(message: Self.words(zip_get_error(archive)))
    }
    let index = zip_file_add(archive, entry.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      throw ZipError(message: Self.words(zip_get_error(archive)))
    }
    let place = zip_uint64_t(index)
    // A regular file that everybody may read: without it some unpackers make files unreadable.
    let attributes = zip_uint32_t(0o100644) << 16
    guard
      zip_set_file_compression(archive, place, entry.isDeflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0)
        == 0, zip_file_set_dostime(archive, place, dosTime, dosDate, 0) == 0,
      zip_file_set_external_attributes(archive, place, 0, zip_uint8_t(ZIP_OPSYS_UNIX), attributes)
        == 0
    else { throw ZipError(message: Self.words(zip_get_error(archive))) }
  }

  /// The archive's bytes.
  package consuming func finish() throws(ZipError) -> [UInt8] {
    let (archive, target) = (archive, target)
    discard self
    defer { zip_source_free(target) }
    guard zip_close(archive) == 0 else {
      let words = Self.words(zip_get_error(archive))
      zip_discard(archive)
      throw ZipError(message: words)
    }
    var status = zip_stat_t()
    guard zip_source_stat(target, &status) == 0, zip_source_open(target) == 0 else {
      throw ZipError(message: Self.words(zip_source_error(target)))
    }
    defer { zip_source_close(target) }
    let size = Int(clamping: status.size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      let read = zip_source_read(target, buffer.baseAddress!, zip_uint64_t(size))
      count = max(0, Int(read))
    }
    guard bytes.count == size else { throw ZipError(message: "archive could not be read back") }
    return bytes
  }

  private static func words(_ error: UnsafeMutablePointer<zip_error_t>?) -> String {
    guard let error else { return "unknown error" }
    return String(cString: zip_error_strerror(error))
  }

  /// MS-DOS time and date in UTC, which begin in 1980 and count two seconds at a time.
  private static func dosTime(_ modified: Int) -> (time: UInt16, date: UInt16) {
    // 1980-01-01T00:00:00Z to 2107-12-31T23:59:58Z, all the format can hold.
    let seconds = min(max(modified, 315_532_800), 4_354_819_198)
    let (year, month, day) = civil(seconds / 86_400)
    let second = seconds % 86_400
    let time = second / 3600 << 11 | second / 60 % 60 << 5 | second % 60 / 2
    let date = (year - 1980) << 9 | month << 5 | day
    return (UInt16(truncatingIfNeeded: time), UInt16(truncatingIfNeeded: date))
  }

  /// Year, month and day of a day since 1970, none before 1970.
  private static func civil(_ days: Int) -> (Int, Int, Int) {
    let z = days + 719_468
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1
    )
  }
}

/// Hands an entry's bytes to libzip as they are; it says that they are compressed already, so
/// that libzip copies them.
private final class EntryReader {
  let entry: PackedEntry
  let date: UInt16
  let time: UInt16
  var offset = 0

  init(_ entry: PackedEntry, date: UInt16, time: UInt16) {
    self.entry = entry
    self.date = date
    self.time = time
  }

  func read(into buffer: UnsafeMutableRawPointer, length: Int) -> Int {
    let count = min(length, entry.bytes.count - offset)
    entry.bytes.withUnsafeBytes { source in
      if count > 0, let start = source.baseAddress {
        buffer.copyMemory(from: start + offset, byteCount: count)
      }
    }
    offset += count
    return count
  }

  func fill(_ status: UnsafeMutablePointer<zip_stat_t>) {
    zip_stat_init(status)
    status.pointee.size = zip_uint64_t(entry.size)
    status.pointee.comp_size = zip_uint64_t(entry.bytes.count)
    status.pointee.crc = entry.checksum
    status.pointee.comp_method = zip_uint16_t(entry.isDeflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE)
    status.pointee.encryption_method = zip_uint16_t(ZIP_EM_NONE)
    status.pointee.valid = zip_uint64_t(
      ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD
        | ZIP_STAT_ENCRYPTION_METHOD)
  }
}

/// libzip's side of `EntryReader`: one call for each thing it may want of a source.
private func readEntry(
  _ state: UnsafeMutableRawPointer?, _ data: UnsafeMutableRawPointer?, _ length: zip_uint64_t,
  _ command: zip_source_cmd_t
) -> zip_int64_t {
  guard let state else { return -1 }
  let reader = Unmanaged<EntryReader>.fromOpaque(state)
  switch command {
  case ZIP_SOURCE_OPEN:
    reader.takeUnretainedValue().offset = 0
    return 0
  case ZIP_SOURCE_READ:
    guard let data else { return -1 }
    return zip_int64_t(
      reader.takeUnretainedValue().read(into: data, length: Int(clamping: length)))
  case ZIP_SOURCE_CLOSE: return 0
  case ZIP_SOURCE_STAT:
    guard let data else { return -1 }
    reader.takeUnretainedValue().fill(data.assumingMemoryBound(to: zip_stat_t.self))
    return zip_int64_t(MemoryLayout<zip_stat_t>.size)
  case ZIP_SOURCE_ERROR: return 2 * zip_int64_t(MemoryLayout<Int32>.size)
  case ZIP_SOURCE_FREE:
    reader.release()
    return 0
  case ZIP_SOURCE_SUPPORTS:
    let commands = [
      ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
      ZIP_SOURCE_FREE, ZIP_SOURCE_SUPPORTS,
    ]
    return commands.reduce(0) { $0 | (1 << zip_int64_t($1.rawValue)) }
  default: return -1
  }
}
