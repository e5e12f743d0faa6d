import Foundation
import Quant

/// The command's view of the clock; below the command, time is passed in.
enum Clock {
  /// Today's date in Coordinated Universal Time.
  static var today: CalendarDate {
    CalendarDate(dayNumber: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down)))
  }
}
