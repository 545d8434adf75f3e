import BookLanguage

extension Token.Kind {
  /// The kind of token that a word of a language's list is.
  init(_ kind: DateWord.Kind) {
    self =
      switch kind {
      case .ordinal: .ordinal
      case .month: .month
      case .weekday: .weekday
      case .season: .season
      case .feast: .feast
      case .feastWord: .feastWord
      case .era: .era
      case .unit: .unit
      case .numberWord: .numberWord
      case .few: .few
      case .ago: .ago
      case .later: .later
      case .earlier: .earlier
      case .before: .before
      case .after: .after
      case .since: .since
      case .hence: .hence
      case .from: .from
      case .now: .now
      case .the: .the
      case .this: .this
      case .that: .that
      case .same: .same
      case .next: .next
      case .previous: .previous
      case .last: .last
      case .each: .each
      case .past: .past
      case .today: .today
      case .partOfDay: .partOfDay
      case .early: .early
      case .late: .late
      case .mid: .mid
      case .begin: .begin
      case .ending: .ending
      case .half: .half
      case .about: .about
      case .perhaps: .perhaps
      case .of: .of
      case .in: .in
      case .on: .on
      case .by: .by
      case .at: .at
      case .to: .to
      case .until: .until
      case .and: .and
      case .or: .or
      case .between: .between
      case .during: .during
      case .within: .within
      case .for: .for
      case .a: .a
      case .only: .only
      case .very: .very
      case .full: .full
      case .i: .i
      case .my: .my
      case .was: .was
      case .age: .age
      case .aged: .aged
      case .old: .old
      case .when: .when
      case .born: .born
      case .turned: .turned
      case .birthday: .birthday
      case .being: .being
      case .person: .person
      case .modal: .modal
      case .counted: .counted
      case .labelled: .labelled
      }
  }
}
