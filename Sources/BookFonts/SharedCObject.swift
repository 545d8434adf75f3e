/// A C object that nothing writes to once it is here, freed when its last user lets go of it.
///
/// This is the one place where bookc vouches for a C pointer across threads. `pointer` is
/// `nonisolated(unsafe)` because Swift cannot see what is true of the objects that come here:
/// HarfBuzz faces and fonts are made immutable first, after which HarfBuzz promises that any number
/// of threads may use them (its lazily loaded tables are published atomically), and libhyphen
/// only reads a dictionary it has loaded. The pointer is lent in a closure and never handed out.
final class SharedCObject: Sendable {
  private nonisolated(unsafe) let pointer: OpaquePointer
  private let release: @Sendable (OpaquePointer) -> Void

  /// Takes over the caller's reference, which `release` gives back.
  init(adopting pointer: OpaquePointer, release: @escaping @Sendable (OpaquePointer) -> Void) {
    self.pointer = pointer
    self.release = release
  }

  deinit { release(pointer) }

  /// Lends the object for the length of `body`, which must not change it or keep it.
  @inline(__always)
  func withPointer<Result>(_ body: (OpaquePointer) -> Result) -> Result {
    withExtendedLifetime(self) { body(pointer) }
  }
}
