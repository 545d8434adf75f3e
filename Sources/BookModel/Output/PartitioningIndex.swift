extension Array {
  /// Index of the first element for which the predicate holds, which holds for all after it; the
  /// count where it holds for none.
  @inlinable package func partitioningIndex(_ belongsAfter: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongsAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
