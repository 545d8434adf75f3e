#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What bookc asks of the machine that it runs on.
package enum Machine {
  /// Processors that may be used now.
  package static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// The folder of the running program, symbolic links followed.
  package static var programFolder: String? {
    #if os(Linux)
      let path = "/proc/self/exe"
    #else
      let path = CommandLine.arguments[0]
    #endif
    return realPath(path).map(parent)
  }

  /// Seconds since 1970.
  ///
  /// No book depends on it: only what is asked today does, such as who may be alive.
  package static var now: Int { Int(time(nil)) }

  /// The current folder.
  package static var currentFolder: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }
}
