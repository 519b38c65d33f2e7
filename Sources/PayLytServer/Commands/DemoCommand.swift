import PayLytRPC
/// stub
enum DemoCommand { static func run(_ arguments: [String], _ signals: SignalDescriptor) async throws {} }
