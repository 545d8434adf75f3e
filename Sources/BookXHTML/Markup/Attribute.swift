/// One attribute to write: a static name and a value that is escaped when written.
package struct Attribute: Sendable {
  let name: StaticString
  let value: Value

  enum Value: Sendable {
    case fixed(StaticString)
    case text(String)
  }

  package init(_ name: StaticString, _ value: StaticString) {
    self.name = name
    self.value = .fixed(value)
  }

  package init(_ name: StaticString, text: String) {
    self.name = name
    self.value = .text(text)
  }
}

extension Attribute {
  package static func id(_ value: String) -> Attribute { Attribute("id", text: value) }
  package static func `class`(_ value: StaticString) -> Attribute { Attribute("class", value) }
  package static func href(_ value: String) -> Attribute { Attribute("href", text: value) }
  package static func src(_ value: String) -> Attribute { Attribute("src", text: value) }
  package static func alt(_ value: String) -> Attribute { Attribute("alt", text: value) }
  package static func role(_ value: StaticString) -> Attribute { Attribute("role", value) }
  package static func title(_ value: String) -> Attribute { Attribute("title", text: value) }
  package static func label(_ value: String) -> Attribute { Attribute("aria-label", text: value) }
  package static func labelledBy(_ id: String) -> Attribute {
    Attribute("aria-labelledby", text: id)
  }
  /// EPUB 3.3 structural semantics; left out of a web site's pages.
  package static func semantics(_ value: StaticString) -> Attribute {
    Attribute("epub:type", value)
  }
  package static func datetime(_ value: String) -> Attribute { Attribute("datetime", text: value) }
  package static func scope(_ value: StaticString) -> Attribute { Attribute("scope", value) }

  /// EPUB's namespace is unknown to HTML, where `lang` alone says the language.
  var isForXMLOnly: Bool {
    name.withUTF8Buffer { $0.starts(with: "epub:".utf8) || $0.starts(with: "xml".utf8) }
  }
}
