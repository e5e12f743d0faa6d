import MarketData
import Quant

extension ImportRun {
  /// Makes the breadth input from advances and declines that came as files of their own.
  mutating func combineBreadth() throws {
  }
}
