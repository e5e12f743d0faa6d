extension Drawing {
  /// The text, or as much of its beginning with an ellipsis as fits into `room` pixels.
  func fitted(_ text: String, to room: Double, bold: Bool = false) -> String {
    guard measure(text, bold: bold) > room else { return text }
    var kept = text
    while !kept.isEmpty, measure(kept + "…", bold: bold) > room { kept.removeLast() }
    return kept.isEmpty ? "" : kept + "…"
  }

  /// The first of several wordings, from the fullest on, that fits into `room` pixels.
  func firstFitting(_ wordings: [String], to room: Double, bold: Bool = false) -> String? {
    wordings.first { !$0.isEmpty && measure($0, bold: bold) <= room }
  }
}
