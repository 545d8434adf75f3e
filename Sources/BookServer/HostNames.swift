#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Host names a browser may send for an address; anything else could be a page elsewhere that
/// points a name of its own at this machine.
func hostNames(_ address: String) -> Set<String> {
  switch address {
  case "127.0.0.1": return ["127.0.0.1", "localhost", "[::1]"]
  case "0.0.0.0":
    var buffer = [CChar](repeating: 0, count: 256)
    gethostname(&buffer, buffer.count - 1)
    let name = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      .lowercased()
    return Set(["127.0.0.1", "localhost", name, name + ".local"] + ownAddresses())
  default: return [address]
  }
}

/// The numeric IPv4 addresses of this machine.
private func ownAddresses() -> [String] {
  var list: UnsafeMutablePointer<ifaddrs>?
  guard getifaddrs(&list) == 0 else { return [] }
  defer { freeifaddrs(list) }
  var result: [String] = []
  var next = list
  while let entry = next {
    next = entry.pointee.ifa_next
    guard let address = entry.pointee.ifa_addr, Int32(address.pointee.sa_family) == AF_INET else {
      continue
    }
    var name = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    if getnameinfo(
      address, socklen_t(MemoryLayout<sockaddr_in>.size), &name, socklen_t(name.count), nil, 0,
      NI_NUMERICHOST) == 0
    {
      result.append(
        String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
  }
  return result
}
