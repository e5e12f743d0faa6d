import Synchronization

/// Writes down with which shapes of values one page used the templates.
///
/// Which names a template finds depends on the shape of the values only, see `TemplateShape`.
final class TemplateTrace: Sendable {
  /// What was written down.
  struct Evidence: Sendable {
    /// Numbers of the shapes, equal for equal shapes within one run of the program.
    var shapes: Set<Int> = []
    /// Whether values were used that have no shape.
    var isIncomplete = false
  }

  private let noted = Mutex(Evidence())

  /// All that was written down so far.
  var evidence: Evidence { noted.withLock { $0 } }

  /// Notes values by their shape.
  func note(_ shape: TemplateShape) {
    noted.withLock { evidence in
      if shape.isPlain {
        evidence.shapes.insert(shape.key.hashValue)
      } else {
        evidence.isIncomplete = true
      }
    }
  }

  /// Notes the use of a part that all pages share.
  func note(part name: String) {
    noted.withLock { evidence in _ = evidence.shapes.insert(name.hashValue) }
  }
}
