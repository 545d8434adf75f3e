import BookModel
import BookWords

/// The different forms of the names found.
struct NumberedForms {
  private(set) var forms: [FoundForm] = []
  /// The number of each name's form.
  private(set) var ofName: [Int] = []
  /// What the bearers of names in full are to the narrator, by form, as the first place tells.
  private(set) var kin: [Int: String] = [:]
  /// The name in full beside which one in quotation marks stands: `George Lauder ("Dod")`.
  private(set) var bynames: [Int: Int] = [:]
  private var numbers: [FoundForm: Int] = [:]

  init(_ scan: BookScan, _ parser: NameParser, _ grouper: PersonGrouper) {
    let reader = KinBeside(words: scan.words)
    var last: FoundName?
    for name in scan.names {
      let chapter = scan.chapters[name.chapter]
      var form = parser.form(of: name, chapter.tokens)
      var told: String?
      if form.isGivenAlone || form.isInFull {
        told = reader.term(beside: name.tokens, in: chapter.leaf(name.leaf))
        // A grandfather of the narrator's own name is another.
        if form.isGivenAlone || told != nil && grouper.isNarrators(form) { form.kin = told }
      }
      let number = number(of: form)
      if form.isInFull, form.kin == nil, let told, kin[number] == nil { kin[number] = told }
      if let last, last.chapter == name.chapter, last.leaf == name.leaf, let former = ofName.last {
        noteByname(number, name, after: former, last, chapter.tokens)
      }
      ofName.append(number)
      last = name
    }
  }

  private mutating func number(of form: FoundForm) -> Int {
    if let number = numbers[form] { return number }
    numbers[form] = forms.count
    forms.append(form)
    return forms.count - 1
  }

  private mutating func noteByname(
    _ number: Int, _ name: FoundName, after former: Int, _ last: FoundName, _ tokens: [WordToken]
  ) {
    let start = name.tokens.lowerBound
    guard start == last.tokens.upperBound, tokens[start].gap.contains(.bracket) else { return }
    if forms[former].isInFull, forms[number].bare != nil, tokens[start].gap.contains(.openQuote) {
      bynames[number] = former
    } else if forms[number].isInFull, forms[former].bare != nil,
      tokens[last.tokens.lowerBound].gap.contains(.openQuote)
    {
      bynames[former] = number
    }
  }
}
