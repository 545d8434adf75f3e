import BookDiagnostics

/// The report for other programs, keys always in this order.
///
/// ```
/// {"format": 1, "title": …,
///  "old"/"new": {"label", "revision", "date", "title", "words"},
///  "words": {"gained", "lost"},
///  "chapters": [{"fate": "added|gone|kept", "moved": bool, "old"/"new": null or
///     {"number", "file", "title", "words"}, "gained", "lost",
///     "fields": [{"name", "old", "new"}],
///     "changes": [
///       {"change": "edited", "old": [passages], "new": [passages], "kind", "words": [{"at", "old",
///        "new"}], "markup": [{"change": "added|removed", "what", "words"}]},
///       {"change": "added", "new": [n], "kind", "text"},
///       {"change": "gone", "old": [n], "kind", "text"},
///       {"change": "moved", "from": {"chapter", "passage"}, "new": [n], "kind", "words", "markup"}]}],
///  "book": [fields], "people": [{"id", "heading", "fate": "added|gone|renamed|kept", "former":
///     null or {"id", "heading"}, "mentions": {"old", "new"}, "namedIn"/"goneFrom": [{"chapter",
///     "paragraph", "count"}]}],
///  "events": [{"id", "title", "fate", "formerTitle", "old", "new"}],
///  "pictures": [{"path", "fate"}],
///  "diagnostics": {"come"/"gone": [{"code", "severity", "message", "place"}]},
///  "progress": [{"revision", "date", "words"}]}
/// ```
/// Chapters and passages are numbered from 1 in their own revision; a passage is a paragraph, a
/// heading, a caption, a list item, a picture. `at` is where in the old passage's words the edit
/// begins, in Unicode scalars from 0. Chapters and passages that are as they were are left out.
package func revisionJSON(
  _ comparison: RevisionComparison, progress: [ProgressPoint]
) -> [UInt8] {
  let writer = RevisionJSONWriter(comparison: comparison)
  let diff = comparison.diff
  var json = JSONWriter()
  json.object { json in
    json.key("format")
    json.integer(1)
    json.key("title")
    json.string(diff.new.title)
    json.key("old")
    writer.write(diff.old, &json)
    json.key("new")
    writer.write(diff.new, &json)
    json.key("words")
    json.object { json in
      json.key("gained")
      json.integer(diff.gained)
      json.key("lost")
      json.integer(diff.lost)
    }
    json.key("chapters")
    json.array { json in
      for chapter in diff.chapters where chapter.isChanged { writer.write(chapter, &json) }
    }
    json.key("book")
    writer.write(diff.book, &json)
    writer.writeFindings(&json)
    json.key("progress")
    json.array { json in
      for point in progress {
        json.object { json in
          json.members([("revision", point.revision), ("date", point.date)])
          json.key("words")
          json.integer(point.words)
        }
      }
    }
  }
  return json.bytes + [0x0A]
}

private struct RevisionJSONWriter {
  let comparison: RevisionComparison

  func write(_ side: RevisionDiff.Side, _ json: inout JSONWriter) {
    json.object { json in
      json.members([
        ("label", side.label), ("revision", side.revision), ("date", side.date),
        ("title", side.title),
      ])
      json.key("words")
      json.integer(side.words)
    }
  }

  func write(_ fields: [FieldChange], _ json: inout JSONWriter) {
    json.array { json in
      for field in fields {
        json.object { $0.members([("name", field.name), ("old", field.old), ("new", field.new)]) }
      }
    }
  }

  func write(_ chapter: ChapterDiff, _ json: inout JSONWriter) {
    json.object { json in
      json.key("fate")
      json.string(chapter.old == nil ? "added" : chapter.new == nil ? "gone" : "kept")
      json.key("moved")
      json.boolean(chapter.isMoved)
      for (key, name) in [("old", chapter.old), ("new", chapter.new)] {
        json.key(key)
        guard let name else {
          json.string(nil)
          continue
        }
        json.object { json in
          json.key("number")
          json.integer(name.index + 1)
          json.members([("file", name.file), ("title", name.title)])
          json.key("words")
          json.integer(name.words)
        }
      }
      json.key("gained")
      json.integer(chapter.gained)
      json.key("lost")
      json.integer(chapter.lost)
      json.key("fields")
      write(chapter.fields, &json)
      json.key("changes")
      json.array { json in
        for step in chapter.steps { write(step, of: chapter, &json) }
      }
    }
  }

  private func write(_ step: PassageStep, of chapter: ChapterDiff, _ json: inout JSONWriter) {
    switch step {
    case .kept, .movedAway: break
    case .edited(let edit):
      json.object { json in
        json.members([("change", "edited")])
        write(edit.old, "old", &json)
        write(edit, in: chapter.old?.index ?? 0, &json)
      }
    case .added(let content, let place):
      json.object { json in
        json.members([("change", "added")])
        write(place..<place + 1, "new", &json)
        write(content, &json)
      }
    case .gone(let passage):
      json.object { json in
        json.members([("change", "gone")])
        write(passage..<passage + 1, "old", &json)
        write(comparison.old[chapter.old?.index ?? 0].content(passage), &json)
      }
    case .movedHere(let from, let edit):
      json.object { json in
        json.members([("change", "moved")])
        json.key("from")
        json.object { json in
          json.key("chapter")
          json.integer(from.chapter + 1)
          json.key("passage")
          json.integer(from.passage + 1)
        }
        write(edit, in: from.chapter, &json)
      }
    }
  }

  private func write(_ passages: Range<Int>, _ key: String, _ json: inout JSONWriter) {
    json.key(key)
    json.array { json in for passage in passages { json.integer(passage + 1) } }
  }

  private func write(_ content: PassageContent, _ json: inout JSONWriter) {
    json.members([
      ("kind", RevisionWording.name(content.shape)),
      ("text", String(decoding: content.words, as: UTF8.self)),
    ])
  }

  private func write(_ edit: PassageEdit, in chapter: Int, _ json: inout JSONWriter) {
    let old = comparison.old[chapter]
    write(edit.new, "new", &json)
    let shape = (edit.shapes ?? edit.old.map { old.passages[$0].shape }).first
    json.members([("kind", shape.map(RevisionWording.name) ?? "")])
    let text = WordTokens(old, edit.old).text
    json.key("words")
    json.array { json in
      var at = 0
      var scalars = -1
      for change in edit.words {
        scalars += text[at..<change.old.lowerBound].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
        at = change.old.lowerBound
        json.object { json in
          json.key("at")
          json.integer(max(0, scalars))
          json.members([
            ("old", String(decoding: text[change.old], as: UTF8.self)),
            ("new", String(decoding: change.new, as: UTF8.self)),
          ])
        }
      }
    }
    json.key("markup")
    json.array { json in
      for change in edit.markup {
        json.object {
          $0.members([
            ("change", change.isNew ? "added" : "removed"), ("what", change.what),
            ("words", change.words),
          ])
        }
      }
    }
  }

  /// People, events, pictures and diagnostics.
  func writeFindings(_ json: inout JSONWriter) {
    json.key("people")
    json.array { json in for person in comparison.diff.people { write(person, &json) } }
    json.key("events")
    json.array { json in
      for event in comparison.diff.events {
        json.object {
          $0.members([
            ("id", event.id), ("title", event.title), ("fate", event.fate.rawValue),
            ("formerTitle", event.formerTitle), ("old", event.date.old), ("new", event.date.new),
          ])
        }
      }
    }
    json.key("pictures")
    json.array { json in
      for picture in comparison.diff.pictures {
        json.object { $0.members([("path", picture.path), ("fate", picture.fate.rawValue)]) }
      }
    }
    json.key("diagnostics")
    json.object { json in
      json.key("come")
      write(comparison.diff.messagesCome, &json)
      json.key("gone")
      write(comparison.diff.messagesGone, &json)
    }
  }

  private func write(_ messages: [Message], _ json: inout JSONWriter) {
    json.array { json in
      for message in messages {
        json.object {
          $0.members([
            ("code", message.code), ("severity", message.severity), ("message", message.message),
            ("place", message.place),
          ])
        }
      }
    }
  }

  private func write(_ person: PersonChange, _ json: inout JSONWriter) {
    json.object { json in
      var fate = "kept"
      var former: (id: String, heading: String)?
      switch person.fate {
      case .added: fate = "added"
      case .gone: fate = "gone"
      case .kept: break
      case .renamed(let from, let id):
        fate = "renamed"
        former = (id, from)
      }
      json.members([("id", person.id), ("heading", person.heading), ("fate", fate)])
      json.key("former")
      if let former {
        json.object { $0.members([("id", former.id), ("heading", former.heading)]) }
      } else {
        json.string(nil)
      }
      json.key("mentions")
      json.object { json in
        json.key("old")
        json.integer(person.mentions.old)
        json.key("new")
        json.integer(person.mentions.new)
      }
      for (key, places) in [("namedIn", person.namedIn), ("goneFrom", person.goneFrom)] {
        json.key(key)
        json.array { json in
          for place in places {
            json.object { json in
              json.members([("chapter", place.chapter)])
              json.key("paragraph")
              json.integer(place.paragraph)
              json.key("count")
              json.integer(place.count)
            }
          }
        }
      }
    }
  }
}

extension JSONWriter {
  /// String members, in order.
  fileprivate mutating func members(_ members: [(String, String?)]) {
    for (name, value) in members {
      key(name)
      string(value)
    }
  }
}
