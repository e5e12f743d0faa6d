#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lets time pass.
func pause(milliseconds: Int) {
  usleep(UInt32(milliseconds) * 1000)
}
