import Markdown

/// A Markdown text whose values are printed, and where its characters stand in the file.
struct SubstitutedProse {
  /// The text with its values.
  var markdown: String
  /// The file it comes from.
  var file: String
  /// Where columns differ from those of the file.
  var columns = SubstitutedColumns()
}

/// The columns of a file's lines after their value references were replaced.
struct SubstitutedColumns {
  private struct Reference {
    /// Columns of the reference in the file.
    var written: Range<Int>
    /// Columns of its value in the text.
    var shown: Range<Int>
  }

  private var references: [Int: [Reference]] = [:]

  /// Notes a reference behind all those of its line that were noted before.
  ///
  /// - Parameters:
  ///   - line: its line in the file.
  ///   - written: its columns in the file.
  ///   - shown: the column of its value in the text.
  ///   - width: how many Unicode scalars the value has.
  mutating func add(line: Int, written: Range<Int>, shown: Int, _ width: Int) {
    references[line, default: []].append(
      Reference(written: written, shown: shown..<(shown + width)))
  }

  /// The place in the file; within a value it is that of the reference.
  ///
  /// Complexity: O(log n) in the number of references on the line.
  func written(_ position: SourcePosition) -> SourcePosition {
    guard let line = references[position.line] else { return position }
    var low = 0
    var high = line.count
    while low < high {
      let middle = (low + high) / 2
      if line[middle].shown.lowerBound <= position.column {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0 else { return position }
    let reference = line[low - 1]
    let behind = position.column - reference.shown.upperBound
    let column = behind < 0 ? reference.written.lowerBound : reference.written.upperBound + behind
    return SourcePosition(line: position.line, column: column)
  }
}
