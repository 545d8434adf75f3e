import Dispatch

/// A place for what a task gives.
private final class Place<Value: Sendable>: @unchecked Sendable {
  // Written before the signal and read after it.
  var value: Value?
}

/// Waits for what is worked out in tasks; libFuzzer itself knows none.
func waiting<Value: Sendable>(_ body: @escaping @Sendable () async -> Value) -> Value {
  let place = Place<Value>()
  let done = DispatchSemaphore(value: 0)
  Task.detached {
    place.value = await body()
    done.signal()
  }
  done.wait()
  guard let value = place.value else { broken("a task ended without a value") }
  return value
}
