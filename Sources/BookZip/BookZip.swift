// BookZip: reproducible archives and a reader that trusts none.
// In: named bytes. Out: the archive's bytes, the same for the same entries whatever the machine,
// clock, time zone or number of cores; or, for an archive from elsewhere, its entries or what is
// wrong with it. It knows nothing of books or files on disk.

/// A failure of libzip or zlib, in their own words: lack of memory, or a fault of ours.
package struct ZipError: Error, Sendable, Equatable {
  /// What the library says.
  package var message: String
}
