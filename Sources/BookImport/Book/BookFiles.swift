import BookLanguage
package import BookModel

extension ImportedBook {
  /// The files of the book: `book.yaml`, a file a chapter, the pictures; in that order.
  ///
  /// - Parameters:
  ///   - source: what the names of pictures begin with
  ///   - place: where the chapters lie and how they count
  ///   - names: names that chapters have already, by the end of their name behind the number
  package func files(
    source: String, place: NewChapters = NewChapters(), names: [String: String] = [:]
  ) -> [Artifact] {
    let paths = picturePaths(source: source)
    var writer = ChapterWriter { [pictures] index in
      ((place.folder.isEmpty ? "" : "../") + paths[index], pictures[index].alternative)
    }
    var files = [Artifact(path: "book.yaml", bytes: Array(yaml.utf8))]
    for (path, chapter) in zip(chapterPaths(place, names: names), chapters) {
      files.append(Artifact(path: path, bytes: Array(writer.write(chapter).utf8)))
    }
    var seen: Set<String> = []
    for (path, picture) in zip(paths, pictures) where seen.insert(path).inserted {
      files.append(Artifact(path: path, bytes: picture.bytes))
    }
    return files
  }

  /// Where each chapter is written.
  private func chapterPaths(_ place: NewChapters, names: [String: String]) -> [String] {
    var seen: [String: Int] = [:]
    return chapters.enumerated().map { index, chapter in
      var slug = chapter.slug
      let count = seen[slug, default: 0] + 1
      seen[slug] = count
      if count > 1 { slug += "-\(count)" }
      if let known = names[slug] { return known }
      return place.path(index, of: chapters.count, called: slug)
    }
  }

  /// Where each picture is written: the same picture under the same name, whatever comes before it.
  private func picturePaths(source: String) -> [String] {
    pictures.map { picture in
      let digest = hexadecimal(sha1(picture.bytes)).prefix(8)
      return "images/\(source)-\(digest).\(picture.ending)"
    }
  }

  /// `book.yaml` as far as the manuscript says it.
  private var yaml: String {
    var lines = ["title: \(YAMLText.scalar(title))"]
    if !subtitle.isEmpty { lines.append("subtitle: \(YAMLText.scalar(subtitle))") }
    lines.append(author.isEmpty ? "# author: Your Name" : "author: \(YAMLText.scalar(author))")
    lines.append("language: \(isTag(language) ? language : Language.unstated)")
    if !rights.isEmpty { lines.append("rights: \(YAMLText.scalar(rights))") }
    if !description.isEmpty { lines.append("description: \(YAMLText.scalar(description))") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Whether it is a tag of a language, not what some program writes instead.
  private func isTag(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.count) else { return false }
    return parts.allSatisfy { part in
      (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
  }
}

extension ImportedChapter {
  /// What its file is called behind the number.
  package var slug: String {
    fileName(of: title.isBlank ? role ?? "text" : title.text, atMost: Self.longestName) ?? "text"
  }

  /// Bytes of a name at most.
  private static let longestName = 40
}
