import MarketData
import SVGCharts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whether the stylesheet's colours can be read on its two papers, in the light and in the dark.
///
/// The tokens of `:root` and of `@media (prefers-color-scheme: dark)` are compared by the contrast
/// ratio of WCAG 2.2 (1.4.3, 1.4.11): 4.5 for every colour that text may have, 3 for marks.
enum ContrastRule {
  /// Tokens that text is printed in.
  static let texts = [
    "ink", "muted", "accent", "blue", "vermilion", "green", "purple", "ochre",
  ]

  /// What is wrong with the colours of a stylesheet; a token that is missing is not judged.
  static func check(_ bytes: [UInt8], file: String, _ findings: inout Findings) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let dark = text.firstRange(of: "prefers-color-scheme: dark") else { return }
    let light = tokens(text[..<dark.lowerBound])
    let palettes = [
      ("in the light", light),
      ("in the dark", light.merging(tokens(text[dark.lowerBound...])) { _, own in own }),
    ]
    for (name, palette) in palettes {
      for paper in ["paper", "raised"] {
        guard let ground = palette[paper] else { continue }
        for token in texts {
          guard let colour = palette[token] else { continue }
          let ratio = contrast(colour, ground)
          guard ratio < 4.5 else { continue }
          let shown = NumberText.fixed(ratio, decimals: 2)
          findings.add(
            .contrast, in: file,
            "--\(token) on --\(paper) has a contrast of \(shown) to 1 \(name)",
            "Choose a colour with at least 4.5 to 1.")
        }
      }
    }
  }

  /// The colour tokens of the first rule in `text`: `--name: #rrggbb`.
  private static func tokens(_ text: Substring) -> [String: [Double]] {
    guard let open = text.firstIndex(of: "{") else { return [:] }
    var result: [String: [Double]] = [:]
    // A media rule holds the rule that is meant.
    let body = text[open...].prefix { $0 != "}" }
    for part in body.split(whereSeparator: { $0 == ";" || $0 == "{" }) {
      let pair = part.split(separator: ":", maxSplits: 1)
      guard pair.count == 2 else { continue }
      let name = pair[0].split(whereSeparator: \.isWhitespace).last ?? ""
      let value = pair[1].split(whereSeparator: \.isWhitespace).first ?? ""
      guard name.hasPrefix("--"), let colour = colour(value) else { continue }
      result[String(name.dropFirst(2))] = colour
    }
    return result
  }

  private static func colour(_ text: Substring) -> [Double]? {
    guard text.first == "#" else { return nil }
    var digits = Array(text.dropFirst())
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    guard digits.count == 6 else { return nil }
    let channels = stride(from: 0, to: 6, by: 2).compactMap {
      Int(String(digits[$0...($0 + 1)]), radix: 16).map { Double($0) / 255 }
    }
    return channels.count == 3 ? channels : nil
  }

  /// The ratio of two colours' relative luminances, from 1 to 21.
  private static func contrast(_ one: [Double], _ other: [Double]) -> Double {
    let (first, second) = (luminance(one), luminance(other))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  private static func luminance(_ colour: [Double]) -> Double {
    let linear = colour.map { $0 <= 0.040_45 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return 0.212_6 * linear[0] + 0.715_2 * linear[1] + 0.072_2 * linear[2]
  }
}
