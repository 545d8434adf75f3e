import BookLanguage
import BookModel

/// Whom of the registry a name found may mean, told by its words alone.
///
/// An entry claims its own name in full, always: that is why nobody who was found and then written
/// into people.yaml is found once more beside the entry.
struct RegistryClaims {
  /// Who has a claim to some words.
  enum Claim: Equatable {
    case person(Int)
    /// One of several; or, as the author says, nobody.
    case somebody
    case nobody
  }

  private let forms: [RegistryForm]
  private let profiles: [PersonProfile]
  private var byText: [[UInt8]: [Int]] = [:]
  /// By the family name and a letter that a given name, or a name it is short for, begins with.
  private var byFamily: [String: [UInt8: [Int]]] = [:]
  private let ignored: Set<String>
  // Each spelling is judged once.
  private var known: [String: Claim] = [:]

  init(_ registry: Registry) {
    forms = FormGenerator(registry).forms
    profiles = registry.people.map { PersonProfile($0, scope: nil, isNarrator: false) }
    ignored = Set(registry.ignored.map { $0.lowercased() })
    for (index, form) in forms.enumerated() {
      byText[FoldedBytes.form(form.text), default: []].append(index)
    }
    for (index, profile) in profiles.enumerated() where !profile.family.isEmpty {
      for letter in Set((profile.givens + profile.nicknames).flatMap(Self.letters)) {
        let known = byFamily[profile.family]?[letter]?.count ?? 0
        guard known < Self.mostBearers else { continue }
        byFamily[profile.family, default: [:]][letter, default: []].append(index)
      }
    }
  }

  /// Of one family and one letter; the registry of a parish has some dozens, and to compare each name
  /// with more would take the square of their number.
  private static let mostBearers = 64

  /// What a given name and those that it may be short for begin with.
  private static func letters(_ given: String) -> [UInt8] {
    let name = Array(given.utf8)
    return ([name] + fullNames(of: name)).compactMap(\.first)
  }

  /// The claim to a name as it stands, with its titles.
  mutating func claim(to words: String) -> Claim {
    if forms.isEmpty { return .nobody }
    if let claim = known[words] { return claim }
    let claim = judged(words)
    known[words] = claim
    return claim
  }

  private func judged(_ words: String) -> Claim {
    let bare = FormGenerator.withoutTitles(FormGenerator.normalised(words))
    if ignored.contains(words.lowercased()) || ignored.contains(bare.lowercased()) {
      return .somebody
    }
    let people = claimants(of: words)
    guard let first = people.first else { return .nobody }
    return people.allSatisfy { $0 == first } ? .person(first) : .somebody
  }

  /// Everyone whose whole name a name is, or one that the author lists: a given or a family name
  /// alone, which many share, claims nothing here.
  func namesakes(of words: String) -> [Int] {
    let text = FormGenerator.normalised(words)
    let bare = FormGenerator.withoutTitles(text)
    let titles = Honorific.all(in: String(text.dropLast(bare.count)))
    let named = [text, bare].flatMap { byText[FoldedBytes.form($0)] ?? [] }
      .flatMap { forms[$0].bearers }.filter { $0.kind <= .nickname && fits($0, titles) }
    return named.map(\.person) + bearersOfFamily(bare, titles)
  }

  /// Everyone who may be called by a name as it stands, with its titles.
  func claimants(of words: String) -> [Int] {
    let text = FormGenerator.normalised(words)
    let bare = FormGenerator.withoutTitles(text)
    let titles = Honorific.all(in: String(text.dropLast(bare.count)))
    for words in Set([text, bare]).sorted(by: { $0.utf8.count > $1.utf8.count }) {
      let people = (byText[FoldedBytes.form(words)] ?? []).flatMap { forms[$0].bearers }
        .filter { fits($0, titles) }.map(\.person)
      if !people.isEmpty { return people }
    }
    return bearersOfFamily(bare, titles)
  }

  private func fits(_ bearer: RegistryForm.Bearer, _ titles: [Honorific]) -> Bool {
    let profile = profiles[bearer.person]
    if contradicts(profile, titles) { return false }
    // "Captain John" is no John Berg, "Miss Ann" may be Ann.
    let isOffice = titles.contains { $0.kind == .rank || $0.kind == .office }
    return bearer.kind != .given && bearer.kind != .short || !isOffice
      || titles.allSatisfy { profile.titles.contains($0.name) }
  }

  private func contradicts(_ profile: PersonProfile, _ titles: [Honorific]) -> Bool {
    guard let gender = profile.gender, gender != .other else { return false }
    return titles.contains { title in title.gender.map { $0 != gender } ?? false }
  }

  // "Thos. Smith" where Thomas Smith is registered.
  private func bearersOfFamily(_ bare: String, _ titles: [Honorific]) -> [Int] {
    let words = bare.split(separator: " ").map(String.init)
    for count in [1, 2, 3] where count < words.count {
      let family = words.suffix(count).joined(separator: " ").lowercased()
      guard let ofFamily = byFamily[family], let first = words.first?.lowercased() else { continue }
      let near = Set(Self.letters(first).flatMap { ofFamily[$0] ?? [] }).sorted()
      let people = near.filter { person in
        let profile = profiles[person]
        guard !contradicts(profile, titles) else { return false }
        switch profile.fit(Array(words.dropLast(count))) {
        case .same, .initials: return true
        case .unknown, .contrary: return false
        }
      }
      if !people.isEmpty { return people }
    }
    return []
  }
}
