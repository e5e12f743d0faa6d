import CBuildInfo

/// The commit the program was built from, when the build was told.
enum BuildCommit {
  /// A version with the commit, such as `0.1.0 (abc1234)`; the version alone without one.
  static func versionText(_ version: String) -> String {
    let commit = String(cString: hedgebook_commit())
    return commit.isEmpty ? version : "\(version) (\(commit))"
  }
}
