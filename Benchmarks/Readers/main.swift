import MarketData

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Times the readers on made-up files and checks the bounds: medians of 15 rounds after two.
private func report(
  _ name: String, _ bytes: [UInt8], kind: FileKind, rows: Int, boundMilliseconds bound: Double
) -> Bool {
  var seconds: [Double] = []
  for round in 0..<17 {
    let clock = ContinuousClock()
    let start = clock.now
    let reading: FileReading
    do {
      reading = try FileRecogniser.read(bytes, file: "sample.csv")
    } catch {
      print("error: \(name) is refused: \(error)")
      return false
    }
    let elapsed = clock.now - start
    guard reading.kind == kind, reading.rowCount == rows, reading.isSound else {
      print("error: \(name): \(reading.kind.rawValue), \(reading.rowCount) rows,")
      print("       \(reading.problems.first?.description ?? "no problem")")
      return false
    }
    if round >= 2 { seconds.append(elapsed / .seconds(1)) }
  }
  seconds.sort()
  let milliseconds = seconds[seconds.count / 2] * 1000
  let holds = milliseconds < bound
  let shown = (milliseconds * 100).rounded() / 100
  print("\(holds ? "ok    " : "MISSED") \(name): \(shown) ms (bound \(bound) ms)")
  return holds
}

private let results = [
  report(
    "Cboe delayed quotes, 10,000 rows", SampleFiles.delayedQuotes(rows: 10_000),
    kind: .cboeDelayedQuotes, rows: 10_000, boundMilliseconds: 30),
  report(
    "daily bars, 5,000 rows", SampleFiles.bars(rows: 5_000), kind: .yahooBars, rows: 5_000,
    boundMilliseconds: 5),
]
exit(results.allSatisfy { $0 } ? 0 : 1)
