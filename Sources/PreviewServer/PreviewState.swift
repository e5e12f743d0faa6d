/// What the preview shows: the files of the last good build, and what is wrong since.
struct PreviewState: Sendable {
  /// The files of the site by path, for example `daily/index.html`.
  var files: [String: [UInt8]] = [:]
  /// The faults of the last build; `nil` when it went well.
  var faults: [PreviewFault]?
  /// Names the state; another one after every change.
  var shown: String
}

extension PreviewState {
  /// Where a path leads.
  enum Place: Equatable {
    /// A file of the site.
    case file(String)
    /// A folder with a page, asked for without its closing slash.
    case folder
    /// Nothing of the site.
    case nothing
  }

  /// Where a decoded path leads.
  func place(of path: String) -> Place {
    if path.isEmpty || path.hasSuffix("/") {
      return files[path + "index.html"] == nil ? .nothing : .file(path + "index.html")
    }
    if files[path] != nil { return .file(path) }
    return files[path + "/index.html"] == nil ? .nothing : .folder
  }
}
