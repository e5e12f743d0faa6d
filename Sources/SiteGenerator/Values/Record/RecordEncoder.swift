import Foundation

/// Encodes a value as JSON on one line with sorted keys, as Foundation's encoder does with `sortedKeys`
/// and `withoutEscapingSlashes`, byte for byte.
///
/// A site has a record of every session, and with Foundation's encoder they would take as long as
/// all pages together. This one writes members straight into bytes and puts them in order when an
/// object is done; lists of numbers, the bulk of a decision, are written in one go.
enum RecordEncoder {
  /// The JSON of a value.
  ///
  /// - Throws: `NotFinite` for a number that JSON does not have; what the value's own encoding throws.
  static func bytes(of value: some Encodable) throws -> [UInt8] {
    var buffer = JSONBuffer()
    buffer.reserve(32 * 1024)
    try EncoderPool().write(value, to: &buffer)
    return buffer.bytes
  }

  /// A number that is not finite.
  struct NotFinite: LocalizedError {
    /// The key of its object; empty in a list.
    let key: String

    /// What is wrong, and what to do.
    var errorDescription: String? {
      "the decision holds a number that is not finite, `\(key)`. Report it with the site’s content."
    }
  }
}

/// Writes any value, the common ones without an encoder, and keeps encoders for use again: a decision
/// has hundreds of small values.
private final class EncoderPool {
  private var idle: [ElementEncoder] = []

  func write<T: Encodable>(
    _ value: T, to buffer: inout JSONBuffer, key: String = ""
  ) throws {
    if T.self == Double.self {
      try write(unsafeBitCast(value, to: Double.self), to: &buffer, key: key)
    } else if T.self == Int.self {
      buffer.append(integer: Int64(unsafeBitCast(value, to: Int.self)))
    } else if T.self == [Double].self, let numbers = value as? [Double] {
      guard numbers.allSatisfy(\.isFinite) else { throw RecordEncoder.NotFinite(key: key) }
      buffer.append(numbers: numbers)
    } else if T.self == String.self, let string = value as? String {
      buffer.append(string: string)
    } else {
      let encoder = idle.popLast() ?? ElementEncoder(self)
      try value.encode(to: encoder)
      encoder.finish(into: &buffer)
      idle.append(encoder)
    }
  }

  func write(_ value: Double, to buffer: inout JSONBuffer, key: String) throws {
    guard value.isFinite else { throw RecordEncoder.NotFinite(key: key) }
    buffer.append(number: value)
  }
}

/// What a value encodes itself into: one scalar, one list or one object.
private final class ElementEncoder: Encoder {
  private enum Kind { case nothing, scalar, list, object }

  // A path would be made for every member, and no error here needs it.
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]
  private var kind = Kind.nothing
  private let object: ObjectStorage
  private let list: ListStorage
  fileprivate var scalar = JSONBuffer() {
    didSet { kind = .scalar }
  }

  init(_ pool: EncoderPool) {
    object = ObjectStorage(pool)
    list = ListStorage(pool)
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    kind = .object
    return KeyedEncodingContainer(ObjectWriter<Key>(object))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    kind = .list
    return ListWriter(list)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    ScalarWriter(self, object.pool)
  }

  /// Writes what the value has encoded, and is ready for the next one; a value that encodes nothing
  /// is an empty object.
  func finish(into buffer: inout JSONBuffer) {
    switch kind {
    case .scalar: buffer.append(scalar.bytes[...])
    case .list: list.finish(into: &buffer)
    case .object, .nothing: object.finish(into: &buffer)
    }
    kind = .nothing
  }
}

/// The members of an object as they come, to be put in the order of their keys.
private final class ObjectStorage {
  enum Member {
    case written(Range<Int>)
    case object(ObjectStorage)
    case list(ListStorage)
  }

  unowned let pool: EncoderPool
  var buffer = JSONBuffer()
  var members: [(key: String, value: Member)] = []

  init(_ pool: EncoderPool) { self.pool = pool }

  func finish(into output: inout JSONBuffer) {
    members.sort { $0.key < $1.key }
    output.append("{")
    for (index, member) in members.enumerated() {
      if index > 0 { output.append(",") }
      output.append(string: member.key)
      output.append(":")
      switch member.value {
      case .written(let range): output.append(buffer.bytes[range])
      case .object(let object): object.finish(into: &output)
      case .list(let list): list.finish(into: &output)
      }
    }
    output.append("}")
    members.removeAll(keepingCapacity: true)
    buffer.removeAll()
  }
}

/// The elements of a list, in order.
private final class ListStorage {
  unowned let pool: EncoderPool
  var buffer = JSONBuffer()
  var count = 0

  init(_ pool: EncoderPool) { self.pool = pool }

  func begin() {
    if count > 0 { buffer.append(",") }
    count += 1
  }

  func finish(into output: inout JSONBuffer) {
    output.append("[")
    output.append(buffer.bytes[...])
    output.append("]")
    buffer.removeAll()
    count = 0
  }
}

private struct ObjectWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let storage: ObjectStorage
  let codingPath: [any CodingKey] = []

  init(_ storage: ObjectStorage) { self.storage = storage }

  private func member(_ key: Key, _ write: (inout JSONBuffer) throws -> Void) rethrows {
    let start = storage.buffer.bytes.count
    try write(&storage.buffer)
    storage.members.append((key.stringValue, .written(start..<storage.buffer.bytes.count)))
  }

  func encodeNil(forKey key: Key) { member(key) { $0.append("null") } }
  func encode(_ value: Bool, forKey key: Key) {
    member(key) { $0.append(value ? "true" : "false") }
  }
  func encode(_ value: String, forKey key: Key) { member(key) { $0.append(string: value) } }
  func encode(_ value: Int, forKey key: Key) { member(key) { $0.append(integer: Int64(value)) } }
  func encode(_ value: Double, forKey key: Key) throws {
    try member(key) { try storage.pool.write(value, to: &$0, key: key.stringValue) }
  }
  func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    try member(key) { try storage.pool.write(value, to: &$0, key: key.stringValue) }
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    let nested = ObjectStorage(storage.pool)
    storage.members.append((key.stringValue, .object(nested)))
    return KeyedEncodingContainer(ObjectWriter<Nested>(nested))
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    let nested = ListStorage(storage.pool)
    storage.members.append((key.stringValue, .list(nested)))
    return ListWriter(nested)
  }

  // Classes alone encode themselves through their parents, and no decision holds one.
  func superEncoder() -> any Encoder { preconditionFailure("a record holds no class") }
  func superEncoder(forKey key: Key) -> any Encoder { superEncoder() }
}

private struct ListWriter: UnkeyedEncodingContainer {
  let storage: ListStorage
  let codingPath: [any CodingKey] = []
  var count: Int { storage.count }

  init(_ storage: ListStorage) { self.storage = storage }

  func encodeNil() {
    storage.begin()
    storage.buffer.append("null")
  }

  func encode<T: Encodable>(_ value: T) throws {
    storage.begin()
    try storage.pool.write(value, to: &storage.buffer)
  }

  // The values of a decision nest through their own types, never through these.
  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> { preconditionFailure("a record nests through its types") }
  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    preconditionFailure("a record nests through its types")
  }
  func superEncoder() -> any Encoder { preconditionFailure("a record holds no class") }
}

private struct ScalarWriter: SingleValueEncodingContainer {
  let encoder: ElementEncoder
  let pool: EncoderPool
  var codingPath: [any CodingKey] { [] }

  init(_ encoder: ElementEncoder, _ pool: EncoderPool) {
    self.encoder = encoder
    self.pool = pool
  }

  private func scalar(_ write: (inout JSONBuffer) throws -> Void) rethrows {
    var buffer = JSONBuffer()
    try write(&buffer)
    encoder.scalar = buffer
  }

  func encodeNil() { scalar { $0.append("null") } }
  func encode(_ value: Bool) { scalar { $0.append(value ? "true" : "false") } }
  func encode(_ value: String) { scalar { $0.append(string: value) } }
  func encode<T: Encodable>(_ value: T) throws {
    try scalar { try pool.write(value, to: &$0) }
  }
}
