import BookDiagnostics
package import BookModel

extension YAMLFileDescription {
  /// A JSON Schema (draft 2020-12), with which editors complete and check the file.
  package var schema: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("$schema")
      json.string("https://json-schema.org/draft/2020-12/schema")
      json.key("title")
      json.string(name)
      json.key("description")
      json.string(meaning)
      guard !around.isEmpty else { return Self.group(keys, &json) }
      json.key("anyOf")
      json.array { json in
        json.object { Self.list(of: keys, orWords: false, &$0) }
        json.object { json in
          json.key("type")
          json.string("object")
          json.key("additionalProperties")
          json.boolean(false)
          json.key("properties")
          json.object { json in
            for key in around {
              json.key(key.name)
              json.object { json in
                json.key("description")
                json.string(key.meaning)
                if key.keys.isEmpty, case .groups = key.value {
                  Self.list(of: keys, orWords: false, &json)
                } else {
                  Self.write(key.value, &json)
                }
              }
            }
          }
        }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private static func group(_ keys: [KeyDescription], _ json: inout JSONWriter) {
    json.key("type")
    json.string("object")
    // Keys that nobody lists may be any.
    if keys.isEmpty { return }
    json.key("additionalProperties")
    json.boolean(false)
    json.key("properties")
    json.object { json in
      for key in keys {
        json.key(key.name)
        json.object { json in
          json.key("description")
          json.string(key.meaning)
          write(key.value, &json)
        }
      }
    }
  }

  private static func list(
    of keys: [KeyDescription], orWords: Bool, _ json: inout JSONWriter
  ) {
    json.key("type")
    json.string("array")
    json.key("items")
    json.object { orWords ? either(keys, &$0) : group(keys, &$0) }
  }

  /// Words, or a group.
  private static func either(_ keys: [KeyDescription], _ json: inout JSONWriter) {
    json.key("anyOf")
    json.array { json in
      json.object { words(&$0) }
      json.object { group(keys, &$0) }
    }
  }

  /// A plain value: what looks like a number or a truth is words to bookc.
  private static func words(_ json: inout JSONWriter) {
    json.key("type")
    json.strings(["string", "number", "boolean", "null"])
  }

  private static func write(_ value: KeyDescription.Value, _ json: inout JSONWriter) {
    switch value {
    case .words, .date, .number: words(&json)
    case .yesOrNo:
      json.key("enum")
      json.array { json in
        json.boolean(true)
        json.boolean(false)
        for word in ["yes", "no", "on", "off"] { json.string(word) }
      }
    case .oneOf(let words):
      json.key("enum")
      json.strings(words)
    case .list:
      json.key("anyOf")
      json.array { json in
        json.object { words(&$0) }
        json.object { json in
          json.key("type")
          json.string("array")
          json.key("items")
          json.object { words(&$0) }
        }
      }
    case .group(let keys, let orWords): orWords ? either(keys, &json) : group(keys, &json)
    case .groups(let keys, let orWords):
      json.key("anyOf")
      json.array { json in
        if orWords { json.object { words(&$0) } }
        json.object { list(of: keys, orWords: orWords, &$0) }
        json.object { group(keys, &$0) }
      }
    }
  }
}
