import BookTestSupport
import Testing

@testable import BookPeople

/// Kinds of names that go to the wrong bearer easily: each is told by what the book says, else asked.
@Suite("Who is not meant") struct WrongBearerTests {
  private static func entry(_ id: String, _ name: String, _ more: String = "") -> String {
    "- id: \(id)\n  name: { \(name) }\n\(more)"
  }

  private static let colonel = entry("colonel", "prefix: Colonel, given: John, family: Berg")
  private static let paul = entry("paul", "given: Paul, family: Berg")

  @Test("the colonel is not called John, though he alone is near") func rank() async throws {
    try await expectNames(
      people: Self.colonel + Self.entry("john", "given: John, family: Holm"),
      "# A\n\n{John Holm=john} was young.\n",
      "# B\n\n{Colonel Berg=colonel} had three sons, {John?colonel,john}, Anders and Niels.\n")
  }

  @Test("of two of one name nearness chooses none; a rank is the elder's") func namesakes()
    async throws
  {
    let two =
      Self.entry("uncle", "given: George, family: Berg", "  roles: [uncle]\n")
      + Self.entry("cousin", "given: George, family: Berg", "  roles: [cousin]\n")
    try await expectNames(
      people: two,
      "# A\n\n{My uncle George Berg=uncle} came in. Then {George Berg?cousin,uncle} sat down.\n"
        .replacing("{My uncle ", with: "My uncle {"))
    let generations =
      Self.entry("old", "given: Henry, family: Holm", "  roles: [miller]\n")
      + Self.entry("son", "given: Henry, family: Holm", "  roles: [son]\n")
    try await expectNames(
      people: generations,
      "# A\n\nWe met {Captain Henry Holm=old} there. {Captain Holm=old} sang.\n")
  }

  @Test("who is known as Mrs. alone is not called by the family name") func mrs() async throws {
    try await expectNames(
      people: Self.entry("mrs", "prefix: Mrs., family: Berg") + Self.paul,
      "# A\n\n{Paul Berg=paul} wrote. {Mrs. Berg=mrs} sang, and {Berg=paul} laughed.\n")
  }

  @Test("a hall, a lane and a river are nobody of that name") func places() async throws {
    try await expectNames(
      people: Self.entry("hall", "prefix: Mrs., family: Hall"),
      "# A\n\nWe saw {Mrs. Hall=hall} in Westminster Hall, and went to Fox Hall again.\n")
  }

  @Test("one of the family beside a given name tells whose it is") func company() async throws {
    try await expectNames(
      people: Self.entry("henry", "given: Henry, family: Berg")
        + Self.entry("other", "given: Henry, family: Holm")
        + Self.entry("niels", "given: Niels, family: Berg"),
      """
      # A

      {Henry Berg=henry} came with {Henry Holm=other} and {Niels Berg=niels}.

      In the end {Henry=henry} and {Niels=niels} stayed.

      """)
  }

  @Test("a listed name is taken by nobody who merely has it for a part of his") func listed()
    async throws
  {
    try await expectNames(
      people: Self.entry("one", "given: Niels, family: Holm", "  aliases: [Holm]\n")
        + Self.entry("two", "given: Jens, family: Holm"),
      "# A\n\nOld {Jens Holm=two} kept the shop. {Holm?one,two} was rich.\n")
  }

  @Test("who says I is meant where others call him") func called() async throws {
    try await expectNames(
      people: Self.entry("me", "given: Frederick, family: Berg")
        + Self.entry("other", "given: Frederick, family: Holm"),
      """
      # A

      I met {Frederick Holm=other} once.

      They shouted all day. “{Fred=me}, come here!” “Come on, {Fred=me}!” They called me “{Fred=me}”.

      """, yaml: "narrator: { person: me }\npeople: { found: ask }\n")
  }

  @Test("a title of no known bearer chooses nobody among several, nor does it for the next words")
  func openTitle() async throws {
    try await expectNames(
      people: Self.paul + Self.entry("jens", "given: Jens, family: Berg"),
      "# A\n\n{Jens Berg=jens} came. We saw {General Berg?jens,paul}, and {Berg?jens,paul} bowed.\n"
    )
  }

  @Test("a title before a name with an apostrophe is no name by itself") func apostrophe()
    async throws
  {
    try await expectNames(
      people: Self.entry("hugh", "given: Hugh, family: Berg", "  aliases: [Mr.]\n")
        + Self.entry("other", "prefix: Mr., family: M'Durmond"),
      "# A\n\n{Hugh Berg=hugh} hired {Mr. M’Durmond=other} then.\n")
  }
}
