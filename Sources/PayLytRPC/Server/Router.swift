/// Finds the method that a path names. Built once; methods are numbered from 0.
@safe final class Router: Sendable {
  /// One method. A class, because every call keeps a reference to it.
  final class Route: Sendable {
    let descriptor: MethodDescriptor
    let kind: MethodDescriptor.Kind
    /// The handler behind the server's interceptors.
    let invoke: MethodBinding.Handler

    init(_ descriptor: MethodDescriptor, _ invoke: @escaping MethodBinding.Handler) {
      self.descriptor = descriptor
      kind = descriptor.kind
      self.invoke = invoke
    }
  }

  private let routes: [Route]
  /// `routes`, for the steps of a call, which do not count their references to them.
  private let lent: [Unmanaged<Route>]
  private let numbers: [String: Int]

  init(services: [any RPCService], interceptors: [any ServerInterceptor]) {
    var routes: [Route] = []
    var numbers: [String: Int] = [:]
    for binding in services.flatMap(\.methods) {
      let path = binding.descriptor.path
      precondition(numbers[path] == nil, "\(path) is implemented twice")
      numbers[path] = routes.count
      routes.append(
        Route(binding.descriptor, Self.chain(interceptors, around: binding.handler)))
    }
    self.routes = routes
    unsafe lent = routes.map { unsafe Unmanaged.passUnretained($0) }
    self.numbers = numbers
  }

  /// A method, good as long as the router.
  @inline(__always)
  subscript(number: Int) -> Unmanaged<Route> { unsafe lent[number] }

  func number(ofPath path: UnsafeRawBufferPointer) -> Int? {
    numbers[unsafe String(decoding: path, as: UTF8.self)]
  }

  private static func chain(
    _ interceptors: [any ServerInterceptor],
    around handler: @escaping MethodBinding.Handler
  ) -> MethodBinding.Handler {
    // A loop, because a function that passes through `reduce` comes back in a wrapper that every
    // call would pay for.
    var chain = handler
    for interceptor in interceptors.reversed() {
      let next = chain
      chain = { call, context in
        try await interceptor.intercept(context) { try await next(call, context) }
      }
    }
    return chain
  }
}
