#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs a program and gives back what it printed, or nil when it failed.
///
/// Arguments go to the program as they are; no shell is involved. `input` is given to it on its
/// standard input; it must fit a pipe, 16 KiB, because it is written before the program runs.
package func output(
  of program: String, _ arguments: [String], in folder: String, input: [UInt8] = []
) -> [UInt8]? {
  var pipeEnds: [Int32] = [0, 0]
  guard pipe(&pipeEnds) == 0 else { return nil }
  #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t? = nil
  #else
    var actions = posix_spawn_file_actions_t()
  #endif
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  let source = pipeHolding(input)
  defer { if let source { close(source) } }
  if let source {
    posix_spawn_file_actions_adddup2(&actions, source, 0)
  } else {
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
  }
  posix_spawn_file_actions_adddup2(&actions, pipeEnds[1], 1)
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
  posix_spawn_file_actions_addclose(&actions, pipeEnds[0])
  let words = [program, "-C", folder] + arguments
  var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
  defer { for pointer in pointers { free(pointer) } }
  var pid: pid_t = 0
  let status = posix_spawnp(&pid, program, &actions, nil, &pointers, environ)
  close(pipeEnds[1])
  defer { close(pipeEnds[0]) }
  guard status == 0 else { return nil }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let n = read(pipeEnds[0], &buffer, buffer.count)
    if n < 0 && errno == EINTR { continue }
    if n <= 0 { break }
    bytes.append(contentsOf: buffer[..<n])
  }
  var exit: Int32 = 0
  while waitpid(pid, &exit, 0) < 0 && errno == EINTR {}
  return exit == 0 ? bytes : nil
}

/// The end of a pipe from which `bytes` can be read; nil when there are none or too many.
private func pipeHolding(_ bytes: [UInt8]) -> Int32? {
  var ends: [Int32] = [0, 0]
  guard !bytes.isEmpty, bytes.count <= 16_384, pipe(&ends) == 0 else { return nil }
  let written = bytes.withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
  close(ends[1])
  if written == bytes.count { return ends[0] }
  close(ends[0])
  return nil
}

/// The revision of a book's folder: the last commit that touched it, `-dirty` when it has changes.
///
/// Nil outside git, or when git is not installed.
package func revision(ofFolder folder: String) -> String? {
  guard
    let log = output(
      of: "git", ["log", "-1", "--abbrev=12", "--format=%h", "--", "."], in: folder)
  else { return nil }
  let hash = String(decoding: log, as: UTF8.self).filter { !$0.isWhitespace }
  if hash.isEmpty { return nil }
  let changes = output(
    of: "git", ["status", "--porcelain", "--untracked-files=normal", "--", "."], in: folder)
  return changes.map { $0.isEmpty } == true ? hash : hash + "-dirty"
}
