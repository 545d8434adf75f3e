import BookModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// The system's calls as the files of this folder use them; their bare names are hidden within types
// that have methods of the same name.

@discardableResult
func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }

func systemRead(
  _ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int
) -> Int { read(descriptor, buffer, count) }

func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}

/// What the system's number for a failure means, in words for an author.
func reason(_ code: Int32) -> String {
  switch code {
  case ENOENT: "there is no such file"
  case EACCES, EPERM: "no permission"
  case ELOOP: "it is a link that leads to itself"
  case ENOTDIR: "part of the path is a file"
  case ENOSPC, EDQUOT: "the disk is full"
  case EROFS: "the disk is read-only"
  case EMFILE, ENFILE: "too many files are open"
  case ENAMETOOLONG: "the name is too long"
  default: String(cString: strerror(code))
  }
}

/// The path with every link followed; nil when it leads nowhere, `errno` says why.
func realPath(_ path: String) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(cString: real)
}

/// The folder that a path lies in.
func parent(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

func joined(_ folder: String, _ path: String) -> String {
  folder.isEmpty ? path : folder.hasSuffix("/") ? folder + path : folder + "/" + path
}

/// Makes sure that the names in a folder are on the disk, whatever happens to the machine.
func waitForDisk(_ folder: String) {
  let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  fsync(descriptor)
  systemClose(descriptor)
}

/// Runs `body` while no other run of bookc replaces files in the folder.
///
/// Where the disk knows no locks, it runs all the same.
func withLock<Value, Failure: Error>(
  onFolder folder: String, _ body: () throws(Failure) -> Value
) throws(Failure) -> Value {
  let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC)
  if descriptor >= 0 { flock(descriptor, LOCK_EX) }
  // A lock ends with its descriptor.
  defer { if descriptor >= 0 { systemClose(descriptor) } }
  return try body()
}

/// Makes a folder and those above it that are not there.
///
/// Returns the one that cannot be made, nil when all are there; `errno` says why.
func makeFolders(_ path: String, mode: mode_t) -> String? {
  if path.isEmpty || DiskWorkspace.isFolder(path) { return nil }
  let above = parent(of: path)
  if above != path, let failed = makeFolders(above, mode: mode) { return failed }
  if mkdir(path, mode) == 0 { return nil }
  // Whether it is there by now is another question, with an answer of its own.
  let why = errno
  if DiskWorkspace.isFolder(path) { return nil }
  errno = why
  return path
}

/// Writes all of the bytes; false where that is not possible, `errno` says why.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  var written = 0
  while written < bytes.count {
    let n = bytes.withUnsafeBytes { buffer in
      systemWrite(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
    }
    if n < 0 && errno == EINTR { continue }
    if n <= 0 { return false }
    written += n
  }
  return true
}
