import CZlib

/// Unpacks gzip files (RFC 1952), several members one after another included.
public enum GzipArchive {
  /// The largest content that is unpacked, 256 MB: a small archive can claim any size.
  public static let contentLimit = 256 << 20

  /// Whether the bytes begin like a gzip file.
  public static func isArchive(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x1F, 0x8B])
  }

  /// The size that the bytes have when a web server packs them: gzip at its default level.
  ///
  /// Complexity: O(n), about 50 MB a second.
  public static func packedSize(of bytes: [UInt8]) -> Int {
    var size = compressBound(uLong(bytes.count))
    var output = [UInt8](repeating: 0, count: Int(size))
    let status = compress(&output, &size, bytes, uLong(bytes.count))
    // The buffer has the size that the library asks for; only memory can be lacking.
    precondition(status == Z_OK, "there is no memory to measure the packed size")
    // The same data in a gzip member: its header and trailer are 12 bytes longer than zlib's.
    return Int(size) + 12
  }

  /// The content of an archive.
  ///
  /// - Parameters:
  ///   - bytes: the archive.
  ///   - file: its name in messages.
  ///   - limit: the most bytes that are unpacked.
  /// - Returns: the unpacked bytes.
  /// - Throws: a fault of an archive that is damaged, cut short, or larger than the limit.
  public static func unpack(
    _ bytes: [UInt8], file: String, limit: Int = contentLimit
  ) throws(Diagnostic) -> [UInt8] {
    var content: [UInt8] = []
    // One buffer and no copy of the rest for all members: an archive can have one every 20 bytes.
    var output = [UInt8](repeating: 0, count: 65_536)
    var position = 0
    repeat {
      position = try unpackMember(
        bytes, from: position, through: &output, into: &content, file: file, limit: limit)
    } while position < bytes.count
    return content
  }

  private static func unpackMember(
    _ bytes: [UInt8], from start: Int, through output: inout [UInt8],
    into content: inout [UInt8], file: String, limit: Int
  ) throws(Diagnostic) -> Int {
    var stream = z_stream()
    guard hedgebook_gzip_begin(&stream) == Z_OK else { throw damaged(file) }
    defer { inflateEnd(&stream) }
    let capacity = output.count
    var status = Z_OK
    var used = start
    while status == Z_OK {
      let produced = bytes.withUnsafeBufferPointer { inputBuffer -> Int in
        output.withUnsafeMutableBufferPointer { outputBuffer -> Int in
          guard let source = inputBuffer.baseAddress, let target = outputBuffer.baseAddress else {
            status = Z_BUF_ERROR
            return 0
          }
          // The library declares its input mutable and does not write to it.
          stream.next_in = UnsafeMutablePointer(mutating: source + used)
          stream.avail_in = UInt32(min(inputBuffer.count - used, 1 << 30))
          let available = stream.avail_in
          stream.next_out = target
          stream.avail_out = UInt32(capacity)
          status = inflate(&stream, Z_NO_FLUSH)
          used += Int(available - stream.avail_in)
          return capacity - Int(stream.avail_out)
        }
      }
      guard content.count + produced <= limit else { throw tooLarge(file, limit: limit) }
      content += output[..<produced]
      if status == Z_OK, produced == 0, used == bytes.count { throw damaged(file) }
    }
    guard status == Z_STREAM_END else { throw damaged(file) }
    return used
  }

  private static func damaged(_ file: String) -> Diagnostic {
    Diagnostic(
      location: SourceLocation(file: file), message: "the gzip archive is damaged or cut short",
      remedy: "Download the file again, or unpack it with gunzip and import the content.",
      code: .malformed, action: .rejected)
  }

  private static func tooLarge(_ file: String, limit: Int) -> Diagnostic {
    Diagnostic(
      location: SourceLocation(file: file),
      message: "the gzip archive holds more than \(limit) bytes",
      remedy: "Split the content into smaller files.", code: .limitExceeded, action: .rejected)
  }
}
