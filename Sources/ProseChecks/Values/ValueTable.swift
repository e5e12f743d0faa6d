import TextDistance

/// The values that a page's prose can name: those of its session and of the session before.
///
/// `x.previous` names the value of `x` on the session before.
public struct ValueTable: Sendable {
  private static let previousSuffix = ".previous"

  /// The values of the session by name.
  public var values: [String: CheckedValue]
  /// The values of the session before, asked for when a page first needs them; `nil` where there is
  /// no earlier session.
  private let earlier: (@Sendable () -> [String: CheckedValue])?

  /// Creates a table.
  ///
  /// - Parameters:
  ///   - values: the values of the session.
  ///   - previous: gives the values of the session before; `nil` where there is none.
  public init(
    _ values: [CheckedValue] = [], previous: (@Sendable () -> [CheckedValue])? = nil
  ) {
    self.values = Self.byName(values)
    if let previous {
      earlier = { Self.byName(previous()) }
    } else {
      earlier = nil
    }
  }

  private static func byName(_ values: [CheckedValue]) -> [String: CheckedValue] {
    Dictionary(values.map { ($0.name, $0) }) { first, _ in first }
  }

  /// Whether the page has no session, and so no values at all.
  public var isEmpty: Bool { values.isEmpty }

  /// The value of a name.
  ///
  /// - Throws: `ProseFault` for an unknown name, and where the session before has no such value.
  public func value(_ name: String) throws(ProseFault) -> CheckedValue {
    if let value = values[name] { return value }
    if name.hasSuffix(Self.previousSuffix) {
      let own = String(name.dropLast(Self.previousSuffix.count))
      if values[own] != nil { return try previous(of: own) }
    }
    throw unknown(name)
  }

  /// The value of a name on the session before.
  ///
  /// - Throws: `ProseFault` where there is no earlier session or it has no such value.
  public func previous(of name: String) throws(ProseFault) -> CheckedValue {
    guard let earlier else {
      throw ProseFault(
        "`\(name)` has no earlier value, because this is the first write-up",
        "Compare with a number instead, or remove it.")
    }
    guard var value = earlier()[name] else {
      throw ProseFault(
        "`\(name)` has no value on the session before",
        "Say that it is new instead of comparing it.")
    }
    value.name = name + Self.previousSuffix
    return value
  }

  private func unknown(_ name: String) -> ProseFault {
    let names = values.keys.sorted()
    let remedy: String
    if names.isEmpty {
      remedy = "The page has no session whose values it could print; remove the reference."
    } else if let nearest = Spelling.nearest(to: name, among: names) {
      remedy = "Did you mean `\(nearest)`?"
    } else {
      remedy = "Known values: \(names.joined(separator: ", "))."
    }
    return ProseFault("unknown value `\(name)`", remedy)
  }
}
