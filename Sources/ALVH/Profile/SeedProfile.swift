import Quant

extension Profile {
  /// The default reading of the seed: divergence first, confirmation for more, caps that hold.
  ///
  /// For use of the library without files; a test holds it equal to the shipped `seed-obv.yml`.
  public static let seedOBV = Profile(
    id: "seed-obv", version: 1,
    summary: "The seed as this project reads it: the first layer waits for alignment.",
    engine: EngineParameters(),
    momentum: MomentumParameters(),
    divergence: DivergenceParameters(),
    failureSwing: FailureSwingParameters(),
    bands: [
      LayerBand(coverageMin: 1.0 / 3, coverageMax: 0.5, notionalMin: 0.005, notionalMax: 0.01),
      LayerBand(coverageMin: 0.5, coverageMax: 0.75, notionalMin: 0.01, notionalMax: 0.02),
      LayerBand(coverageMin: 0.75, coverageMax: 1, notionalMin: 0.02, notionalMax: 0.03),
    ],
    sizing: SizingParameters(),
    context: ContextParameters(),
    model: MarketModelParameters())
}
