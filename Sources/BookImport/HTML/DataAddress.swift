import BookModel

/// Addresses that hold their own bytes: `data:image/png;base64,…`.
enum DataAddress {
  /// The bytes, nil for anything else.
  static func bytes(_ address: String) -> [UInt8]? {
    guard let comma = address.firstIndex(of: ","), address[..<comma].hasSuffix(";base64") else {
      return nil
    }
    return base64Decoded(address[address.index(after: comma)...].utf8)
  }
}
