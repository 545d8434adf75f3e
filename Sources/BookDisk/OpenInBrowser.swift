#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Asks the desktop to show an address in the person's browser, without waiting for it.
package func openInBrowser(_ address: String) {
  #if canImport(Darwin)
    let program = "open"
  #else
    let program = "xdg-open"
  #endif
  var pointers: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup(address), nil]
  defer { for pointer in pointers { free(pointer) } }
  var pid: pid_t = 0
  posix_spawnp(&pid, program, nil, nil, &pointers, environ)
}
