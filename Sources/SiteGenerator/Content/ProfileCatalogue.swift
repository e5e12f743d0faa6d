import ALVH
import MarketData
import TextDistance

/// The profiles of a site: its own files, and those of the product that it does not replace.
struct ProfileCatalogue: Sendable {
  /// Every profile without faults, rule tables first, then by id.
  private(set) var definitions: [ProfileDefinition] = []

  /// The profile with an id.
  subscript(id: String) -> ProfileDefinition? { definitions.first { $0.id == id } }

  /// Reads and checks every profile file.
  static func read(
    site: any FileSystem, product: (any FileSystem)?, into problems: inout [Diagnostic]
  ) throws -> ProfileCatalogue {
    var files: [String: ProfileFile] = [:]
    for (folder, system) in [(product, true), (site, false)].compactMap({ pair in
      pair.0.map { ($0, pair.1) }
    }) {
      for path in try folder.files(under: ProfileFile.folder) where path.hasSuffix(".yml") {
        if system, site.exists(path) { continue }
        let file = ProfileFile(bytes: try folder.read(path), path: path, into: &problems)
        if let file { files[file.source.id] = file }
      }
    }
    var catalogue = ProfileCatalogue()
    for id in files.keys.sorted() {
      guard let file = files[id],
        let source = completed(file, files, into: &problems)
      else { continue }
      var issues: [ProfileIssue] = []
      if let definition = ProfileCompiler.compile(source, into: &issues) {
        catalogue.definitions.append(definition)
      }
      problems += diagnostics(issues, of: file, files)
    }
    catalogue.definitions.sort { left, right in
      (left.ruleTable == nil ? 1 : 0, left.id) < (right.ruleTable == nil ? 1 : 0, right.id)
    }
    return catalogue
  }

  /// The faults of a file; what its base has wrong is reported once, in the base's own file.
  private static func diagnostics(
    _ issues: [ProfileIssue], of file: ProfileFile, _ files: [String: ProfileFile]
  ) -> [Diagnostic] {
    guard let base = file.base.flatMap({ files[$0] }) else {
      return issues.compactMap(file.diagnostic)
    }
    var unheard: [Diagnostic] = []
    var inBase: [ProfileIssue] = []
    if let source = completed(base, files, into: &unheard) {
      _ = ProfileCompiler.compile(source, into: &inBase)
    }
    return issues.filter { !inBase.contains($0) }.compactMap(file.diagnostic)
  }

  /// The file's source with the parameters of its base, and of that one's base.
  private static func completed(
    _ file: ProfileFile, _ files: [String: ProfileFile], into problems: inout [Diagnostic]
  ) -> ProfileSource? {
    var source = file.source
    var visited = [file.source.id]
    var next = file.base
    while let id = next {
      guard let base = files[id] else {
        let nearest = Spelling.nearest(to: id, among: files.keys.sorted())
        problems.append(
          file.baseProblem(
            "there is no profile `\(id)` to build on",
            nearest.map { "Did you mean `\($0)`?" } ?? "Remove `base:`."))
        return nil
      }
      guard !visited.contains(id) else {
        problems.append(
          file.baseProblem(
            "the profiles \(visited.joined(separator: ", ")) build on each other",
            "Let one of them stand on its own."))
        return nil
      }
      guard base.source.kind == source.kind else {
        problems.append(
          file.baseProblem(
            "the profile `\(id)` is of the kind `\(base.source.kind.rawValue)`, not "
              + "`\(source.kind.rawValue)`", "Build on a profile of the same kind."))
        return nil
      }
      source = source.based(on: base.source)
      visited.append(id)
      next = base.base
    }
    return source
  }
}
