/// The accounts of one file as the product stores them, told apart where their masks are the same.
///
/// `U1114567` and `U2224567` are both shown as `…4567`; the second account of a file with a mask that
/// is taken is `…4567 (2)`. Nothing more of the number is shown.
struct AccountMasks {
  private var shown: [String: String] = [:]
  private var uses: [String: Int] = [:]

  /// The mask of an account, the same each time it comes.
  mutating func mask(_ account: String) -> String {
    if let known = shown[account] { return known }
    let mask = BrokerText.masked(account)
    let count = uses[mask, default: 0] + 1
    uses[mask] = count
    let name = count == 1 ? mask : "\(mask) (\(count))"
    shown[account] = name
    return name
  }
}
