/// The numbers in a value that are infinite or not a number, each with its path.
///
/// Walks stored properties, elements, associated values and wrapped optionals by reflection; computed
/// properties are not seen. At most `limit` are listed. Complexity: O(size of the value).
public func nonFiniteNumbers(in value: Any, limit: Int = 5) -> [String] {
  var found: [String] = []
  collectNonFinite(value, path: "\(type(of: value))", into: &found, limit: limit)
  return found
}

private func collectNonFinite(
  _ value: Any, path: String, into found: inout [String], limit: Int
) {
  guard found.count < limit else { return }
  if let number = value as? Double {
    if !number.isFinite { found.append("\(path) = \(number)") }
    return
  }
  // Leaves that are common and hold no number are not reflected, which costs most.
  if value is Int || value is String || value is Bool { return }
  for (index, child) in Mirror(reflecting: value).children.enumerated() {
    collectNonFinite(
      child.value, path: "\(path).\(child.label ?? "\(index)")", into: &found, limit: limit)
  }
}
