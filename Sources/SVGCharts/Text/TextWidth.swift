/// The width of a line of text in the sans faces of the site, for label space.
///
/// Advance widths in thousandths of the font size: for each character the largest of Liberation
/// Sans (metrically Arial and Helvetica), Noto Sans and Roboto, so that a label fits whichever of
/// them the reader has. The estimate exceeds the width in any one face by 2 to 9 %. Kerning is
/// ignored. Characters outside the tables count as 0.7 em below U+0500 and as 1 em above.
enum TextWidth {
  /// The width of `text` at `size` pixels.
  static func of(_ text: String, size: Double, bold: Bool = false) -> Double {
    let table = bold ? boldASCII : regularASCII
    var sum = 0
    for scalar in text.unicodeScalars {
      let code = scalar.value
      if code >= 32, code < 127 {
        sum += table[Int(code) - 32]
      } else {
        sum += other(code, bold: bold)
      }
    }
    return Double(sum) * size / 1000
  }

  private static func other(_ code: UInt32, bold: Bool) -> Int {
    switch code {
    case 0x00A0: 278
    case 0x2002: 500
    case 0x2009: 204
    case 0x202F: 249
    case 0x2212, 0x00D7: 584
    case 0x2013: 656
    case 0x2014, 0x2026, 0x2192: 1000
    case 0x2018, 0x2019: bold ? 278 : 222
    case 0x201C, 0x201D: bold ? 500 : 359
    case 0x00B7: bold ? 301 : 278
    case 0x2264, 0x2265: 549
    case 0x20AC, 0x00A3, 0x00B1: 595
    case 0x221E: 1046
    case ..<0x20: 0
    case ..<0x0500: 700
    default: 1000
    }
  }

  // From U+0020 on, 16 characters a line.
  private static let regularASCII = [
    278, 278, 408, 646, 572, 889, 732, 225, 342, 348, 551, 584, 278, 333, 278, 413,
    572, 572, 572, 572, 572, 572, 572, 572, 572, 572, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 730, 667, 611, 778, 741, 339, 552, 667, 556, 907, 760, 781,
    667, 781, 722, 667, 611, 731, 667, 944, 667, 667, 611, 329, 411, 329, 572, 556,
    333, 561, 615, 523, 615, 564, 348, 615, 618, 258, 258, 534, 258, 935, 618, 605,
    615, 615, 413, 516, 361, 618, 508, 786, 529, 510, 500, 380, 551, 380, 680,
  ]

  private static let boldASCII = [
    278, 333, 474, 646, 574, 901, 750, 266, 351, 353, 545, 584, 285, 388, 291, 413,
    574, 574, 574, 574, 574, 574, 574, 574, 574, 574, 333, 333, 584, 584, 584, 611,
    975, 722, 722, 722, 740, 667, 611, 778, 765, 389, 559, 722, 611, 943, 813, 796,
    667, 796, 722, 667, 619, 756, 667, 967, 667, 667, 611, 333, 422, 333, 584, 556,
    362, 604, 633, 556, 633, 591, 387, 633, 657, 305, 305, 620, 305, 982, 657, 619,
    633, 633, 454, 556, 434, 657, 569, 856, 578, 569, 509, 394, 551, 394, 649,
  ]
}
