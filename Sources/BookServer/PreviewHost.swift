import NIOCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the preview listens, and what it may be called there: an address, with or without the
/// brackets of IPv6, or a name.
struct PreviewHost: Sendable {
  /// An address as browsers write it, without brackets, or a name.
  private let name: String

  init(_ text: String) {
    let isBracketed = text.hasPrefix("[") && text.hasSuffix("]")
    let bare = isBracketed ? String(text.dropFirst().dropLast()) : text
    name = (try? SocketAddress(ipAddress: bare, port: 0))?.ipAddress ?? bare.lowercased()
  }

  /// What to listen on.
  ///
  /// `localhost` is both of the machine's own addresses: a browser may try either of them first.
  func addresses() throws -> [SocketAddress] {
    guard name == "localhost" else {
      return [try SocketAddress.makeAddressResolvingHost(name, port: 0)]
    }
    return try ["127.0.0.1", "::1"].map { try SocketAddress(ipAddress: $0, port: 0) }
  }

  /// Something a person at this machine can open.
  func address(port: Int) -> String {
    let reachable = ["0.0.0.0": "127.0.0.1", "::": "::1"][name] ?? name
    return "http://\(Self.inAddress(reachable)):\(port)/"
  }

  /// Host names a browser may send; anything else could be a page elsewhere that points a name of
  /// its own at this machine.
  func names() -> Set<String> {
    switch name {
    case "127.0.0.1", "::1", "localhost": Self.own
    case "0.0.0.0", "::": Self.own.union(Self.ofThisMachine())
    default: [Self.inAddress(name)]
    }
  }

  private static let own: Set<String> = ["127.0.0.1", "localhost", "[::1]"]

  private static func ofThisMachine() -> [String] {
    var buffer = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    gethostname(&buffer, buffer.count - 1)
    let name = String(
      decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self
    ).lowercased()
    let addresses = (try? System.enumerateDevices())?.compactMap { $0.address?.ipAddress } ?? []
    return [name, name + ".local"] + addresses.map(inAddress)
  }

  private static func inAddress(_ host: String) -> String {
    host.contains(":") ? "[\(host)]" : host
  }

  /// The name in a Host field, without its port: `[::1]:80` is `[::1]`.
  static func name(in field: String) -> String {
    let field = field.lowercased()
    if field.hasPrefix("["), let end = field.firstIndex(of: "]") { return String(field[...end]) }
    return String(field.prefix { $0 != ":" })
  }
}
