import BookDiagnostics
import BookDisk
import BookManuscript
package import BookModel
import BookPeople
import BookReports
import BookTime

/// The events of a book or a file that are worth a row of its chronology, in chronological order; asked
/// to write, it confirms those that bookc is sure of in chronology.yaml.
package func scanEvents(
  _ request: ScanRequest, in surroundings: Surroundings
) async throws(BuildFailure) -> ScanOutcome {
  let restored = request.restored()
  var text = try await ScannedText(request, in: surroundings)
  // What is asked about in a build is shown here all the same.
  if text.book.metadata.chronology.found == .off { text.book.metadata.chronology.found = .ask }
  if request.findsAll {
    let happenings = await happenings(in: text.book, jobs: surroundings.jobs)
    let wanted = Set(text.chapters)
    return ScanOutcome(
      output: happeningsJSON(happenings.filter { wanted.contains($0.chapter) }, text.book),
      diagnostics: DiagnosticList(text.diagnostics, sources: text.book.sources))
  }
  let people = await annotatePeople(in: text.book, jobs: surroundings.jobs)
  let time = await annotateTime(in: text.book, people: people.value, jobs: surroundings.jobs).value
  let wanted = Set(text.chapters)
  let found = (time.events.filter { $0.origin == .found } + time.proposed)
    .filter { $0.place.map { wanted.contains($0.chapter) } ?? false }
    .sorted { ($0.isSure ? 0 : 1) < ($1.isSure ? 0 : 1) }
  let output: [UInt8]
  if request.writes {
    output = try confirm(found.filter(\.isSure), for: request)
  } else {
    switch request.format {
    case .json: output = eventsJSON(found, text.book, people.value)
    case .yaml: output = Array(chronologyProposal(found, in: text.book).utf8)
    case .text: output = Array(eventsInWords(found, in: text.book).utf8)
    }
  }
  return ScanOutcome(
    output: output, diagnostics: DiagnosticList(text.diagnostics, sources: text.book.sources),
    restored: restored)
}

/// Adds events to chronology.yaml; a file that has them all stays.
private func confirm(
  _ events: [Event], for request: ScanRequest
) throws(BuildFailure) -> [UInt8] {
  let folder = request.book ?? request.path
  guard DiskWorkspace.isFolder(folder) else {
    throw .usage("--write needs a book: name its folder with --book")
  }
  let old = String(
    decoding: (try? DiskWorkspace(root: folder).read("chronology.yaml")) ?? [], as: UTF8.self)
  let new = appendToChronology(old, events: events)
  if new == old { return Array("nothing new for \(folder)/chronology.yaml\n".utf8) }
  try AtomicOutput(folder: folder, holdsAuthorsWork: true).write([
    Artifact(path: "chronology.yaml", bytes: Array(new.utf8))
  ])
  return Array("chronology.yaml written in \(folder)\n".utf8)
}

private func eventsJSON(
  _ events: [Event], _ book: Book, _ people: PeopleAnnotation
) -> [UInt8] {
  let places = PlaceTables(book, for: events.compactMap { $0.place?.chapter })
  var json = JSONWriter(indents: false)
  json.object { json in
    json.key("events")
    json.array { json in
      for event in events {
        guard let place = event.place else { continue }
        json.object { json in
          places.writeOffsets(place.chapter, place.range, &json)
          json.key("trigger")
          json.object { json in
            places.writeOffsets(place.chapter, event.trigger ?? place.range, &json)
          }
          json.key("title")
          json.string(event.title)
          json.dating(event)
          json.key("grade")
          json.string(event.isSure ? "print" : "propose")
          json.key("people")
          json.strings(
            event.people.map { people.people[$0] }.filter { $0.privacy != .hidden }.map(\.id))
        }
      }
    }
  }
  return json.bytes + [0x0A]
}

private func happeningsJSON(_ happenings: [ToldHappening], _ book: Book) -> [UInt8] {
  let places = PlaceTables(book, for: happenings.map(\.chapter))
  var json = JSONWriter(indents: false)
  json.object { json in
    json.key("events")
    json.array { json in
      for happening in happenings {
        json.object { json in
          places.writeOffsets(happening.chapter, happening.clause, &json)
          json.key("trigger")
          json.object { json in
            places.writeOffsets(happening.chapter, happening.trigger, &json)
          }
        }
      }
    }
  }
  return json.bytes + [0x0A]
}
