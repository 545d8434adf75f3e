extension Array where Element: Sendable {
  /// Applies `transform` to every element on at most `jobs` tasks and returns the results in order.
  ///
  /// The order of the results never depends on `jobs`.
  package func mapInOrder<Result: Sendable>(
    jobs: Int, _ transform: @escaping @Sendable (Int, Element) -> Result
  ) async -> [Result] {
    if jobs <= 1 || count <= 1 { return enumerated().map { transform($0.offset, $0.element) } }
    return await withTaskGroup(of: (Int, Result).self) { group in
      var results = [Result?](repeating: nil, count: count)
      var next = 0
      while next < Swift.min(jobs, count) {
        let (index, element) = (next, self[next])
        group.addTask { (index, transform(index, element)) }
        next += 1
      }
      while let (index, result) = await group.next() {
        results[index] = result
        if next < count {
          let (index, element) = (next, self[next])
          group.addTask { (index, transform(index, element)) }
          next += 1
        }
      }
      return results.compactMap { $0 }
    }
  }
}
