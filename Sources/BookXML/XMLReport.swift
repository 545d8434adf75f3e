/// What validation says of a document.
package struct XMLReport: Sendable {
  /// In the order of the document.
  package var faults: [XMLFault]
  /// The attributes asked for, in the order of the document.
  package var attributes: [XMLAttributeUse]
}

/// An attribute as it stands in a document.
package struct XMLAttributeUse: Sendable, Equatable {
  /// Local name of the element.
  package var element: String
  /// Local name of the attribute.
  package var name: String
  /// Decoded.
  package var value: String
  /// 1-based line of the element.
  package var line: Int
}

extension FaultCollector {
  /// What keeps bytes from being a document.
  var unreadable: XMLReport {
    let unsaid = XMLFault(.failed, "document is too large to read", line: 1)
    return XMLReport(faults: faults.isEmpty ? [unsaid] : faults, attributes: [])
  }
}
