/// What is wrong with an address of the web as EPUBCheck reads it (WHATWG URL), nil for a sound one.
///
/// The words go on after "the address '…'".
package func addressFault(_ address: String) -> String? {
  guard let colon = address.firstIndex(of: ":") else { return nil }
  let scheme = address[..<colon].lowercased()
  let rest = address[address.index(after: colon)...]
  if rest.isEmpty { return "says nothing after '\(scheme):'" }
  if let fault = escapeFault(rest) { return fault }
  if rest.split(separator: "#", omittingEmptySubsequences: false).count > 2 {
    return "has two '#'; the second is written '%23'"
  }
  guard ["http", "https", "ftp"].contains(scheme) else { return nil }
  guard rest.hasPrefix("//") else { return "needs '//' after '\(scheme):'" }
  let afterSlashes = rest.dropFirst(2)
  if afterSlashes.first == "/" { return "has three slashes and no host" }
  let authority = afterSlashes.prefix { !"/?#".contains($0) }
  let host = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] }
  return hostFault(host ?? authority)
}

private func escapeFault(_ text: Substring) -> String? {
  let bytes = Array(text.utf8)
  func isHexadecimal(_ i: Int) -> Bool {
    i < bytes.count
      && (UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[i]
        || UInt8(ascii: "a")...UInt8(ascii: "f") ~= bytes[i] | 0x20)
  }
  for i in bytes.indices where bytes[i] == UInt8(ascii: "%") {
    guard isHexadecimal(i + 1), isHexadecimal(i + 2) else {
      return "has a '%' without two digits behind it; the sign itself is written '%25'"
    }
  }
  return nil
}

private func hostFault(_ host: Substring) -> String? {
  var name = host
  if host.first == "[" {
    guard let close = host.firstIndex(of: "]") else { return "has a '[' that is never closed" }
    let port = host[host.index(after: close)...]
    return port.isEmpty ? nil : portFault(port.dropFirst())
  }
  if let colon = host.lastIndex(of: ":") {
    name = host[..<colon]
    if let fault = portFault(host[host.index(after: colon)...]) { return fault }
  }
  if name.isEmpty { return "has no host" }
  for scalar in name.unicodeScalars where !mayStandInHost(scalar) {
    return scalar == " " ? "has a blank in its host" : "has '\(scalar)' in its host"
  }
  let labels = name.split(separator: ".", omittingEmptySubsequences: false)
  if labels.dropLast(labels.last?.isEmpty == true && labels.count > 1 ? 1 : 0).contains(
    where: \.isEmpty)
  {
    return "has two full stops together, or one first, in its host"
  }
  return nil
}

private func portFault(_ port: Substring) -> String? {
  if port.isEmpty { return nil }
  guard port.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
    let number = Int(port), number <= Int(UInt16.max)
  else { return "has '\(port)' for a port, which is a number up to \(UInt16.max)" }
  return nil
}

/// Letters and figures of any script, hyphens, full stops; some hosts have underscores.
private func mayStandInHost(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII {
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar == "-" || scalar == "." || scalar == "_" || scalar == "~" || scalar == "!"
      || scalar == "$" || scalar == "&" || scalar == "'" || scalar == "+" || scalar == ","
      || scalar == ";" || scalar == "=" || scalar == "*"
  }
  switch scalar.properties.generalCategory {
  case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .privateUse,
    .surrogate, .unassigned:
    return false
  default: return true
  }
}
