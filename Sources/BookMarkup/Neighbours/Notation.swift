import BookDiagnostics

/// Mark-up of other programs that bookc does not read.
enum Notation: CaseIterable {
  case definitionList, simpleTable, gridTable, math, tex, citation, reference, embeddedNote,
    pageBreak
  case tags, template, contents, directive, pictureSize, pictureTitle
  case box, aside, blurb, leanpubPart, indexEntry, suggestedChange, markdownInHTML, wordTag
  case headOfWords, headUnread, ruleUnderWords, cellsBeyondHead, rowsWithoutRule, rowWithoutBars,
    tableCaption, wordsBehindFence,
    divisionInNote, pictureCommand
  case listTogether, listNumbers, remark, brokenComment, signsAlone, backtick, unknownCharacter,
    twiceEncoded
  case pauseAtTop, pictureSide, labelUnused
  case paragraphsTogether, noteGoesOn
  case letterLost, pictureLost, accentForApostrophe, commasForMark

  /// What it is, and how to write it.
  var words: (what: String, mend: String) {
    switch self {
    case .definitionList:
      (
        "a definition list is printed as it is typed",
        "write a paragraph for each, '**Term:** what it means'"
      )
    case .simpleTable:
      (
        "a table drawn with hyphens alone is printed as words",
        "write '| Name | Born |' for each row, and '| --- | --- |' under the first"
      )
    case .gridTable:
      (
        "a table drawn with '+' and '|' is printed as words",
        "write '| Name | Born |' for each row, and '| --- | --- |' under the first"
      )
    case .headUnread:
      (
        "what is meant for the chapter's head is printed as words",
        "a head stands at the very top of the file, between two lines of three hyphens, '---'; a blank "
          + "stands behind each colon"
      )
    case .ruleUnderWords:
      (
        "a paragraph becomes a heading, since '---' stands right under it",
        "leave a line empty before '---', or write '* * *' for a pause"
      )
    case .cellsBeyondHead:
      (
        "a row has more cells than the table's head; those too many stand in its last column",
        "give the head, and the line under it, as many cells"
      )
    case .rowsWithoutRule:
      (
        "rows of a table are printed as words: the line under its head is missing or too short",
        "write '| --- | --- |' under the first row, with as many '---' as there are columns"
      )
    case .rowWithoutBars:
      (
        "a line right under a table becomes a row of it",
        "leave a line empty between the table and the words below it"
      )
    case .wordsBehindFence:
      (
        "words stand behind the signs that begin code; they are set as its first line",
        "leave the signs out; of what is struck through write '~~words~~'"
      )
    case .tableCaption:
      (
        "the colon before a table's caption is left out; its words are a paragraph",
        "write what the table shows in a paragraph below it"
      )
    case .headOfWords:
      (
        "words between two lines of '---' are no chapter's head; they become a heading",
        "a head holds keys, as in 'title: Six'; to part words put an empty line before the second '---'"
      )
    case .listTogether:
      (
        "lines that are meant to stand one below another run together in one paragraph",
        "write '- ' with its blank before each item of a list; of verse write '::: verse' above and "
          + "':::' below; of talk leave a line empty between"
      )
    case .listNumbers:
      (
        "a list counts on from its first number, whatever the others are",
        "where the number is one of the words, write a backslash before its sign: '3\\.'"
      )
    case .twiceEncoded:
      (
        "letters were stored in one way and read in another: 'â€œ' was '“', 'Ã©' was 'é'",
        "store the text again from where it came, as UTF-8"
      )
    case .paragraphsTogether:
      (
        "lines that are paragraphs become one",
        "leave a line empty between two paragraphs; `bookc import` does so with a text from a word "
          + "processor"
      )
    case .noteGoesOn:
      (
        "a line right below a footnote becomes a part of it",
        "leave a line empty behind the note; what belongs to it is set in by four blanks"
      )
    case .letterLost:
      (
        "'\u{FFFD}' stands where a program could not read a letter",
        "type the letter again"
      )
    case .pictureLost:
      (
        "a picture was lost when the words were copied: a sign stands in its place",
        "save the picture as a file and write '![what it shows](its-file.jpg)'"
      )
    case .accentForApostrophe:
      (
        "an accent is printed where an apostrophe is meant",
        "write \"'\", as in \"it's\""
      )
    case .commasForMark:
      (
        "two commas are printed where a mark of quotation is meant",
        "write '\"'; the book's language says which mark is printed"
      )
    case .labelUnused:
      (
        "a label and its address are left out: no link of the chapter has that label",
        "a link is written '[words][label]'; to have the line printed write '\\[' for its first sign"
      )
    case .pictureSide:
      (
        "a picture stands between the paragraphs, not beside them: its side is left out",
        "take it out of the braces; '{width=50%}' makes the picture smaller"
      )
    case .pauseAtTop:
      (
        "the chapter begins with a pause",
        "a head holds keys between two lines of '---', as in 'title: Six'; take any other line out"
      )
    case .brokenComment:
      (
        "a comment is printed with the words, since its signs are mistyped",
        "a comment is '<!-- … -->', its hyphens two and nothing between the signs; or '%% … %%'"
      )
    case .remark:
      (
        "a remark as programs have them is printed with the words",
        "'%% … %%' keeps a remark to yourself"
      )
    case .signsAlone:
      (
        "a line of signs alone makes no pause",
        "for a pause write '* * *', a line empty above and below"
      )
    case .backtick:
      (
        "a backtick is printed as it is typed",
        "for a mark of quotation write '\"' or an apostrophe; code has a backtick at each end"
      )
    case .unknownCharacter:
      (
        "the name of a sign is printed as it is typed: HTML knows no such, or its ';' is missing",
        "write the sign itself, as in 'é', or '&eacute;'"
      )
    case .math:
      ("a formula is printed as it is typed", "write it as words, or as a picture")
    case .tex:
      ("a command of TeX is printed as it is typed", "take it out, or write '*…*' for emphasis")
    case .citation:
      (
        "a citation is printed as it is typed",
        "write a footnote: '[^1]' here and '[^1]: Author, Title' in a paragraph of its own"
      )
    case .reference:
      (
        "a reference to another place is printed as it is typed",
        "write a link: '[the mill](#the-mill)', or '[the next chapter](02-next.md)'"
      )
    case .embeddedNote:
      (
        "another note is embedded here, which a book cannot do; nothing is printed for it",
        "copy its words here, or write '[words](its-file.md)'"
      )
    case .pageBreak:
      (
        "a page break is left out",
        "every chapter begins on a page of its own; for a pause write '* * *' on a line of its own"
      )
    case .tags: ("tags are printed as words", "write 'tags' nowhere, or in '%% … %%'")
    case .template:
      ("a command of another program is printed as it is typed", "write the words it stands for")
    case .pictureCommand:
      (
        "another program's command for a picture is printed as it is typed",
        "write '![What it shows](../images/its-file.jpg)' in a paragraph of its own"
      )
    case .contents:
      ("a list of contents is asked for here and left out", "the book makes its own")
    case .directive:
      (
        "a line for Leanpub is left out",
        "what is front and back matter stands in book.yaml: 'matter: front'"
      )
    case .box:
      (
        "a box of another program is printed as it is typed",
        "write '> **Its title**', and '> ' before each of its lines"
      )
    case .aside:
      (
        "an aside of Leanpub is set as a quotation",
        "write '>' instead of the letter and its '>'"
      )
    case .blurb:
      (
        "a line that begins or ends a box of Leanpub is left out; the words between are paragraphs",
        "write '> ' before each line of the box, to set it as a quotation"
      )
    case .leanpubPart:
      (
        "a part of Leanpub's is printed as it is typed",
        "write 'part: Its Name' between two lines of '---' at the head of its first chapter"
      )
    case .divisionInNote:
      (
        "a division in a footnote is left out; its words are set as paragraphs",
        "end each line of verse but the last with '\\', and leave ':::' out"
      )
    case .indexEntry:
      (
        "an entry for another program's index is left out",
        "the index of people is made from the words and from people.yaml"
      )
    case .suggestedChange:
      (
        "a suggested change is taken as accepted: what is added is printed, what is struck is not",
        "write the words as they are to be; '%% … %%' keeps a remark to yourself"
      )
    case .wordTag:
      (
        "a tag that a word processor leaves behind is left out",
        "delete it, or paste the words again as plain text"
      )
    case .markdownInHTML:
      (
        "Markdown between tags of HTML is printed as it is typed",
        "leave a line empty behind the tag before it and one before the tag behind it"
      )
    case .pictureSize:
      (
        "what stands in braces behind a picture is left out: it is no width that bookc knows",
        "write '{width=50%}' of the text, '{width=8cm}', '3in' or '200px'; the height follows"
      )
    case .pictureTitle:
      (
        "the title of a picture is left out: only a picture that stands alone has a caption",
        "put the picture in a paragraph of its own, or write what it says among the words"
      )
    }
  }

  /// Whether nothing of it is printed.
  var isLeftOut: Bool {
    switch self {
    case .embeddedNote, .pageBreak, .contents, .directive, .pictureSize, .pictureTitle, .aside,
      .indexEntry, .suggestedChange, .wordTag, .blurb, .tableCaption, .divisionInNote,
      .pictureSide, .labelUnused:
      true
    default: false
    }
  }
}

/// How often each notation stands in a chapter, and where first.
struct NotationTally {
  private var found: [Notation: (first: SourceSpan, count: Int)] = [:]

  mutating func add(_ notation: Notation, at span: SourceSpan) {
    let known = found[notation]
    let first = known.map { $0.first.start <= span.start ? $0.first : span } ?? span
    found[notation] = (first, (known?.count ?? 0) + 1)
  }

  mutating func merge(_ other: NotationTally) {
    for (notation, (first, count)) in other.found {
      add(notation, at: first)
      found[notation]?.count += count - 1
    }
  }

  /// One message a notation.
  var diagnostics: [Diagnostic] {
    Notation.allCases.compactMap { notation in
      guard let (first, count) = found[notation] else { return nil }
      let (what, mend) = notation.words
      var notes = [DiagnosticNote(mend)]
      if count > 1 { notes.append(DiagnosticNote("\(count) such in this chapter")) }
      return Diagnostic(
        notation.isLeftOut ? .notationLeftOut : .notationUnread, what, at: first, notes: notes,
        // What nobody is to read would be printed.
        severity: notation == .brokenComment ? .error : nil)
    }
  }
}
