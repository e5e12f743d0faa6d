import Quant

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Wall time of one call, with a number made of its result.
///
/// The checksum keeps the optimiser from dropping the work and lets the caller compare results.
struct Measurement {
  var seconds: Double
  var checksum: Double

  init(seconds: Double, checksum: Double) {
    self.seconds = seconds
    self.checksum = checksum
  }

  /// Times `work`; `summarise` is not timed, freeing the result is, as it is in Python.
  init<Result>(_ work: () -> Result, summarise: (Result) -> Double) {
    let clock = ContinuousClock()
    let start = clock.now
    var result: Result? = work()
    var elapsed = clock.now - start
    checksum = result.map(summarise) ?? 0
    let release = clock.now
    result = nil
    elapsed += clock.now - release
    seconds = elapsed / .seconds(1)
  }

  /// Writes doubles as they lie in memory; false when the file cannot be written.
  static func write(_ values: [Double], to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    let count = fwrite(values, MemoryLayout<Double>.stride, values.count, file)
    return fclose(file) == 0 && count == values.count
  }
}

extension IndicatorSeries {
  /// The sum of the defined values.
  var definedSum: Double { defined.reduce(0, +) }
}

/// Ends a benchmark whose fixed input a library refuses: a fault of the benchmark.
func require<Value>(_ work: () throws -> Value) -> Value {
  do { return try work() } catch { fatalError("the benchmark's input is refused: \(error)") }
}

/// The SplitMix64 generator (Steele, Lea and Flood 2014), as in the tests.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
