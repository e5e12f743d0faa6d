/// The two drawings of a figure: for the text column and for a phone.
enum FigureWidth: Sendable {
  case wide, narrow

  /// Width of the view box, in pixels at 1:1.
  var viewWidth: Double { self == .wide ? 640 : 320 }

  /// Size of all text, in pixels, as the stylesheet sets it.
  var fontSize: Double { self == .wide ? 13 : 12.5 }

  /// Distance of two lines of text, in pixels.
  var lineHeight: Double { self == .wide ? 15 : 14 }

  /// The class by which the stylesheet shows one of the two, and the id suffix.
  var className: String { self == .wide ? "w" : "n" }
}
