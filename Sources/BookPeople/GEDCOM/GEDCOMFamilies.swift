import BookLanguage
import BookModel

/// Who is whose parent, child and spouse in a family tree.
struct GEDCOMFamilies {
  private var parents: [String: [String]] = [:]
  private var children: [String: [String]] = [:]
  private var spouses: [String: [String]] = [:]

  init(_ tree: GEDCOMTree) {
    for record in tree.records where tree.nodes[record].tag == "FAM" {
      let couple =
        tree.children(record, "HUSB").map(\.value) + tree.children(record, "WIFE").map(\.value)
      let young = tree.children(record, "CHIL").map(\.value)
      for one in couple {
        spouses[one, default: []] += couple.filter { $0 != one }
        children[one, default: []] += young
      }
      for child in young { parents[child, default: []] += couple }
    }
  }

  /// The nearest relation of everyone within two generations of a person.
  func relations(to me: String) -> [(String, PeopleWords.Kinship)] {
    var result: [(String, PeopleWords.Kinship)] = []
    var seen: Set<String> = [me]
    func add(_ people: [String], _ relation: PeopleWords.Kinship) {
      for person in people where seen.insert(person).inserted { result.append((person, relation)) }
    }
    func all(_ people: [String], _ table: [String: [String]]) -> [String] {
      people.flatMap { table[$0] ?? [] }
    }
    let mine = parents[me] ?? []
    let siblings = all(mine, children).filter { $0 != me }
    let grandparents = all(mine, parents)
    let uncles = all(grandparents, children).filter { !mine.contains($0) }
    add(spouses[me] ?? [], .spouse)
    add(mine, .parent)
    add(children[me] ?? [], .child)
    add(siblings, .sibling)
    add(grandparents, .grandparent)
    add(all(children[me] ?? [], children), .grandchild)
    add(uncles, .auntOrUncle)
    add(all(siblings, children), .nieceOrNephew)
    add(all(uncles, children), .cousin)
    return result
  }
}

extension PeopleWords.Kinship {
  /// The registry's word for it.
  func word(_ gender: Gender?) -> String {
    switch gender {
    case .female: words.female
    case .male: words.male
    default: words.either
    }
  }
}
