/// A shape-preserving rational cubic between two points with given slopes.
///
/// The control parameter r moves the curve from a cubic (r = 3) towards a straight line (r → ∞).
/// Source: Delbourgo and Gregory, "Shape preserving piecewise rational interpolation", SIAM J. Sci.
/// Stat. Comput. 6 (1985); choice of r as in Jäckel, "Let's Be Rational" (2013), section 2.
struct RationalCubic {
  /// The end at which the second derivative is matched.
  enum End {
    case left
    case right
  }

  let left: (x: Double, y: Double, slope: Double)
  let right: (x: Double, y: Double, slope: Double)
  let control: Double

  /// Creates the interpolant whose second derivative at one end is `second`, as far as the curve
  /// then stays monotonic and convex where its data are.
  init(
    left: (x: Double, y: Double, slope: Double), right: (x: Double, y: Double, slope: Double),
    second: Double, at end: End, preservingShape: Bool
  ) {
    self.left = left
    self.right = right
    let width = right.x - left.x
    let chord = (right.y - left.y) / width
    let numerator = 0.5 * width * second + (right.slope - left.slope)
    let denominator = end == .left ? chord - left.slope : right.slope - chord
    let matched = Self.quotient(numerator, denominator)
    control = max(
      matched,
      Self.smallestControl(
        left: left.slope, right: right.slope, chord: chord, preservingShape: preservingShape))
  }

  /// The value at `x`.
  func callAsFunction(_ x: Double) -> Double {
    let width = right.x - left.x
    guard width != 0 else { return 0.5 * (left.y + right.y) }
    let t = (x - left.x) / width
    let u = 1 - t
    guard control < Self.straight else { return right.y * t + left.y * u }
    let numerator =
      right.y * t * t * t + (control * right.y - width * right.slope) * t * t * u
      + (control * left.y + width * left.slope) * t * u * u + left.y * u * u * u
    return numerator / (1 + (control - 3) * t * u)
  }

  private static let straight = 1e15
  private static let unbounded = -0.999_999_985

  private static func quotient(_ numerator: Double, _ denominator: Double) -> Double {
    if numerator == 0 { return 0 }
    if denominator == 0 { return numerator > 0 ? straight : unbounded }
    return numerator / denominator
  }

  private static func smallestControl(
    left: Double, right: Double, chord: Double, preservingShape: Bool
  ) -> Double {
    let monotonic = left * chord >= 0 && right * chord >= 0
    let convex = left <= chord && chord <= right
    let concave = left >= chord && chord >= right
    guard monotonic || convex || concave else { return unbounded }
    var monotonicBound = unbounded
    if monotonic {
      if chord != 0 {
        monotonicBound = (right + left) / chord
      } else if preservingShape {
        monotonicBound = straight
      }
    }
    var shapeBound = unbounded
    if convex || concave {
      if left != chord && right != chord {
        shapeBound = max(
          abs((right - left) / (right - chord)), abs((right - left) / (chord - left)))
      } else if preservingShape {
        shapeBound = straight
      }
    } else if monotonic && preservingShape {
      shapeBound = straight
    }
    return max(unbounded, max(monotonicBound, shapeBound))
  }
}
