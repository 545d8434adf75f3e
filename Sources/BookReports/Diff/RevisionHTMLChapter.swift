import BookDiagnostics
import BookLanguage

extension RevisionHTML {
  /// One chapter's changes, in reading order.
  mutating func writeChapter(_ chapter: ChapterDiff, number: Int) {
    guard let name = chapter.new ?? chapter.old else { return }
    let id = "c\(number + 1)"
    put(
      "<section class=\"chapter\" aria-labelledby=\"\(id)\">\n<h2 id=\"\(id)\">\(escaped(name.title))"
    )
    put(" <span class=\"note\">\(escaped(balance(chapter)))</span></h2>\n")
    put("<p class=\"file\">\(escaped(name.file))")
    let fate = RevisionWording.fate(chapter)
    if fate != "edited" { put(", \(escaped(fate))") }
    put("</p>\n")
    if !chapter.fields.isEmpty { writeFields(chapter.fields) }
    var shown = 0
    for step in chapter.steps {
      if shown >= Self.mostPassages { break }
      if case .kept = step {} else { shown += 1 }
      write(step, of: chapter)
    }
    if shown >= Self.mostPassages {
      put(
        "<p class=\"as-before\">More was changed here; this page shows the first "
          + "\(grouped(shown)) changes. --format json lists all.</p>\n")
    }
    put("</section>\n")
  }

  private mutating func write(_ step: PassageStep, of chapter: ChapterDiff) {
    let source = chapter.old?.index ?? 0
    switch step {
    case .kept(let range):
      let count = RevisionWording.count(range.count, "paragraph", "paragraphs")
      put("<p class=\"as-before\">\(count) as before</p>\n")
    case .edited(let edit): write(edit, from: source, heading: nil)
    case .added(let content, _):
      put(box("added", "New" + aside(content.shape)))
      put(passage(content.shape, wrapped(content.words, "ins")))
      put("</div>\n")
    case .gone(let index):
      let content = comparison.old[source].content(index)
      put(box("gone", "Taken out" + aside(content.shape)))
      put(passage(content.shape, wrapped(content.words, "del")))
      put("</div>\n")
    case .movedHere(let from, let edit):
      let name = comparison.diff.chapters.first { $0.old?.index == from.chapter }?.old?.title ?? ""
      let place =
        from.chapter == source && chapter.old != nil ? "elsewhere in this chapter" : "“\(name)”"
      write(edit, from: from.chapter, heading: "Moved here from \(place)")
    case .movedAway(let index, let to):
      let name = comparison.diff.chapters.first { $0.new?.index == to.chapter }?.new?.title ?? ""
      let place = to.chapter == chapter.new?.index ? "elsewhere in this chapter" : "to “\(name)”"
      let words = shortened(
        String(decoding: comparison.old[source].content(index).words, as: UTF8.self))
      put("<p class=\"as-before\">Moved from here \(escaped(place)): \(escaped(words))</p>\n")
    }
  }

  private mutating func write(_ edit: PassageEdit, from chapter: Int, heading: String?) {
    let old = comparison.old[chapter]
    let shape = (edit.shapes ?? edit.old.map { old.passages[$0].shape }).first
    guard let shape else { return }
    var label = heading
    if label == nil, edit.isMarkupOnly { label = "Mark-up only" }
    if label == nil, edit.new.count > edit.old.count { label = "Divided" }
    if label == nil, edit.new.count < edit.old.count { label = "Joined" }
    let kind = aside(shape)
    put(
      box(heading == nil ? "edited" : "moved", label.map { $0 + kind } ?? String(kind.dropFirst(2)))
    )
    if edit.isMarkupOnly {
      let words = old.content(edit.old.lowerBound).words
      put(passage(shape, escaped(shortenedPassage(words))))
    } else {
      put(passage(shape, html(pieces(of: edit, in: old, context: 320))))
    }
    if !edit.markup.isEmpty {
      put("<ul class=\"markup\">\n")
      for change in edit.markup { put("<li>\(escaped(RevisionWording.markup(change)))</li>\n") }
      put("</ul>\n")
    }
    put("</div>\n")
  }

  private func box(_ kind: String, _ label: String) -> String {
    "<div class=\"\(kind)\">\n" + (label.isEmpty ? "" : "<p class=\"cue\">\(escaped(label))</p>\n")
  }

  /// What a passage is when it is no plain paragraph.
  private func aside(_ shape: Passage.Shape) -> String {
    shape == Passage.Shape(.paragraph) ? "" : ": " + RevisionWording.name(shape)
  }

  private func passage(_ shape: Passage.Shape, _ content: String) -> String {
    let kind = shape.kind == .heading ? " class=\"heading\"" : ""
    let language = comparison.diff.new.language
    let attribute = Language.isOfMessages(language) ? "" : " lang=\"\(escaped(language))\""
    let file = shape.kind == .picture ? "<span class=\"file\">\(escaped(shape.detail))</span> " : ""
    if shape.kind == .sceneBreak { return "<p\(kind)>\(content.isEmpty ? "* * *" : content)</p>\n" }
    return "<p\(kind)\(attribute)>\(file)\(content)</p>\n"
  }

  private func wrapped(_ words: [UInt8], _ tag: String) -> String {
    let text = words.isEmpty ? "* * *" : escaped(String(decoding: words, as: UTF8.self))
    return "<\(tag)>\(text)</\(tag)>"
  }

  /// The first words of a passage that itself did not change.
  private func shortenedPassage(_ words: [UInt8]) -> String {
    if words.count <= 280 { return String(decoding: words, as: UTF8.self) }
    let cut = words[..<240].lastIndex(of: 0x20) ?? 240
    return String(decoding: words[..<cut], as: UTF8.self) + " …"
  }

  private func html(_ pieces: [EditPiece]) -> String {
    pieces.map { piece in
      switch piece {
      case .kept(let text): escaped(text)
      case .lost(let text): marked(text, "del", "taken out")
      case .gained(let text): marked(text, "ins", "put in")
      case .skipped: " <span class=\"skipped\">[…]</span> "
      case .paragraphEnd: "<br><br>"
      case .paragraphEndGained:
        "<ins><span class=\"said\">paragraph divided here</span>¶</ins><br><br>"
      case .paragraphEndLost: "<del><span class=\"said\">paragraphs joined here</span>¶</del> "
      }
    }.joined()
  }

  /// The blank before a word stays outside, so that no line is drawn under it.
  private func marked(_ text: String, _ tag: String, _ said: String) -> String {
    let blank = text.hasPrefix(" ") ? " " : ""
    return "\(blank)<\(tag)><span class=\"said\">\(said): </span>"
      + "\(escaped(String(text.dropFirst(blank.isEmpty ? 0 : 1))))"
      + "<span class=\"said\"> (end) </span></\(tag)>"
  }
}

/// The page's style: light and dark, a phone's width and a desk's, colours of contrast 4.5 and more.
let revisionStyle = """
  :root { color-scheme: light dark; --paper: #fdfcf9; --ink: #1f1d1a; --faint: #5d574e;
    --line: #d8d2c6; --put: #0b5a2a; --put-back: #e3f3e6; --out: #8c1d18; --out-back: #fbe8e6;
    --moved: #1d4f8c; --link: #174a85; }
  @media (prefers-color-scheme: dark) { :root { --paper: #181715; --ink: #ece8e1; --faint: #b3aca0;
    --line: #423e38; --put: #8fd8a3; --put-back: #16301d; --out: #f2a59d; --out-back: #3a1b18;
    --moved: #9cc2f2; --link: #a3c7f5; } }
  * { box-sizing: border-box; }
  body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1.1rem 4rem; background: var(--paper);
    color: var(--ink); font: 1.0625rem/1.6 Georgia, "Times New Roman", serif;
    overflow-wrap: break-word; }
  h1, h2, h3, .kicker, .cue, .note, .file, .as-before, table, nav, dt, .legend, footer, summary,
  .markup { font-family: system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
  h1 { font-size: 2rem; line-height: 1.2; margin: 0; }
  h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.75rem 0 0.75rem; padding-top: 0.75rem;
    border-top: 1px solid var(--line); }
  h3 { font-size: 1.05rem; margin: 1.5rem 0 0.5rem; }
  p { margin: 0.6rem 0; }
  a { color: var(--link); }
  a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
  .skip { position: absolute; left: -100vw; }
  .skip:focus { left: 1rem; top: 0.5rem; background: var(--paper); padding: 0.5rem; }
  .kicker { text-transform: uppercase; letter-spacing: 0.08em; font-size: 0.8rem;
    color: var(--faint); margin: 0 0 0.25rem; }
  .sides { color: var(--faint); }
  .note { font-size: 0.85rem; font-weight: normal; color: var(--faint); }
  .file { font-size: 0.85rem; color: var(--faint); margin-top: -0.4rem; }
  .legend { font-size: 0.92rem; border: 1px solid var(--line); border-radius: 6px;
    padding: 0.6rem 0.8rem; margin-top: 1.25rem; }
  nav ul { list-style: none; padding: 0; margin: 0; columns: 2 16rem; column-gap: 2rem; }
  nav li { padding: 0.3rem 0; break-inside: avoid; }
  nav a { display: inline-block; padding: 0.15rem 0; }
  table { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
  th, td { text-align: left; padding: 0.4rem 0.5rem 0.4rem 0; vertical-align: top;
    border-bottom: 1px solid var(--line); }
  th { font-weight: 600; } tbody th .note { display: block; }
  .n { text-align: right; padding-right: 0; padding-left: 0.6rem;
    font-variant-numeric: tabular-nums; }
  dt { font-weight: 600; margin-top: 0.9rem; } dd { margin: 0.2rem 0 0 1.1rem; }
  ins { color: var(--put); background: var(--put-back); text-decoration: underline;
    text-decoration-thickness: 2px; text-underline-offset: 3px; border-radius: 2px; }
  del { color: var(--out); background: var(--out-back); text-decoration: line-through;
    text-decoration-thickness: 2px; border-radius: 2px; }
  .chapter > div { margin: 1rem 0; padding: 0.1rem 0 0.1rem 0.9rem;
    border-left: 4px solid var(--line); }
  .chapter > .added { border-left: 4px solid var(--put); }
  .chapter > .gone { border-left: 4px dashed var(--out); }
  .chapter > .moved { border-left: 4px dotted var(--moved); }
  .added ins, .gone del { background: none; text-decoration-thickness: 1px; }
  .cue { font-size: 0.8rem; font-weight: 600; color: var(--faint); margin: 0.1rem 0; }
  .added > .cue { color: var(--put); } .gone > .cue { color: var(--out); }
  .moved > .cue { color: var(--moved); }
  .heading { font-weight: bold; font-size: 1.15rem; }
  .as-before { font-size: 0.85rem; color: var(--faint); margin: 0.9rem 0; }
  .markup { font-size: 0.88rem; margin: 0.3rem 0; padding-left: 1.2rem; color: var(--faint); }
  .skipped { color: var(--faint); }
  .said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
    white-space: nowrap; }
  figure { margin: 1rem 0; }
  .progress { width: 100%; height: auto; display: block; }
  .progress text { font: 17px system-ui, sans-serif; fill: var(--faint); }
  .progress .grid { stroke: var(--line); stroke-width: 1; fill: none; }
  .progress .line { stroke: var(--link); stroke-width: 3; fill: none; stroke-linejoin: round; }
  .progress .area { fill: var(--link); opacity: 0.12; }
  .progress .gain { fill: var(--put); } .progress .loss { fill: var(--out); }
  summary { padding: 0.3rem 0; }
  code { font-size: 0.9em; }
  footer { margin-top: 3rem; font-size: 0.85rem; color: var(--faint); }
  @media print { body { max-width: none; } .skip, nav { display: none; } }
  """
