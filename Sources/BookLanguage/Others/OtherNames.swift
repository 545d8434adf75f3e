// Words of names of languages that have no folder, known in every book: Italian and Portuguese
// titles, Dutch, Scandinavian, Italian, Portuguese and Arabic particles.
extension PeopleWords {
  static let otherSameTitles = "signor=signore"
  static let otherTitlesBeforeGiven = "fra dom"
  static let otherTitlesBeforeEither = "signorina"
  static let otherParticles = Particles(
    joined: "van der den ter di da della do dos af av al bin ibn", dropped: "van ter ten te af av",
    capital: "Van Ter Di Da Della")
}
