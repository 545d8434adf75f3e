import BookModel

// How a person who was found is called.

/// Makes the people from their groups and mentions.
func describe(
  _ groups: [GroupedPerson], _ mentions: [PeopleDiscovery.Mention], _ chapters: [ParsedChapter]
) -> [PeopleDiscovery.FoundPerson] {
  var forms = [[String: Int]](repeating: [:], count: groups.count)
  var order = [[String]](repeating: [], count: groups.count)
  var first = [[Int]](repeating: [], count: groups.count)
  var count = [Int](repeating: 0, count: groups.count)
  for (index, mention) in mentions.enumerated() {
    let text = oneLine(chapters[mention.chapter].string(mention.range))
    if forms[mention.person][text] == nil { order[mention.person].append(text) }
    forms[mention.person][text, default: 0] += 1
    count[mention.person] += 1
    if first[mention.person].count < 5 { first[mention.person].append(index) }
  }
  return groups.indices.map { index in
    let listed = order[index].enumerated().sorted {
      let (one, two) = (forms[index][$0.element] ?? 0, forms[index][$1.element] ?? 0)
      return one != two ? one > two : $0.offset < $1.offset
    }
    let all = listed.map {
      PeopleDiscovery.Form(text: $0.element, count: forms[index][$0.element] ?? 0)
    }
    return PeopleDiscovery.FoundPerson(
      name: PersonName(), heading: all.first?.text ?? "", forms: all, count: count[index],
      first: first[index], gender: groups[index].gender, isFamilyGroup: groups[index].isFamilyGroup)
  }
}

/// A name that ran over the end of a line, on one.
func oneLine(_ text: String) -> String {
  guard text.utf8.contains(10) else { return text }
  return text.split(whereSeparator: { $0 == "\n" || $0 == " " }).joined(separator: " ")
}
