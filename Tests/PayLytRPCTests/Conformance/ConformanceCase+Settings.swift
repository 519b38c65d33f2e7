@testable import PayLytRPC

extension ConformanceCase {
  private typealias Make = Conformance
  private typealias Kind = Conformance.Kind

  /// RFC 9113 §6.5 and §6.9: what a peer may say about itself, and how much it may send.
  static let settingsCases = [
    ConformanceCase(
      "6.5", "an acknowledgement with a payload is a FRAME_SIZE_ERROR",
      Frame.make(Kind.settings, flags: 1, Make.bytes(6)), .connectionError(.frameSizeError)),
    ConformanceCase(
      "6.5", "SETTINGS on a stream is a PROTOCOL_ERROR", Frame.make(Kind.settings, stream: 1),
      .connectionError(.protocolError)),
    ConformanceCase(
      "6.5", "SETTINGS of half an entry is a FRAME_SIZE_ERROR",
      Frame.make(Kind.settings, Make.bytes(3)), .connectionError(.frameSizeError)),
    ConformanceCase(
      "6.5.2", "ENABLE_PUSH that is neither 0 nor 1 is a PROTOCOL_ERROR", Make.settings([(2, 2)]),
      .connectionError(.protocolError)),
    ConformanceCase(
      "6.5.2", "a window over 2^31-1 is a FLOW_CONTROL_ERROR", Make.settings([(4, 0x8000_0000)]),
      .connectionError(.flowControlError)),
    ConformanceCase(
      "6.5.2", "frames below 2^14 is a PROTOCOL_ERROR", Make.settings([(5, 16_383)]),
      .connectionError(.protocolError)),
    ConformanceCase(
      "6.5.2", "frames over 2^24-1 is a PROTOCOL_ERROR", Make.settings([(5, 1 << 24)]),
      .connectionError(.protocolError)),
    ConformanceCase(
      "6.5.2", "an unknown setting is ignored",
      Make.settings([(0xfe, 1), (0xff, 0xffff_ffff)]) + Make.request(on: 1), .answered(stream: 1)),
    ConformanceCase(
      "6.5.2", "the largest window is taken",
      Make.settings([(4, 0x7fff_ffff)]) + Make.request(on: 1), .answered(stream: 1)),
    ConformanceCase(
      "6.5.2", "no dynamic table is taken", Make.settings([(1, 0)]) + Make.request(on: 1),
      .answered(stream: 1)),
    ConformanceCase(
      "6.5.3", "SETTINGS are acknowledged", Make.settings([(3, 100)]),
      .frame(Kind.settings, flags: 1, [])),
    ConformanceCase(
      "6.5.3", "of one setting twice the last one holds",
      Make.settings([(4, 0), (4, 65_535)]) + Make.request(on: 1), .answered(stream: 1)),
    ConformanceCase(
      "6.9", "WINDOW_UPDATE of 0 on the connection is a PROTOCOL_ERROR", Make.window(0),
      .connectionError(.protocolError)),
    ConformanceCase(
      "6.9", "WINDOW_UPDATE of 0 on a stream is its PROTOCOL_ERROR",
      Make.sleeping(on: 1) + Make.window(0, on: 1), .connectionError(.protocolError)),
    ConformanceCase(
      "6.9", "WINDOW_UPDATE of another length is a FRAME_SIZE_ERROR",
      Frame.make(Kind.window, Make.bytes(3)), .connectionError(.frameSizeError)),
    ConformanceCase(
      "6.9", "the reserved bit of an increment is ignored",
      Make.window(0x8000_0001) + Make.request(on: 1), .answered(stream: 1)),
    ConformanceCase(
      "6.9.1", "a window of the connection that overflows is a FLOW_CONTROL_ERROR",
      Make.window(0x7fff_ffff) + Make.window(0x7fff_ffff), .connectionError(.flowControlError)),
    ConformanceCase(
      "6.9.1", "a window of a stream that overflows is its FLOW_CONTROL_ERROR",
      Make.sleeping(on: 1) + Make.window(0x7fff_ffff, on: 1) + Make.window(0x7fff_ffff, on: 1),
      .streamError(.flowControlError, stream: 1)),
    ConformanceCase(
      "6.9.1", "no more is sent than the stream's window",
      Make.settings([(4, 3)]) + Make.request(on: 1),
      .frame(Kind.data, flags: 0, Array(ProtocolTests.message.prefix(3)))),
    ConformanceCase(
      "6.9.1", "what the window held back follows its update",
      steps: [Make.settings([(4, 3)]) + Make.request(on: 1), Make.window(5, on: 1)],
      .frame(Kind.data, flags: 0, Array(ProtocolTests.message.suffix(5)))),
    ConformanceCase(
      "6.9.2", "a window that SETTINGS widen lets go on what waits",
      steps: [Make.settings([(4, 0)]) + Make.request(on: 1), Make.settings([(4, 100)])],
      .answered(stream: 1)),
    ConformanceCase(
      "6.9.2", "a window may become negative and recover",
      steps: [
        Make.settings([(4, 3)]) + Make.request(on: 1), Make.settings([(4, 1)]),
        Make.window(7, on: 1),
      ], .frame(Kind.data, flags: 0, Array(ProtocolTests.message.suffix(5)))),
    // The connection's error by the letter; nghttp2 ends the stream alone, which is as safe.
    ConformanceCase(
      "6.9.2", "SETTINGS that make a stream's window overflow are a FLOW_CONTROL_ERROR",
      Make.sleeping(on: 1) + Make.window(0x7fff_0000, on: 1) + Make.settings([(4, 0x7fff_ffff)]),
      .streamError(.flowControlError, stream: 1)),
  ]
}
