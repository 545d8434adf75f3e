import BookModel

/// What came into the chronology, left it, was dated or told otherwise.
func eventChanges(
  _ old: AnnotatedBook, _ new: AnnotatedBook, _ links: PassageLinks
) -> [EventChange] {
  let (was, now) = (old.time.events, new.time.events)
  var partner = [Int?](repeating: nil, count: now.count)
  var isTaken = [Bool](repeating: false, count: was.count)
  /// Pairs events with equal keys, in order.
  func pair<Key: Hashable>(_ oldKey: (Event) -> Key?, _ newKey: (Event) -> Key?) {
    var waiting: [Key: [Int]] = [:]
    for index in was.indices.reversed() where !isTaken[index] {
      if let key = oldKey(was[index]) { waiting[key, default: []].append(index) }
    }
    if waiting.isEmpty { return }
    for index in now.indices where partner[index] == nil {
      if let key = newKey(now[index]), let other = waiting[key]?.popLast() {
        partner[index] = other
        isTaken[other] = true
      }
    }
  }
  // An id may be made from words or from a count: it counts alone only when nothing else fits.
  pair({ [$0.id, $0.title] }, { [$0.id, $0.title] })
  pair(
    { event in home(event, links).map { PlacedTitle(place: $0, title: event.title) } },
    { event in place(event, links.new).map { PlacedTitle(place: $0, title: event.title) } })
  pair({ [$0.title, $0.edtf?.description ?? ""] }, { [$0.title, $0.edtf?.description ?? ""] })
  pair({ $0.id }, { $0.id })
  var changes: [EventChange] = []
  for (index, event) in now.enumerated() {
    let former = partner[index].map { was[$0] }
    let date = Change(old: former.flatMap(when), new: when(event))
    let fate: EventChange.Fate
    if let former {
      if date.old != date.new {
        fate = .redated
      } else if former.title != event.title {
        fate = .retitled
      } else {
        continue
      }
    } else {
      fate = .added
    }
    changes.append(
      EventChange(
        id: event.id, title: event.title, fate: fate, date: date,
        formerTitle: former.flatMap { $0.title == event.title ? nil : $0.title }))
  }
  for (index, event) in was.enumerated() where !isTaken[index] {
    changes.append(
      EventChange(
        id: event.id, title: event.title, fate: .gone, date: Change(old: when(event), new: nil),
        formerTitle: nil))
  }
  return changes
}

private struct PlacedTitle: Hashable {
  var place: PassagePlace
  var title: String
}

private func place(_ event: Event, _ readings: [ChapterReading]) -> PassagePlace? {
  guard let place = event.place, readings.indices.contains(place.chapter),
    readings[place.chapter].passageOfProse.indices.contains(place.prose)
  else { return nil }
  let passage = Int(readings[place.chapter].passageOfProse[place.prose])
  return passage < 0 ? nil : PassagePlace(chapter: place.chapter, passage: passage)
}

/// Where an old event's passage is in the new book.
private func home(_ event: Event, _ links: PassageLinks) -> PassagePlace? {
  place(event, links.old).flatMap { links.homeOfOld[$0.chapter][$0.passage] }
}

/// EDTF, or the bounds where there is none.
private func when(_ event: Event) -> String? {
  if let edtf = event.edtf { return edtf.description }
  switch (event.earliest, event.latest) {
  case (nil, nil): return nil
  case (let a, let b): return "\(a?.iso ?? "..")/\(b?.iso ?? "..")"
  }
}
