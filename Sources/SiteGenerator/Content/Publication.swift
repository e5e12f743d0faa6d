public import Quant

/// Which of the texts that are not public yet a build shows.
///
/// A build knows no clock: a page with a date of publication appears only when the build is given a
/// date that is not earlier, so that the same inputs give the same bytes on every day.
public struct Publication: Sendable, Hashable {
  /// Whether texts marked `draft: true` are shown.
  public var showsDrafts: Bool
  /// The day for which the site is built; without one, no text with a date of publication is shown.
  public var asOf: CalendarDate?

  /// Creates a choice; by default drafts and scheduled texts are left out.
  public init(showsDrafts: Bool = false, asOf: CalendarDate? = nil) {
    self.showsDrafts = showsDrafts
    self.asOf = asOf
  }

  /// Why a text with this header is left out; `nil` when it is shown.
  func reasonToHold(_ header: PageHeader) -> HeldText.Reason? {
    if header.isDraft, !showsDrafts { return .draft }
    guard let day = header.publish else { return nil }
    return asOf.map { $0 >= day } ?? false ? nil : .scheduled(day)
  }
}

/// A file of content that a build left out because it is not public yet.
public struct HeldText: Sendable, Hashable {
  /// Why a text is left out.
  public enum Reason: Sendable, Hashable {
    /// It is marked `draft: true`.
    case draft
    /// It is to appear on the day, and the build was given no day or an earlier one.
    case scheduled(CalendarDate)
  }

  /// The file, relative to the site's folder.
  public var file: String
  /// Why it is left out.
  public var reason: Reason

  /// Why, and which option shows the text: for one line after the file's name.
  public var explanation: String {
    switch reason {
    case .draft: "a draft; --drafts shows it"
    case .scheduled(let day): "to appear on \(day); --as-of \(day) shows it"
    }
  }

  /// The address the text would have.
  var path: PagePath? { PagePath(ofContent: file) }
}
