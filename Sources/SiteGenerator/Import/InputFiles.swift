import Foundation
import MarketData

extension DataImport.InputFile {
  /// Reads files of the machine; gzip archives are unpacked.
  ///
  /// - Parameter paths: the files, as the publisher names them.
  /// - Returns: the files in the same order.
  /// - Throws: `DiagnosticList` with every file that cannot be read.
  public static func read(_ paths: [String]) throws -> [DataImport.InputFile] {
    var problems: [Diagnostic] = []
    var files: [DataImport.InputFile] = []
    for path in paths {
      do {
        let bytes = try FileContents.read(path)
        files.append(
          DataImport.InputFile(
            name: path,
            bytes: GzipArchive.isArchive(bytes)
              ? try GzipArchive.unpack(bytes, file: path) : bytes))
      } catch let problem as Diagnostic {
        problems.append(problem)
      } catch {
        problems.append(problem(error, path: path))
      }
    }
    try DiagnosticList(problems).throwIfErrors()
    return files
  }

  /// What to do about a path that is refused; `nil` for one that the system does not let be read.
  private static func remedy(for reason: FileRefusal.Reason) -> String? {
    switch reason {
    case .notAFile: "Name the files one by one, or with *.csv."
    case .tooLarge: "Split the file."
    case .failed, .name: nil
    }
  }

  private static func problem(_ error: any Error, path: String) -> Diagnostic {
    let place = SourceLocation(file: path)
    if let refusal = error as? FileRefusal, let remedy = Self.remedy(for: refusal.reason) {
      return .error(place, "it is not read: \(refusal.what)", remedy)
    }
    if let error = error as? CocoaError, error.code == .fileReadNoSuchFile {
      return .error(place, "there is no such file", "Check the path.")
    }
    return .error(place, "the file cannot be read", "Check that you may read it.")
  }
}
