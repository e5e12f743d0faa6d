import MarketData

/// A result of the last build that is used again while nothing that it was made from has changed.
///
/// It rests on the files its making read, and on the versions of other results it was made from.
final class Memo<Value> {
  private struct Entry {
    var value: Value
    var problems: [Diagnostic]
    var trace: FileTrace
    var versions: [Int]
  }

  private var entry: Entry?
  /// Changes whenever the value was made anew; 0 before the first time.
  private(set) var version = 0

  /// The kept value, or a new one; its faults are reported either way.
  ///
  /// `make` may use nothing but the inputs it is given and other results, whose versions are
  /// `versions`.
  func value(
    from inputs: BuildInputs, versions: [Int] = [], into problems: inout [Diagnostic],
    make: (BuildInputs, inout [Diagnostic]) throws -> Value
  ) rethrows -> Value {
    if let entry, entry.versions == versions, entry.trace.holds(for: inputs) {
      problems += entry.problems
      return entry.value
    }
    entry = nil
    version += 1
    let traced = TracedInputs(inputs)
    var found: [Diagnostic] = []
    defer { problems += found }
    let value = try make(traced.inputs, &found)
    entry = Entry(value: value, problems: found, trace: traced.trace, versions: versions)
    return value
  }
}
