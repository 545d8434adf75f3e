/// The names that messages give days and months: they are in English, whatever the book is in.
package enum EnglishName {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// The month of a number from 1.
  package static func month(_ number: Int) -> String { months[number - 1] }

  /// The weekday of a number from 1, Monday.
  package static func weekday(_ number: Int) -> String { weekdays[number - 1] }
}
