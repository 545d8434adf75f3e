import BookManuscript
package import BookModel
import BookPeople
import BookTime

/// The author's files, in the order in which one meets them.
package let describedFiles: [YAMLFileDescription] = [
  bookYAMLDescription, chapterHeaderDescription, peopleYAMLDescription, chronologyYAMLDescription,
]
