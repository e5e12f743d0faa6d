import Quant

/// Closes and whole volumes of a random walk, and the three indicators that TA-Lib has too.
///
/// The walk is drawn back to 2,000, so that a million bars stay prices.
struct PriceSeries {
  private(set) var close: [Double] = []
  private(set) var volume: [Double] = []

  init(count: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var price = 2000.0
    for _ in 0..<count {
      price *= 1 + Double.random(in: -0.01...0.01, using: &random)
      price += (2000 - price) * 0.001
      close.append((price * 100).rounded() / 100)
      volume.append(Double.random(in: 1e6...1e7, using: &random).rounded())
    }
  }

  func write(to folder: String) -> Bool {
    Measurement.write(close, to: folder + "/close.f64")
      && Measurement.write(volume, to: folder + "/volume.f64")
  }

  func relativeStrength() -> Measurement {
    Measurement({ require { try RelativeStrengthIndex.series(close: close) } }) { $0.definedSum }
  }

  func convergence() -> Measurement {
    Measurement({ require { try MovingAverageConvergenceDivergence.series(close: close) } }) {
      $0.macd.definedSum + $0.signal.definedSum + $0.histogram.definedSum
    }
  }

  func onBalanceVolume() -> Measurement {
    Measurement({ require { try OnBalanceVolume.series(close: close, volume: volume) } }) {
      $0.reduce(0, +)
    }
  }
}
