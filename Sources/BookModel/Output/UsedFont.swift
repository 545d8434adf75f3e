/// A font of this machine that an artifact was made with.
package struct UsedFont: Sendable, Equatable {
  /// Its PostScript name: `EBGaramond12-Regular`.
  package var name: String
  /// What its maker calls this state of it: `Version 0.016`.
  package var version: String
  /// Hexadecimal SHA-256 of its file.
  package var sha256: String

  package init(name: String, version: String, sha256: String) {
    self.name = name
    self.version = version
    self.sha256 = sha256
  }
}
