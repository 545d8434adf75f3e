import BookModel

extension RichTextReader {
  mutating func flushText() {
    guard !text.isEmpty else { return }
    let found = text
    text = ""
    switch state.destination {
    case .text, .note: emit(found)
    case .fieldCode: if let last = fieldCodes.indices.last { fieldCodes[last] += found }
    case .nothing, .picture: break
    default: words += found
    }
  }

  mutating func emit(_ found: String) {
    if state.isHidden {
      leaveOut(.hidden, found)
      return
    }
    let isDeleted = state.change == 2
    if isDeleted && changes == .accept || state.change == 1 && changes == .reject {
      leaveOut(isDeleted ? .deleted : .inserted, found)
      return
    }
    var look = state.look
    if state.change != 0, found.contains(where: { !$0.isWhitespace }) {
      document.guesses.append(
        Guess(
          .change, (isDeleted ? "deleted, kept here: " : "inserted: ") + found, place: place + 1))
      if isDeleted, changes == .keep { look.insert(.struck) }
    }
    if let code = fieldCodes.last, state.destination == .text {
      switch WordField.treatment(of: code) {
      case .contents:
        leaveOut(.contents, found)
        return
      case .left:
        leaveOut(.field, found)
        return
      default: break
      }
    }
    line.append(TypedRun(.text(found), look: look, link: state.link))
  }

  mutating func leaveOut(_ kind: LeftOut.Kind, _ text: String) {
    if let last = pending.last, last.kind == kind {
      pending[pending.count - 1].text += text
    } else {
      pending.append(LeftOut(kind, text, place: place + 1))
    }
  }
}
