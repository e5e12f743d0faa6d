/// Whether a computed price or sensitivity meets the accuracy promised for reference vectors.
///
/// At most 1e−10 of the scale away, and at most 1e−10 relative where the value exceeds 1e−8 of it.
func meetsPricingTolerance(_ computed: Double, _ expected: Double, scale: Double) -> Bool {
  let error = abs(computed - expected)
  guard computed.isFinite, error <= 1e-10 * scale else { return false }
  return abs(expected) <= 1e-8 * scale || error <= 1e-10 * abs(expected)
}
