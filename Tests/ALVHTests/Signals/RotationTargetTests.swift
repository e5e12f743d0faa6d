import ALVH
import Testing

@Suite("Coverage target by rotation")
struct RotationTargetTests {
  @Test(
    "the target lies inside the band",
    arguments: [(-1.0, 0.5), (0, 0.5), (0.5, 0.625), (1, 0.75), (7, 0.75)])
  func insideTheBand(fraction: Double, expected: Double) {
    // Layer 2 covers ½ to ¾.
    let target = Profile.seedOBV.bands[1].coverageTarget(rotationFraction: fraction)
    #expect(abs(target - expected) < 1e-15, "\(target), expected \(expected) ± 1e-15")
  }
}
