/// How long each phase of a build took.
public struct BuildTimings: Sendable {
  /// A phase and its duration.
  public struct Phase: Sendable {
    /// Name of the phase.
    public var name: String
    /// Seconds.
    public var seconds: Double
  }

  /// The phases in order.
  public private(set) var phases: [Phase] = []
  private let now: @Sendable () -> Double

  /// Creates an empty record; `now` gives seconds on a clock that only moves forward.
  public init(now: @escaping @Sendable () -> Double) {
    self.now = now
  }

  /// Runs a phase and records its duration.
  mutating func measure<Result>(_ name: String, _ work: () throws -> Result) rethrows -> Result {
    let start = now()
    defer { phases.append(Phase(name: name, seconds: now() - start)) }
    return try work()
  }

  /// Sum of all phases, seconds.
  public var total: Double { phases.reduce(0) { $0 + $1.seconds } }
}
