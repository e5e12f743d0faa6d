/// Readers of VX futures.
enum FuturesFileReaders {
  static let all: [any FileReader.Type] = [
    CFEContractFileReader.self, CFEFinalSettlementsFileReader.self,
    CFESettlementListFileReader.self, CFEVolumeFileReader.self, VXContractPanelFileReader.self,
    VXRankPanelFileReader.self,
  ]
}
