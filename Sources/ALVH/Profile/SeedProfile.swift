import Quant

extension Profile {
  /// The default reading of the seed: divergence first, confirmation for more, caps that hold.
  public static let seedOBV = Profile(
    id: "seed-obv", version: 1,
    summary: "The seed as this project reads it: the first layer waits for alignment.",
    engine: EngineParameters(),
    divergence: DivergenceParameters(),
    failureSwing: FailureSwingParameters(),
    bands: [
      LayerBand(coverageMin: 1.0 / 3, coverageMax: 0.5, notionalMin: 0.005, notionalMax: 0.01),
      LayerBand(coverageMin: 0.5, coverageMax: 0.75, notionalMin: 0.01, notionalMax: 0.02),
      LayerBand(coverageMin: 0.75, coverageMax: 1, notionalMin: 0.02, notionalMax: 0.03),
    ],
    sizing: SizingParameters(),
    context: ContextParameters())

  /// The same reading without the wait: the first layer enters on the divergence alone.
  public static let seedOBVImmediate: Profile = {
    var profile = seedOBV
    profile.id = "seed-obv-immediate"
    profile.summary = "As seed-obv, but the first layer does not wait for alignment."
    profile.engine.requireAlignment = false
    return profile
  }()

  /// The profiles this version knows, default first.
  public static let all: [Profile] = [seedOBV, seedOBVImmediate]
}
