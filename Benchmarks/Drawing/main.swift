import SVGCharts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Times the drawing of figures: both drawings, the words and the table of each.
///
/// A write-up holds the first five; together they may take 2 ms.
private let writeUp = ["term-structure", "price-volume", "momentum", "layers", "payoff"]
private let bound = 2.0

private func milliseconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
}

/// The median over 31 rounds of ten drawings each.
private func median(of chart: any Chart) -> Double {
  var sink = 0
  var rounds: [Double] = []
  for _ in 0..<33 {
    let start = milliseconds()
    for _ in 0..<10 { sink &+= chart.figure(idPrefix: "f").svg.utf8.count }
    rounds.append((milliseconds() - start) / 10)
  }
  precondition(sink > 0)
  let sorted = rounds.dropFirst(2).sorted()
  return sorted[sorted.count / 2]
}

private func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(1, width - text.count))
}

private var total = 0.0
for sample in SampleCharts.all {
  let time = median(of: sample.chart)
  if writeUp.contains(sample.name) { total += time }
  let bytes = sample.chart.figure(idPrefix: "f").svg.utf8.count
  print(
    "\(padded(sample.name, 24))\(padded(NumberText.fixed(time, decimals: 3) + " ms", 12))\(bytes) bytes"
  )
}
print("figures of a write-up   \(NumberText.fixed(total, decimals: 3)) ms, bound \(bound) ms")
if total > bound { exit(1) }
