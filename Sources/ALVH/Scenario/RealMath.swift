#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Natural logarithm; the one place of this target that imports the C library's functions.
func logarithm(_ value: Double) -> Double { log(value) }

/// e to the power of the value.
func exponential(_ value: Double) -> Double { exp(value) }
