// BookXML: is this XML, and does it follow its grammar?
// In: bytes, and a RELAX NG grammar as text. Out: faults with their lines, the attributes asked
// for, or the document as a tree of values. It reads no file and opens no network connection:
// external entities are denied, and of entity declarations all but plain words. It knows nothing of
// books.

/// One thing wrong with an XML document.
package struct XMLFault: Sendable, Equatable {
  /// What kind of wrong.
  package enum Kind: Sendable, Equatable {
    /// XML 1.0 is not followed.
    case notWellFormed
    /// The grammar is not followed.
    case invalid
    /// A declaration that could expand without bound, or read files.
    case entity
    /// Elements within elements beyond the parser's limit.
    case tooDeep
    /// More elements and attributes than any document has.
    case tooMany
    /// The parser itself gave up.
    case failed
  }
  /// What kind of wrong.
  package var kind: Kind
  /// libxml2's own words, one line.
  package var message: String
  /// 1-based.
  package var line: Int
  /// 1-based, 0 where the parser does not say.
  package var column: Int

  package init(_ kind: Kind, _ message: String, line: Int, column: Int = 0) {
    self.kind = kind
    self.message = message
    self.line = line
    self.column = column
  }
}
