/// What a new site begins with.
public enum StarterKind: String, Sendable, CaseIterable {
  /// Commented configuration and one worked example with its data.
  case example
  /// Commented configuration only.
  case bare

  /// The folder below `Templates/starter` that holds the files.
  var folder: String { "Templates/starter/\(rawValue)" }
}
