import BookModel

/// Pairs of people found beside the registry whose full names differ in one word, and there by one
/// slip or not in sound, the rarer of the two first.
///
/// Two names that are usual and sound otherwise are two people's.
func foundSpeltAlike(_ annotation: PeopleAnnotation) -> [(person: Int, usual: Int)] {
  let unregistered = annotation.people.indices.filter {
    !annotation.isRegistered($0) && annotation.people[$0].display.contains(" ")
  }
  var bearers: [Substring: Int] = [:]
  for person in unregistered {
    for word in nameWords(annotation.people[person].display) { bearers[word, default: 0] += 1 }
  }
  let found = unregistered.filter { person in
    nameWords(annotation.people[person].display).allSatisfy { bearers[$0]! <= mostBearers }
  }
  if found.count > mostCompared { return [] }
  let near = NearNames(found.map { annotation.people[$0].display })
  let named = annotation.named
  var pairs: [(person: Int, usual: Int)] = []
  for (number, person) in found.enumerated() {
    for name in near.resembling(annotation.people[person].display, but: number)
    where number < name.registered && !Spelling.areTwoNames(name.word, name.resembles) {
      // Miss Hodge and Miss Dodge: where only a family name tells them, one letter within it may.
      guard !isTitled(annotation.people[person].display) || isOneLetterWithin(name) else {
        continue
      }
      let other = found[name.registered]
      pairs.append(
        named[person].count > named[other].count ? (other, person) : (person, other))
    }
  }
  return pairs
}

/// Of more people nobody reads who is nearly called like whom.
private let mostCompared = 3000

/// Among more people of one family or one given name, nearly equal names are no slip, and to compare
/// each with each takes the square of their number.
private let mostBearers = 100

/// The words of a name that are no title.
private func nameWords(_ display: String) -> [Substring] {
  display.split(separator: " ").filter { Honorific.written($0) == nil }
}

/// Whether nothing but a title stands before the last word.
private func isTitled(_ display: String) -> Bool {
  display.split(separator: " ").dropLast().allSatisfy { Honorific.written($0) != nil }
}

private func isOneLetterWithin(_ pair: ResemblingName) -> Bool {
  pair.word.first == pair.resembles.first
    && isOneSlip(Array(pair.word.utf8), Array(pair.resembles.utf8))
}
