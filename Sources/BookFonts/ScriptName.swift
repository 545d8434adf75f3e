extension TextScript {
  /// What people call the script, and a family that has it; nil where it is not known here.
  ///
  /// Families of the Noto project, which has one for every script; the packages are Debian's.
  package var naming: (name: String, family: String, package: String)? {
    let names: [OpenTypeTag: (String, String, String)] = [
      "Hebr": ("Hebrew", "Noto Serif Hebrew", "fonts-noto-core"),
      "Arab": ("Arabic", "Noto Naskh Arabic", "fonts-noto-core"),
      "Grek": ("Greek", "Noto Serif", "fonts-noto-core"),
      "Cyrl": ("Cyrillic", "Noto Serif", "fonts-noto-core"),
      "Latn": ("Latin", "Noto Serif", "fonts-noto-core"),
      "Geor": ("Georgian", "Noto Serif Georgian", "fonts-noto-core"),
      "Armn": ("Armenian", "Noto Serif Armenian", "fonts-noto-core"),
      "Ethi": ("Ethiopic", "Noto Serif Ethiopic", "fonts-noto-core"),
      "Deva": ("Devanagari", "Noto Serif Devanagari", "fonts-noto-core"),
      "Beng": ("Bengali", "Noto Serif Bengali", "fonts-noto-core"),
      "Guru": ("Gurmukhi", "Noto Serif Gurmukhi", "fonts-noto-core"),
      "Gujr": ("Gujarati", "Noto Serif Gujarati", "fonts-noto-core"),
      "Taml": ("Tamil", "Noto Serif Tamil", "fonts-noto-core"),
      "Telu": ("Telugu", "Noto Serif Telugu", "fonts-noto-core"),
      "Knda": ("Kannada", "Noto Serif Kannada", "fonts-noto-core"),
      "Mlym": ("Malayalam", "Noto Serif Malayalam", "fonts-noto-core"),
      "Sinh": ("Sinhala", "Noto Serif Sinhala", "fonts-noto-core"),
      "Thai": ("Thai", "Noto Serif Thai", "fonts-noto-core"),
      "Laoo": ("Lao", "Noto Serif Lao", "fonts-noto-core"),
      "Khmr": ("Khmer", "Noto Serif Khmer", "fonts-noto-core"),
      "Mymr": ("Burmese", "Noto Serif Myanmar", "fonts-noto-core"),
      "Tibt": ("Tibetan", "Noto Serif Tibetan", "fonts-noto-core"),
      "Hani": ("Chinese", "Noto Serif CJK", "fonts-noto-cjk"),
      "Hira": ("Japanese", "Noto Serif CJK", "fonts-noto-cjk"),
      "Kana": ("Japanese", "Noto Serif CJK", "fonts-noto-cjk"),
      "Bopo": ("Chinese", "Noto Serif CJK", "fonts-noto-cjk"),
      "Hang": ("Korean", "Noto Serif CJK", "fonts-noto-cjk"),
      "Zyyy": ("such", "Noto Sans Symbols2", "fonts-noto-core"),
    ]
    return names[tag].map { (name: $0.0, family: $0.1, package: $0.2) }
  }
}
