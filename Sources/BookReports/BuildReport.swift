import BookDiagnostics
package import BookModel

/// What `build.json` says of a build; the same for the same book on every machine.
package struct BuildReport: Sendable, Equatable {
  /// The title.
  package var title: String
  /// The revision in git, if any.
  package var revision: String?
  /// What was asked for.
  package var formats: [String]
  /// Path, size and digest of every file.
  package var artifacts: [File]
  /// Words of all chapters.
  package var words: Int
  /// Persons with at least one mention.
  package var people: Int
  /// Events of the chronology.
  package var events: Int
  /// Diagnostics by code.
  package var diagnostics: [String: Int]
  /// What was built with: theme, profile and the like, so that a verifier can repeat it.
  package var settings: [(key: String, value: String)]
  /// The fonts whose bytes are in a file: with others on another machine, its bytes are others.
  package var fonts: [UsedFont]

  /// One file of the build.
  package struct File: Sendable, Equatable {
    /// Below the output folder.
    package var path: String
    /// In bytes.
    package var bytes: Int
    /// Hexadecimal SHA-256.
    package var sha256: String

    package init(path: String, bytes: Int, sha256: String) {
      self.path = path
      self.bytes = bytes
      self.sha256 = sha256
    }
  }

  package init(
    of annotated: AnnotatedBook, formats: [String], artifacts: [Artifact], codes: [String],
    settings: [(key: String, value: String)], fonts: [UsedFont] = []
  ) {
    title = annotated.book.metadata.title
    revision = annotated.book.revision
    self.formats = formats
    self.artifacts = artifacts.map {
      File(path: $0.path, bytes: $0.bytes.count, sha256: BookModel.sha256($0.bytes))
    }
    words = annotated.book.wordCount
    people = Set(annotated.people.mentions.map(\.person)).count
    events = annotated.time.events.count
    diagnostics = codes.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    self.settings = settings
    self.fonts = fonts
  }

  package static func == (a: BuildReport, b: BuildReport) -> Bool { a.json == b.json }

  /// The file's bytes.
  package var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("title")
      json.string(title)
      json.key("revision")
      json.string(revision)
      json.key("formats")
      json.strings(formats)
      json.key("settings")
      json.object { json in
        for setting in settings {
          json.key(setting.key)
          json.string(setting.value)
        }
      }
      json.key("fonts")
      json.array { json in
        for font in fonts {
          json.object { json in
            json.key("name")
            json.string(font.name)
            json.key("version")
            json.string(font.version)
            json.key("sha256")
            json.string(font.sha256)
          }
        }
      }
      json.key("words")
      json.integer(words)
      json.key("people")
      json.integer(people)
      json.key("events")
      json.integer(events)
      json.key("artifacts")
      json.array { json in
        for file in artifacts {
          json.object { json in
            json.key("path")
            json.string(file.path)
            json.key("bytes")
            json.integer(file.bytes)
            json.key("sha256")
            json.string(file.sha256)
          }
        }
      }
      json.key("diagnostics")
      json.object { json in
        for (code, count) in diagnostics.sorted(by: { $0.key < $1.key }) {
          json.key(code)
          json.integer(count)
        }
      }
    }
    return json.bytes + [0x0A]
  }
}
