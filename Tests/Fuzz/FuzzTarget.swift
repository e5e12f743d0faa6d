import MarketData
import Quant

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The target that `HEDGEBOOK_FUZZ_TARGET` names: a kind of file, `recognise`, `xml` or `gzip`.
private let target = getenv("HEDGEBOOK_FUZZ_TARGET").map { String(cString: $0) } ?? "recognise"

/// The entry point of libFuzzer: one input, which must neither trap nor break a promise.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  switch target {
  case "xml":
    var problems: [Diagnostic] = []
    let tags = XMLScanner.startTags(in: bytes, file: "input.xml", into: &problems)
    precondition(tags.isEmpty || problems.isEmpty, "tags of a document with a fault")
  case "gzip":
    do {
      let content = try GzipArchive.unpack(bytes, file: "input.gz", limit: 1 << 20)
      precondition(content.count <= 1 << 20)
    } catch {}
  case "recognise":
    _ = FileRecogniser.kind(of: bytes)
    read(bytes, kind: nil)
  default:
    guard let kind = FileKind(rawValue: target) else { fatalError("no target \(target)") }
    read(bytes, kind: kind)
  }
  return 0
}

/// Reads the input and checks what every reader promises.
private func read(_ bytes: [UInt8], kind: FileKind?) {
  // Contract files tell their expiration by their name, breadth files their series.
  for name in ["VX_2016-02-17.csv", "NYSE_advn.csv"] {
    do {
      let reading = try FileRecogniser.read(bytes, file: name, kind: kind)
      precondition(reading.rowCount >= 0)
      precondition(reading.problems.allSatisfy { $0.code != nil && $0.action != nil })
      precondition((reading.first == nil) == (reading.last == nil))
      if let first = reading.first, let last = reading.last { precondition(first <= last) }
    } catch {
      precondition(error.action == .rejected)
    }
  }
}
