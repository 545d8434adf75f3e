import BookDiagnostics
import BookModel

/// Who came, went, is called otherwise, or is named in other places.
///
/// Places are compared paragraph by paragraph along what stayed, so that a paragraph put in before
/// them is no change.
func peopleChanges(
  _ oldOutline: Outline, _ newOutline: Outline, _ links: PassageLinks
) -> [PersonChange] {
  let (old, new) = (oldOutline.book, newOutline.book)
  let was = MentionTable(old, links.old)
  let now = MentionTable(new, links.new)
  var partner = samePeople(old.people.people, new.people.people)
  let claimed = Set(partner.compactMap { $0 })
  matchByPlaces(&partner, claimed, was, now, links)
  var changes: [PersonChange] = []
  for (index, person) in new.people.people.enumerated() {
    let former = partner[index].map { old.people.people[$0] }
    let places = placeChanges(
      former == nil ? [:] : was.counts[partner[index] ?? 0], now.counts[index], links, oldOutline,
      newOutline)
    var fate = PersonChange.Fate.added
    if let former {
      fate =
        former.heading == person.heading && former.id == person.id
        ? .kept : .renamed(from: former.heading, id: former.id)
    }
    if fate == .kept, places.come.isEmpty, places.gone.isEmpty { continue }
    changes.append(
      PersonChange(
        id: person.id, heading: person.heading, fate: fate, namedIn: places.come,
        goneFrom: places.gone,
        mentions: Change(
          old: partner[index].map { was.total($0) } ?? 0, new: now.total(index))))
  }
  let stayed = Set(partner.compactMap { $0 })
  for (index, person) in old.people.people.enumerated() where !stayed.contains(index) {
    let places = placeChanges(was.counts[index], [:], links, oldOutline, newOutline)
    changes.append(
      PersonChange(
        id: person.id, heading: person.heading, fate: .gone, namedIn: [], goneFrom: places.gone,
        mentions: Change(old: was.total(index), new: 0)))
  }
  return changes.sorted { ($0.heading, $0.id) < ($1.heading, $1.id) }
}

/// How often each person is named in each passage.
private struct MentionTable {
  var counts: [[PassagePlace: Int]]

  init(_ annotated: AnnotatedBook, _ readings: [ChapterReading]) {
    counts = annotated.people.people.map { _ in [:] }
    for mention in annotated.people.mentions where counts.indices.contains(mention.person) {
      guard readings.indices.contains(mention.chapter),
        readings[mention.chapter].passageOfProse.indices.contains(mention.prose)
      else { continue }
      let passage = Int(readings[mention.chapter].passageOfProse[mention.prose])
      if passage >= 0 {
        counts[mention.person][
          PassagePlace(chapter: mention.chapter, passage: passage), default: 0] += 1
      }
    }
  }

  func total(_ person: Int) -> Int { counts[person].values.reduce(0, +) }
}

/// For every new person the old one with the same id, else with the same heading.
private func samePeople(_ old: [Person], _ new: [Person]) -> [Int?] {
  let byID = Dictionary(old.enumerated().map { ($1.id, $0) }) { first, _ in first }
  var partner = new.map { byID[$0.id] }
  let taken = Set(partner.compactMap { $0 })
  var byHeading: [String: Int] = [:]
  for (index, person) in old.enumerated() where !taken.contains(index) {
    byHeading[person.heading] = byHeading[person.heading] ?? index
  }
  for (index, person) in new.enumerated() where partner[index] == nil {
    partner[index] = byHeading.removeValue(forKey: person.heading)
  }
  return partner
}

/// People of another id and heading who stand in the same places are the same, renamed.
private func matchByPlaces(
  _ partner: inout [Int?], _ claimed: Set<Int>, _ was: MentionTable, _ now: MentionTable,
  _ links: PassageLinks
) {
  let lost = was.counts.indices.filter { !claimed.contains($0) && !was.counts[$0].isEmpty }
  let come = partner.indices.filter { partner[$0] == nil && !now.counts[$0].isEmpty }
  if lost.isEmpty || come.isEmpty { return }
  var owners: [PassagePlace: [Int]] = [:]
  for person in lost {
    for place in was.counts[person].keys {
      if let home = links.homeOfOld[place.chapter][place.passage] {
        owners[home, default: []].append(person)
      }
    }
  }
  var taken: Set<Int> = []
  for person in come {
    var hits: [Int: Int] = [:]
    for place in now.counts[person].keys {
      for owner in owners[place] ?? [] where !taken.contains(owner) { hits[owner, default: 0] += 1 }
    }
    let best = hits.max { ($0.value, $1.key) < ($1.value, $0.key) }
    let size = { (count: Int) in max(count, now.counts[person].count) }
    if let best, best.value * 3 >= size(was.counts[best.key].count) * 2 {
      partner[person] = best.key
      taken.insert(best.key)
    }
  }
}

private func placeChanges(
  _ was: [PassagePlace: Int], _ now: [PassagePlace: Int], _ links: PassageLinks,
  _ old: Outline, _ new: Outline
) -> (come: [PersonChange.Place], gone: [PersonChange.Place]) {
  // Both counted where the new book has them; what has no place there is gone.
  var balance: [PassagePlace: Int] = [:]
  var homes: [PassagePlace: PassagePlace] = [:]
  var gone: [(PassagePlace, Int)] = []
  for (place, count) in was {
    if let home = links.homeOfOld[place.chapter][place.passage] {
      balance[home, default: 0] -= count
      homes[home] = min(homes[home] ?? place, place)
    } else {
      gone.append((place, count))
    }
  }
  for (place, count) in now { balance[firstOfEdit(place, links), default: 0] += count }
  var come: [(PassagePlace, Int)] = []
  for (place, count) in balance {
    if count > 0 { come.append((place, count)) }
    if count < 0, let origin = homes[place] { gone.append((origin, -count)) }
  }
  return (
    come.sorted { $0.0 < $1.0 }.map { named($0, new, links.new) },
    gone.sorted { $0.0 < $1.0 }.map { named($0, old, links.old) }
  )
}

/// The first passage of a divided paragraph stands for all of them.
private func firstOfEdit(_ place: PassagePlace, _ links: PassageLinks) -> PassagePlace {
  guard let origin = links.homeOfNew[place.chapter][place.passage] else { return place }
  return links.homeOfOld[origin.chapter][origin.passage] ?? place
}

extension PassagePlace: Comparable {
  package static func < (a: PassagePlace, b: PassagePlace) -> Bool {
    (a.chapter, a.passage) < (b.chapter, b.passage)
  }
}

private func named(
  _ place: (PassagePlace, Int), _ outline: Outline, _ readings: [ChapterReading]
) -> PersonChange.Place {
  let chapter = outline.book.book.chapters[place.0.chapter]
  let prose = readings[place.0.chapter].passages[place.0.passage].prose
  return PersonChange.Place(
    chapter: outline.chapters[place.0.chapter].title,
    paragraph: chapter.prose.indices.contains(prose) ? chapter.prose[prose].paragraph : 0,
    count: place.1)
}
