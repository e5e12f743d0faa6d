/// What a request asks for, without the library that read it.
struct PreviewRequest: Sendable {
  /// The method as sent, for example `GET`.
  var method: String
  /// The target as sent, for example `/daily/?x=1`.
  var target: String
  /// Every `Host` field of the head.
  var hosts: [String]
  /// The value of `If-None-Match`, when there is one.
  var knownTag: String?
}

/// What the server answers, without the library that writes it.
struct PreviewResponse: Sendable, Equatable {
  /// The status code.
  var status: Int
  /// Header fields beside those that every response carries.
  var fields: [Field] = []
  /// The body; a response to HEAD tells its length only.
  var body: [UInt8] = []

  /// A header field.
  struct Field: Sendable, Equatable {
    var name: String
    var value: String

    init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The value of a field.
  subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// A short answer in plain text.
  static func text(_ status: Int, _ text: String, _ fields: [Field] = []) -> PreviewResponse {
    PreviewResponse(
      status: status, fields: [Field("Content-Type", "text/plain; charset=utf-8")] + fields,
      body: Array((text + "\n").utf8))
  }
}
