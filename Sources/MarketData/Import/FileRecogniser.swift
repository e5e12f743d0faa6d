/// Tells what kind a file is by its content, and reads it.
public enum FileRecogniser {
  /// Every reader; special kinds stand before general ones.
  public static let readers: [any FileReader.Type] =
    OwnFileReaders.all + BrokerFileReaders.all + ChainFileReaders.all + FuturesFileReaders.all
    + SeriesFileReaders.all

  /// The kind of a file, `nil` when no reader accepts it.
  public static func kind(of bytes: [UInt8]) -> FileKind? {
    reader(of: FileSample(bytes))?.kind
  }

  /// Reads a file with the reader that accepts its content, or with the one for `kind`.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: its name in messages; the exchange's contract files tell the expiration by it.
  ///   - kind: the kind, when the publisher says so; `nil` to recognise it.
  ///   - context: what the reader may be told beside the bytes.
  /// - Returns: what was read.
  /// - Throws: the fault of a file that no reader accepts.
  public static func read(
    _ bytes: [UInt8], file: String, kind: FileKind? = nil,
    context: ReadingContext = ReadingContext()
  ) throws(Diagnostic) -> FileReading {
    let sample = FileSample(bytes)
    let chosen = kind.flatMap { kind in readers.first { $0.kind == kind } } ?? reader(of: sample)
    if let chosen { return chosen.read(bytes, file: file, context: context) }
    throw UnknownFile.problem(bytes, sample: sample, file: file)
  }

  private static func reader(of sample: FileSample) -> (any FileReader.Type)? {
    readers.first { $0.recognises(sample) }
  }
}

/// What to say about a file that no reader accepts.
enum UnknownFile {
  static func problem(_ bytes: [UInt8], sample: FileSample, file: String) -> Diagnostic {
    if let problem = CSVTable.problemOfWholeFile(bytes, file: file) { return problem }
    guard let line = sample.lines.first else { return CSVTable.emptyFile(file) }
    let shown = ShownText.quoted(String(line.prefix(80)))
    let nearest = nearest(to: sample.header())
    return Diagnostic(
      location: SourceLocation(file: file, line: 1, column: 1),
      message: "no known format has the first line \(shown)",
      remedy: "The nearest known format is \(nearest.kind.rawValue): \(nearest.shape). "
        + "Export the file again in a known format, or name its kind with --kind.",
      code: .unknownFormat, action: .rejected)
  }

  /// The reader whose shape shares the most names with the header; the first of equals.
  private static func nearest(to header: [String]) -> any FileReader.Type {
    let names = Set(header)
    var best: (reader: any FileReader.Type, score: Double) = (SeriesFileReader.self, -1)
    for reader in FileRecogniser.readers {
      let shape = Set(reader.shape.lowercased().split(separator: ",").map(String.init))
      let score = Double(shape.intersection(names).count) / Double(shape.union(names).count)
      if score > best.score { best = (reader, score) }
    }
    return best.reader
  }
}
