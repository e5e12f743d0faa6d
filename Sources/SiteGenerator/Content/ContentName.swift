/// The name of a file of content, which becomes an address and a folder of the site.
enum ContentName {
  /// What is wrong with a name, and what to do; `nil` for one that every disk and every link can hold.
  ///
  /// Letters, digits and symbols of all scripts may stand in it. Windows cannot hold some characters
  /// and names, an address cannot hold others, and a reader cannot see the rest.
  ///
  /// - Parameter path: the path of a Markdown file from the site's root, such as
  ///   `Content/pages/about/sources.md`.
  /// - Returns: what the matter is, as a message begins, and a sentence.
  static func fault(of path: String) -> (what: String, remedy: String)? {
    guard path.hasPrefix("Content/"), path.hasSuffix(".md") else { return nil }
    let parts = path.dropLast(".md".count).split(separator: "/").dropFirst(2)
    for part in parts {
      if let scalar = part.unicodeScalars.first(where: isRefused) {
        return (
          "the file name holds \(ShownScalar.name(of: scalar)), which an address or a disk may refuse",
          "Rename it with letters, digits and hyphens."
        )
      }
      if windowsNames.contains(part.lowercased()) {
        return ("Windows refuses a folder with the name `\(part)`", "Give the file another name.")
      }
      if let ending = fileEndings.first(where: part.lowercased().hasSuffix) {
        return (
          "the name `\(part)` ends in `\(ending)` as the name of a file does, not of a page",
          "Give the file another name."
        )
      }
    }
    return nil
  }

  private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    "\\:*?\"<>|#%".unicodeScalars.contains(scalar) || scalar.properties.isWhitespace
      || ShownScalar.isUnseen(scalar)
  }

  /// Names of devices.
  private static let windowsNames: Set<String> = Set(
    ["con", "prn", "aux", "nul"]
      + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })

  /// Endings of the files that a build writes, and a dot, which Windows drops.
  private static let fileEndings = [
    ".html", ".css", ".js", ".svg", ".xml", ".json", ".csv", ".",
  ]
}
