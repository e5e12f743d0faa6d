import ALVH
import Quant

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

// Runs one kernel for every line read and answers `seconds checksum`, so that analytics.py can
// alternate with the libraries it compares. `write <folder>` stores the inputs as raw doubles.

let series = PriceSeries(count: 1_000_000, seed: 2026)
let options = OptionSample(count: 20_000, seed: 2027)
let history = SessionHistory(sessions: 5_040, seed: 2028)
let engine = EngineHistory(sessions: 5_040, seed: 2030)
let sizing = SizingSample(candidates: 40, problems: 20, seed: 2029)

while let line = readLine() {
  let words = line.split(separator: " ").map(String.init)
  let result: Measurement?
  switch words.first {
  case "rsi": result = series.relativeStrength()
  case "macd": result = series.convergence()
  case "obv": result = series.onBalanceVolume()
  case "black76": result = options.values()
  case "impliedvol": result = options.impliedVolatilities()
  case "daily": result = history.dailyPass()
  case "engine": result = engine.run()
  case "sizing": result = sizing.solve()
  case "sizing-worst": result = sizing.solveSlowest()
  case "write" where words.count == 2:
    let isWritten = series.write(to: words[1]) && options.write(to: words[1])
    result = isWritten ? Measurement(seconds: 0, checksum: 0) : nil
  default: result = nil
  }
  guard let result else {
    print("error: cannot do \(line)")
    exit(1)
  }
  print(result.seconds, result.checksum)
  fflush(nil)
}
