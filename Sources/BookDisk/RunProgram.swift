// BookDisk: the one door to the machine.
// In: paths and arguments. Out: bytes, names, revisions and the machine's own words when it refuses.
// It knows nothing of what a book means.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What may come of a program that bookc starts, at the most.
struct ProgramLimits: Sendable {
  /// Longer than any question about a book takes; what takes longer hangs.
  var seconds: Int = 60
  /// The largest file that a book may hold, and its name.
  var outputBytes: Int = (1 << 30) + (1 << 16)
  /// A complaint is a few lines.
  var complaintBytes: Int = 1 << 16
}

/// What a program said, and how it ended.
struct ProgramAnswer: Sendable, Equatable {
  /// How it ended.
  enum Ending: Sendable, Equatable {
    /// By itself, with this status.
    case exited(Int32)
    /// It was stopped: it had taken longer than it may.
    case stoppedForTime
    /// It was stopped: it had said more than it may.
    case stoppedForLength
  }
  var ending: Ending
  var output: [UInt8]
  /// What it wrote to standard error.
  var complaint: String
}

/// Runs the program in a file, in a process group of its own, and gives back what it said; nil when
/// it cannot be started.
///
/// No shell is involved, and only the environment given reaches it. `input` is its standard input.
/// It and all it started are killed when it exceeds the limits. Starting it is our own code because
/// `Workspace` is synchronous, and swift-subprocess is not.
func runProgram(
  _ path: String, _ arguments: [String], environment: [String], input: [UInt8] = [],
  limits: ProgramLimits = ProgramLimits()
) -> ProgramAnswer? {
  guard var pipes = ProgramPipes() else { return nil }
  guard let process = pipes.start(path, arguments, environment) else {
    pipes.close()
    return nil
  }
  let deadline = ContinuousClock.now + .seconds(limits.seconds)
  let stopped = pipes.exchange(input, limits, until: deadline)
  pipes.close()
  if stopped != nil { kill(-process, SIGKILL) }
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0 && errno == EINTR {}
  // What the low seven bits hold is the signal that ended it (wait(2)).
  let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  return ProgramAnswer(
    ending: stopped ?? .exited(code), output: pipes.output,
    complaint: String(decoding: pipes.complaint, as: UTF8.self))
}

/// The three streams of a program, as seen from our side.
private struct ProgramPipes {
  /// -1 once closed.
  private var (ours, theirs) = ([Int32](repeating: -1, count: 3), [Int32](repeating: -1, count: 3))
  private(set) var output: [UInt8] = []
  private(set) var complaint: [UInt8] = []

  /// Nil when the system has no more of them.
  init?() {
    for stream in 0..<3 {
      var ends: [Int32] = [-1, -1]
      // A socket, since a write to a closed one can be told not to end this process.
      let type = Int32(bitPattern: UInt32(SOCK_STREAM.streamType))
      guard socketpair(AF_UNIX, type, 0, &ends) == 0 else {
        close()
        return nil
      }
      (ours[stream], theirs[stream]) = (ends[0], ends[1])
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      _ = fcntl(ends[0], F_SETFL, fcntl(ends[0], F_GETFL) | O_NONBLOCK)
      #if canImport(Darwin)
        var isWanted: Int32 = 1
        setsockopt(
          ends[0], SOL_SOCKET, SO_NOSIGPIPE, &isWanted, socklen_t(MemoryLayout<Int32>.size))
      #endif
    }
  }

  mutating func start(_ path: String, _ arguments: [String], _ environment: [String]) -> pid_t? {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for stream in 0..<3 {
      posix_spawn_file_actions_adddup2(&actions, theirs[stream], Int32(stream))
    }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    var process: pid_t = 0
    let status = withCStrings([path] + arguments) { words in
      withCStrings(environment) { posix_spawn(&process, path, &actions, &attributes, words, $0) }
    }
    for stream in 0..<3 { Self.close(&theirs[stream]) }
    return status == 0 ? process : nil
  }

  /// Gives the input and takes what is said until both streams end; why it was cut short, if it was.
  mutating func exchange(
    _ input: [UInt8], _ limits: ProgramLimits, until deadline: ContinuousClock.Instant
  ) -> ProgramAnswer.Ending? {
    var given = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    if input.isEmpty { Self.close(&ours[0]) }
    while ours[1] >= 0 || ours[2] >= 0 {
      var requests = ours.enumerated().map {
        pollfd(fd: $1, events: Int16($0 == 0 ? POLLOUT : POLLIN), revents: 0)
      }
      let left = deadline - .now
      if left <= .zero { return .stoppedForTime }
      let milliseconds = Int32(clamping: left.components.seconds * 1000 + 1)
      let ready = poll(&requests, nfds_t(requests.count), milliseconds)
      if ready < 0 && errno != EINTR { return .stoppedForTime }
      if ready <= 0 { continue }
      if requests[0].revents != 0, !give(input, &given) { Self.close(&ours[0]) }
      if requests[1].revents != 0 { output += take(from: 1, &buffer) }
      if requests[2].revents != 0 { complaint += take(from: 2, &buffer) }
      if output.count > limits.outputBytes || complaint.count > limits.complaintBytes {
        return .stoppedForLength
      }
    }
    return nil
  }

  /// False when all is given or nobody takes it.
  private func give(_ input: [UInt8], _ given: inout Int) -> Bool {
    #if canImport(Darwin)
      let flags: Int32 = 0
    #else
      let flags = Int32(MSG_NOSIGNAL)
    #endif
    let count = input.withUnsafeBytes {
      send(ours[0], $0.baseAddress.map { $0 + given }, input.count - given, flags)
    }
    if count < 0 { return errno == EAGAIN || errno == EINTR }
    given += count
    return given < input.count
  }

  private mutating func take(from stream: Int, _ buffer: inout [UInt8]) -> ArraySlice<UInt8> {
    let count = read(ours[stream], &buffer, buffer.count)
    if count > 0 { return buffer[..<count] }
    if count == 0 || errno != EAGAIN && errno != EINTR { Self.close(&ours[stream]) }
    return []
  }

  mutating func close() {
    for stream in 0..<3 {
      Self.close(&ours[stream])
      Self.close(&theirs[stream])
    }
  }

  private static func close(_ descriptor: inout Int32) {
    guard descriptor >= 0 else { return }
    systemClose(descriptor)
    descriptor = -1
  }
}

#if canImport(Glibc)
  extension __socket_type {
    fileprivate var streamType: UInt32 { rawValue }
  }
#else
  extension Int32 {
    fileprivate var streamType: UInt32 { UInt32(bitPattern: self) }
  }
#endif

/// Lends strings as C has them: an array of pointers that ends with a null pointer.
private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = strings.map { strdup($0) }
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers + [nil])
}
