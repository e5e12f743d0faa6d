/// A line of text where a figure has put it, with the room it takes.
///
/// For checks of finished figures: the room is computed from the widths of the common sans faces,
/// as the layout of figures computes it, and no browser is needed.
public struct PlacedText: Sendable, Hashable {
  /// The words.
  public var text: String
  /// Whether they are bold.
  public var isBold: Bool
  /// Left edge of the room in view-box pixels.
  public let left: Double
  /// Right edge of the room in view-box pixels.
  public let right: Double
  /// Upper edge of the room in view-box pixels.
  public let top: Double
  /// Lower edge of the room in view-box pixels.
  public let bottom: Double

  /// Creates a text with its baseline at `y`; `anchor` is SVG's `text-anchor`, `size` in pixels.
  public init(
    _ text: String, x: Double, y: Double, anchor: String? = nil, size: Double, isBold: Bool = false
  ) {
    self.text = text
    self.isBold = isBold
    let length = TextWidth.of(text, size: size, bold: isBold)
    left =
      switch anchor {
      case "end": x - length
      case "middle": x - length / 2
      default: x
      }
    right = left + length
    top = y - size * 0.91
    bottom = y + size * 0.22
  }

  /// Whether two texts lie on each other, so that one cannot be read.
  ///
  /// Widths are estimated generously and rows are set tightly, so one pixel at the sides and two
  /// above and below do not count.
  public func overlaps(_ other: PlacedText) -> Bool {
    // Taken from one of the two texts only, as the layout keeps them apart.
    let width = min(right - 1, other.right) - max(left + 1, other.left)
    let height = min(bottom - 2, other.bottom) - max(top + 2, other.top)
    return width > 0 && height > 0 && width * height > 2
  }

  /// Whether the text stays within a view box of this size.
  ///
  /// Up to a pixel and a half at the sides, where widths are estimated, and one above and below.
  public func fits(width: Double, height: Double) -> Bool {
    left >= -1.5 && right <= width + 1.5 && top >= -1 && bottom <= height + 1
  }
}
