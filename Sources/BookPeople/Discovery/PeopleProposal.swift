package import BookModel

// What `bookc scan people` proposes: people found, as entries ready for people.yaml. Text leaves;
// the author's file is only ever added to.

/// The people found as YAML that can be appended to people.yaml, most often named first.
///
/// Each entry has a comment with its count and one line of context; what is named but once and with
/// little confidence is left out.
package func registryProposal(
  _ discovery: PeopleDiscovery, in chapters: [ParsedChapter]
) -> String {
  var taken: Set<String> = []
  var text = ""
  let order = discovery.people.indices.sorted {
    let (one, two) = (discovery.people[$0].count, discovery.people[$1].count)
    return one != two ? one > two : $0 < $1
  }
  for index in order where !discovery.people[index].isFamilyGroup {
    let person = discovery.people[index]
    let surest = person.first.map { discovery.mentions[$0].confidence }.max() ?? 0
    if person.count == 1, surest < 0.6 { continue }
    if let literal = person.name.literal, isTitleAlone(literal) { continue }
    text += entry(person, discovery, chapters, &taken)
  }
  return text
}

/// `Lord`, `Captain`: somebody, but not by name.
private func isTitleAlone(_ literal: String) -> Bool {
  literal.split(separator: " ").allSatisfy { word in
    let folded = foldedWord(word.utf8)
    let classes = folded.withUnsafeBufferPointer { wordFacts($0).classes }
    return title(String(decoding: folded, as: UTF8.self), classes) != nil
  }
}

/// One person as an entry with a comment.
private func entry(
  _ person: PeopleDiscovery.FoundPerson, _ discovery: PeopleDiscovery, _ chapters: [ParsedChapter],
  _ taken: inout Set<String>
) -> String {
  let name = person.name
  var proposal = RegistryProposal(id: freeID(person, &taken), name: name)
  let mentions = "\(person.count) \(person.count == 1 ? "mention" : "mentions")"
  let first = person.first.first.map { context(discovery.mentions[$0], chapters) }
  proposal.comment = "\(proposal.id): \(mentions)" + (first.map { ", first: \($0)" } ?? "")
  if person.gender != .either { proposal.gender = person.gender == .male ? .male : .female }
  let own: Set<String> = [
    [name.given, name.family].compactMap { $0 }.joined(separator: " "),
    name.literal ?? "", name.family ?? "", name.given ?? "",
    [name.prefix, name.given, name.family].compactMap { $0 }.joined(separator: " "),
    [name.prefix, name.family].compactMap { $0 }.joined(separator: " "),
  ]
  let others = person.forms.map(\.text).filter { !own.contains($0) && $0 != $0.uppercased() }
  proposal.aliases = others.prefix(12).map { NameAlias(text: $0) }
  return proposal.yaml
}

/// A slug of the name, numbered when it is taken.
private func freeID(
  _ person: PeopleDiscovery.FoundPerson, _ taken: inout Set<String>
) -> String {
  let name = person.name
  var words = [name.given, name.family].compactMap { $0 }.joined(separator: " ")
  if name.given == nil, let family = name.family {
    words = [name.prefix, family].compactMap { $0 }.joined(separator: " ")
  }
  if words.isEmpty { words = name.literal ?? person.heading }
  let slug = FoldedName.slug(words)
  let base = slug.isEmpty ? "person" : slug
  var id = base
  var number = 2
  while !taken.insert(id).inserted {
    id = "\(base)-\(number)"
    number += 1
  }
  return id
}

/// The words around a mention, on one line.
private func context(_ mention: PeopleDiscovery.Mention, _ chapters: [ParsedChapter]) -> String {
  let chapter = chapters[mention.chapter]
  let leaf = mention.prose < chapter.prose.count ? chapter.prose[mention.prose].text : mention.range
  var start = max(leaf.lowerBound, mention.range.lowerBound - 40)
  var end = min(leaf.upperBound, mention.range.upperBound + 40)
  while start > leaf.lowerBound, start < mention.range.lowerBound, chapter.text[start - 1] != 32 {
    start += 1
  }
  while end < leaf.upperBound, end > mention.range.upperBound, chapter.text[end] != 32 { end -= 1 }
  guard start < end else { return oneLine(chapter.string(mention.range)) }
  let words = oneLine(chapter.string(start..<end))
  return (start > leaf.lowerBound ? "…" : "") + words + (end < leaf.upperBound ? "…" : "")
}
