/// The workflow that `bookc new` writes: builds and checks the book for every push.
///
/// The same file stands in this project's `.github/workflows/book.yml`; a test holds them equal.
package let bookWorkflow = """
  """
