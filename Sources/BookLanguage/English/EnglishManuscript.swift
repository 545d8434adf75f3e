extension ManuscriptWords {
  static let english: ManuscriptWords = {
    var words = ManuscriptWords()
    words.chapter = ["chapter", "chap"]
    words.part = ["part", "book", "section"]
    words.numbers = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
      "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
      "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
      "seventeenth", "eighteenth", "nineteenth", "twentieth", "last",
    ]
    words.contents = ["contents", "table of contents", "list of contents"]
    words.author = ["written by", "by"]
    words.dedication = ["for", "to", "in memory of", "in loving memory of", "dedicated to"]
    words.salutation = [
      "dear", "dearest", "my dear", "my dearest", "my darling", "darling", "beloved",
      "my beloved", "sir", "madam",
    ]
    words.closing = [
      "yours", "love", "with love", "all my love", "much love", "sincerely", "affectionately",
      "your loving", "your affectionate", "your son", "your daughter", "your brother",
      "your sister", "your friend", "ever yours", "as ever", "best wishes", "kind regards",
      "regards", "faithfully", "respectfully", "believe me",
    ]
    words.postscript = ["p.s.", "p. s.", "ps", "p.p.s.", "postscript"]
    words.caption = [
      "figure", "fig", "photo", "photograph", "picture", "plate", "illustration", "map", "image",
    ]
    words.rights = [
      "copyright", "all rights reserved", "no part of this", "isbn", "published by",
      "first published", "printed in",
    ]
    words.genre = [
      "memoir", "memoirs", "autobiography", "biography", "novel", "story", "stories",
      "recollections", "reminiscences", "memories", "chronicle", "history", "journal", "diary",
      "letters", "childhood", "draft", "manuscript",
    ]
    words.page = ["page", "p", "pg"]
    return words
  }()
}
