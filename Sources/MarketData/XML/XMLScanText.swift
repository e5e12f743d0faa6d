import CLibXML2

extension XMLScan {
  /// The number of bytes the parser has read.
  func offset(_ context: UnsafeMutableRawPointer?) -> Int {
    guard let input = context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee.input,
      let base = input.pointee.base, let current = input.pointee.cur
    else { return 0 }
    return Int(input.pointee.consumed) + (current - base)
  }

  /// The place of the last `<` before the offset: a tag's start, because no value may hold one.
  ///
  /// Places are counted on from the last call, so that all calls together read the text once.
  func location(startingAtOrBefore offset: Int) -> SourceLocation {
    var start = min(offset, bytes.count - 1)
    while start > 0, bytes[start] != ASCII.lessThan { start -= 1 }
    cursor.advance(to: start, in: bytes)
    return SourceLocation(file: file, line: cursor.line, column: cursor.column)
  }

  static func text(_ pointer: UnsafePointer<UInt8>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  static func text(_ pointer: UnsafePointer<CChar>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  static func qualified(
    _ name: UnsafePointer<UInt8>?, _ prefix: UnsafePointer<UInt8>?
  ) -> String {
    let local = text(name) ?? ""
    return text(prefix).map { "\($0):\(local)" } ?? local
  }

  /// Attributes come as five pointers each: name, prefix, namespace, start and end of the value.
  static func attributes(
    _ fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int
  ) -> [XMLStartTag.Attribute] {
    guard let fields else { return [] }
    return (0..<count).map { index in
      let field = fields + 5 * index
      let value = field[3].flatMap { start in
        field[4].map { UnsafeBufferPointer(start: start, count: $0 - start) }
      }
      return XMLStartTag.Attribute(
        name: qualified(field[0], field[1]),
        value: value.map { String(decoding: $0, as: UTF8.self) } ?? "")
    }
  }
}
