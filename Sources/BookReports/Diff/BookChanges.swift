import BookDiagnostics
import BookModel

/// What book.yaml says otherwise.
func bookChanges(_ old: BookMetadata, _ new: BookMetadata) -> [FieldChange] {
  func people(_ metadata: BookMetadata) -> String? {
    let names = metadata.contributors.map {
      $0.role == "aut" ? $0.name : "\($0.name) (\($0.role))"
    }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }
  func series(_ metadata: BookMetadata) -> String? {
    metadata.series.map { $0.name + ($0.position.map { ", \($0)" } ?? "") }
  }
  func subjects(_ metadata: BookMetadata) -> String? {
    metadata.subjects.isEmpty ? nil : metadata.subjects.map(\.name).joined(separator: ", ")
  }
  return differing([
    ("title", old.title, new.title), ("subtitle", old.subtitle, new.subtitle),
    ("contributors", people(old), people(new)), ("language", old.language, new.language),
    ("identifier", old.identifier, new.identifier), ("isbn", old.isbn, new.isbn),
    ("date", old.date?.text, new.date?.text), ("publisher", old.publisher, new.publisher),
    ("rights", old.rights, new.rights), ("description", old.description, new.description),
    ("subjects", subjects(old), subjects(new)), ("series", series(old), series(new)),
    ("cover", old.cover?.path, new.cover?.path), ("theme", old.theme, new.theme),
    ("trim", old.trim?.string, new.trim?.string),
  ])
}

/// What a chapter's header says otherwise.
func headerChanges(_ old: ParsedChapter, _ new: ParsedChapter) -> [FieldChange] {
  let (was, now) = (old.header, new.header)
  return differing([
    ("title", was.title, now.title), ("number", was.ordinal, now.ordinal),
    ("part", was.part, now.part), ("volume", was.volume, now.volume),
    ("date", was.date?.text, now.date?.text), ("role", was.role?.rawValue, now.role?.rawValue),
    ("matter", was.matter.rawValue, now.matter.rawValue),
  ])
}

private func differing(_ fields: [(String, String?, String?)]) -> [FieldChange] {
  fields.compactMap { name, old, new in
    old == new ? nil : FieldChange(name: name, old: old, new: new)
  }
}

/// Pictures that came, went, or whose file is another.
func pictureChanges(_ old: [PublicationImage], _ new: [PublicationImage]) -> [PictureChange] {
  let was = Dictionary(old.map { ($0.path, $0.bytes) }) { first, _ in first }
  let now = Dictionary(new.map { ($0.path, $0.bytes) }) { first, _ in first }
  return Set(was.keys).union(now.keys).sorted().compactMap { path in
    switch (was[path], now[path]) {
    case (nil, _?): PictureChange(path: path, fate: .added)
    case (_?, nil): PictureChange(path: path, fate: .gone)
    case (let a?, let b?): a == b ? nil : PictureChange(path: path, fate: .changed)
    case (nil, nil): nil
    }
  }
}
