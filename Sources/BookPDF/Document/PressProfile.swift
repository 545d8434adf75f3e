import BookModel

/// Where systems keep ICC profiles (the XDG and Apple conventions), from the machine's root.
private let profileFolders = [
  "usr/share/color/icc", "usr/local/share/color/icc", "Library/ColorSync/Profiles",
  "System/Library/ColorSync/Profiles",
]

/// The ICC profile of a printing condition, by the name of its file: `FOGRA39` is in
/// `FOGRA39L_coated.icc`; nil where this machine has none.
///
/// Only a profile of a printer in CMYK may be an output intent of PDF/X (ISO 15930-7, 6.2.2).
func profileOfPress(_ condition: String, in files: any Workspace) -> [UInt8]? {
  func plain(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }
  let wanted = plain(condition)
  if wanted.isEmpty { return nil }
  func search(_ folder: String, depth: Int) -> [UInt8]? {
    for name in files.names(in: folder) {
      let path = folder + "/" + name
      let lower = name.lowercased()
      if lower.hasSuffix(".icc") || lower.hasSuffix(".icm") {
        if plain(name).hasPrefix(wanted), let bytes = try? files.read(path), isOfPress(bytes) {
          return bytes
        }
      } else if depth > 0, files.kind(of: path) == .folder,
        let found = search(path, depth: depth - 1)
      {
        return found
      }
    }
    return nil
  }
  for folder in profileFolders {
    if let found = search(folder, depth: 2) { return found }
  }
  return nil
}

private func isOfPress(_ bytes: [UInt8]) -> Bool {
  ByteReader(bytes).matches("prtr", at: 12) && checkedProfile(bytes, for: .cmyk) != nil
}
