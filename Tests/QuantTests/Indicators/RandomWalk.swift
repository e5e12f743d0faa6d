import TestSupport

/// A seeded series of closes and whole volumes with plateaus, trends and quiet stretches.
struct RandomWalk {
  var close: [Double] = []
  var volume: [Double] = []

  init(seed: UInt64, count: Int) {
    var random = SplitMix64(seed: seed)
    var price = random.uniform(50...2000)
    let drift = random.uniform(-0.002...0.004)
    for _ in 0..<count {
      // One bar in eight repeats the close, so ties and plateaus occur.
      if random.uniform(0...1) > 0.125 { price *= 1 + drift + random.uniform(-0.02...0.02) }
      close.append((price * 4).rounded() / 4)
      volume.append(random.uniform(0...1_000_000).rounded())
    }
  }
}
