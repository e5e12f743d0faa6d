/// Every fault of a run, in reading order and each one once.
///
/// Thrown as one error so that a publisher can correct all of them before the next run.
public struct DiagnosticList: Error, Hashable, Sendable, Codable {
  /// The diagnostics, sorted by file, line and column, without duplicates.
  public let items: [Diagnostic]

  /// Creates a list from diagnostics in any order.
  ///
  /// Complexity: O(n log n).
  public init(_ items: some Sequence<Diagnostic>) {
    var unique: [Diagnostic] = []
    for item in items.sorted() where item != unique.last {
      unique.append(item)
    }
    self.items = unique
  }

  /// Creates a list from diagnostics in any order.
  public init(items: [Diagnostic]) {
    self.init(items)
  }

  /// The errors among the diagnostics.
  public var errors: [Diagnostic] { items.filter { $0.severity == .error } }

  /// The warnings among the diagnostics.
  public var warnings: [Diagnostic] { items.filter { $0.severity == .warning } }

  /// Whether there is no diagnostic at all.
  public var isEmpty: Bool { items.isEmpty }

  /// Throws the list when it holds an error; warnings alone do not throw.
  ///
  /// - Throws: the list itself.
  public func throwIfErrors() throws(DiagnosticList) {
    if items.contains(where: { $0.severity == .error }) { throw self }
  }
}

extension DiagnosticList: CustomStringConvertible {
  /// One diagnostic a line.
  public var description: String {
    items.map(\.description).joined(separator: "\n")
  }
}
