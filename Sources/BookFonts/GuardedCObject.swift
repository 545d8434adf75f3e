import Synchronization

/// A C object that one task at a time may use, freed when its last user lets go of it.
///
/// HarfBuzz and libhyphen promise that what comes here may be read by many threads at once. Swift
/// cannot see that, so a lock stands in for the promise: it is taken rarely, as words are shaped
/// with a font of each shaper's own and hyphenated once each.
final class GuardedCObject: Sendable {
  private let pointer: Mutex<OpaquePointer>
  private let release: @Sendable (OpaquePointer) -> Void

  /// Takes over the caller's reference, which `release` gives back.
  init(
    adopting pointer: sending OpaquePointer, release: @escaping @Sendable (OpaquePointer) -> Void
  ) {
    self.pointer = Mutex(pointer)
    self.release = release
  }

  deinit { pointer.withLock { release($0) } }

  /// Lends the object for the length of `body`, which must not keep it.
  func withPointer<Result: Sendable>(_ body: (OpaquePointer) -> Result) -> Result {
    pointer.withLock { body($0) }
  }

  /// Another object that `body` makes of it, with a reference of the caller's own.
  func making(_ body: (OpaquePointer) -> OpaquePointer?) -> OpaquePointer? {
    // As a number, since the new object is nobody else's and the lock need not guard it.
    OpaquePointer(bitPattern: withPointer { UInt(bitPattern: body($0)) })
  }
}
