import MarketData
import Quant

/// Edits the text of `sources.yml` without touching what the publisher wrote.
struct SourcesText {
  private(set) var lines: [String]

  /// Takes the text; an empty one becomes a file without sources.
  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last == "" { lines.removeLast() }
    if !lines.contains(where: { $0.hasPrefix("sources:") }) { lines.append("sources:") }
    if let index = lines.firstIndex(of: "sources: []") { lines[index] = "sources:" }
  }

  /// The edited text.
  var text: String { lines.joined(separator: "\n") + "\n" }

  /// Appends an entry.
  mutating func append(_ entry: SourceEntry) {
    lines += ["  - id: \(entry.id)"]
    if let file = entry.file { lines.append("    file: \(scalar(file))") }
    if let format = entry.format { lines.append("    format: \(format.rawValue)") }
    lines.append("    kind: \(entry.kind.rawValue)")
    lines.append("    units: \(scalar(entry.units))")
    lines.append("    title: \(scalar(entry.title))")
    lines.append("    publisher: \(scalar(entry.publisher))")
    lines.append("    licence: \(scalar(entry.licence))")
    if let retrieved = entry.retrieved { lines.append("    retrieved: \(retrieved)") }
    if entry.isReference { lines.append("    reference: true") }
    if !entry.imports.isEmpty {
      lines.append("    imports:")
      for record in entry.imports { lines += Self.item(record) }
    }
  }

  /// Adds an import, and the file's place if the entry had none, to the entry with this id.
  mutating func add(_ record: ImportRecord, to id: String, file: String, format: SourceFormat) {
    guard let block = block(of: id) else { return }
    let indent = String(repeating: " ", count: block.indent)
    var end = block.range.upperBound
    while end > block.range.lowerBound + 1, isNote(lines[end - 1]) { end -= 1 }
    var insertion: [String] = []
    let body = lines[block.range.lowerBound..<end]
    let has = { (key: String) in body.contains { $0.hasPrefix("\(indent)\(key):") } }
    if !has("file") { insertion.append("\(indent)file: \(scalar(file))") }
    if !has("format") { insertion.append("\(indent)format: \(format.rawValue)") }
    if let list = body.firstIndex(where: { $0.hasPrefix("\(indent)imports:") }) {
      var last = list + 1
      while last < end, lines[last].hasPrefix("\(indent)  ") || lines[last].hasPrefix("\(indent)- ")
      {
        last += 1
      }
      lines.insert(contentsOf: insertion + Self.item(record, indent: indent), at: last)
    } else {
      insertion.append("\(indent)imports:")
      lines.insert(contentsOf: insertion + Self.item(record, indent: indent), at: end)
    }
  }

  private func isNote(_ line: String) -> Bool {
    let text = line.drop { $0 == " " }
    return text.isEmpty || text.hasPrefix("#")
  }

  /// The lines of the entry with this id and the indent of its keys.
  private func block(of id: String) -> (range: Range<Int>, indent: Int)? {
    for (index, line) in lines.enumerated() {
      guard let dash = line.firstIndex(where: { $0 != " " }), line[dash] == "-" else { continue }
      let depth = line.distance(from: line.startIndex, to: dash)
      let next = lines[(index + 1)...].firstIndex {
        let indent = $0.prefix { $0 == " " }.count
        return !isNote($0) && indent <= depth
      }
      let range = index..<(next ?? lines.count)
      let keys = lines[range].map { line in
        let text = line.drop { $0 == " " || $0 == "-" }
        return text.firstRange(of: " #").map { text[..<$0.lowerBound] } ?? text
      }
      let quoted = ["id: \(id)", "id: \"\(id)\"", "id: '\(id)'"]
      if keys.contains(where: { quoted.contains(String($0).trimmed) }) {
        let rest = line[line.index(after: dash)...]
        return (range, depth + 1 + rest.prefix { $0 == " " }.count)
      }
    }
    return nil
  }

  private static func item(_ record: ImportRecord, indent: String = "    ") -> [String] {
    var lines = [
      "\(indent)  - name: \(quoted(record.name))", "\(indent)    sha256: \(record.sha256)",
      "\(indent)    rows: \(record.rows)",
    ]
    if let first = record.first { lines.append("\(indent)    first: \(first)") }
    if let last = record.last { lines.append("\(indent)    last: \(last)") }
    if !record.problems.isEmpty {
      lines.append("\(indent)    problems: \(quoted(record.problems.joined(separator: "; ")))")
    }
    return lines
  }

  private func scalar(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || " -_./,".contains($0)) }
      && text.first.map { $0.isLetter } == true && text.last != " "
      && !["true", "false", "null", "yes", "no", "on", "off"].contains(text.lowercased())
    return isPlain ? text : Self.quoted(text)
  }

  /// A double-quoted YAML scalar.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let hex = String(scalar.value, radix: 16)
          result += "\\x" + String(repeating: "0", count: 2 - hex.count) + hex
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
