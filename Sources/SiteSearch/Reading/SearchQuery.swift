/// What a reader asks for.
public struct SearchQuery: Hashable, Sendable {
  /// The words, as they were entered.
  ///
  /// A page matches when it holds at least one of them. The last word is also the beginning of
  /// longer words, unless a space follows it; a date or month finds all dates that begin with it.
  public var text: String
  /// Only pages of this kind; `nil` for all.
  public var kind: String?
  /// Only pages whose own date begins with this date, month or year; empty for all.
  public var date: String

  /// Creates a query.
  public init(_ text: String, kind: String? = nil, date: String = "") {
    self.text = text
    self.kind = kind
    self.date = date
  }
}
