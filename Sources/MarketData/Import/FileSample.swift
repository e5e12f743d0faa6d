/// The start of a file, cut into lines and cells: enough to tell what kind it is.
public struct FileSample: Sendable {
  /// The first lines that are not blank, at most 12, each cut at 4,096 bytes, without a byte order
  /// mark.
  public let lines: [String]
  /// The cells of each line, split at commas outside quotes, without quotes and blanks around them.
  public let cells: [[String]]
  /// Whether the text begins like XML.
  public let isMarkup: Bool

  private static let lineLimit = 12
  private static let byteLimit = 4_096

  /// Takes the sample; only the first 64 KB are looked at, and bytes that are no UTF-8 are replaced.
  public init(_ bytes: [UInt8]) {
    let start = TextEncoding.byteOrderMarkLength(of: bytes)
    let head = bytes[start..<min(bytes.count, 65_536)]
    let isLineEnd: (UInt8) -> Bool = { $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn }
    var lines: [String] = []
    for line in head.split(whereSeparator: isLineEnd) {
      let text = String(decoding: line.prefix(Self.byteLimit), as: UTF8.self)
      guard text.contains(where: { !$0.isWhitespace }) else { continue }
      lines.append(text)
      if lines.count == Self.lineLimit { break }
    }
    self.lines = lines
    cells = lines.map(Self.split)
    isMarkup = lines.first?.first { !$0.isWhitespace } == "<"
  }

  /// The lowercased cells of a line; empty when there is no such line.
  public func header(_ line: Int = 0) -> [String] {
    line < cells.count ? cells[line].map { $0.lowercased() } : []
  }

  /// The first line among the first `limit` whose lowercased cells hold all these names.
  public func headerLine(with names: [String], within limit: Int = 12) -> Int? {
    (0..<min(limit, cells.count)).first { line in
      let header = Set(header(line))
      return names.allSatisfy { header.contains($0.lowercased()) }
    }
  }

  private static func split(_ line: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        cells.append(trimmed(cell))
        cell = ""
      } else {
        cell.append(character)
      }
    }
    cells.append(trimmed(cell))
    return cells
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop { $0 == " " || $0 == "\t" }
    return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
