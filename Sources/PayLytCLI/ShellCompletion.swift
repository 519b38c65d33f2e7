import PayLytJSON
import PayLytRPC

/// What can come next on a command line, for the shell: `eval "$(paylyt completion)"`.
enum ShellCompletion {
  /// For bash. What stands before the cursor goes to `paylyt completion words`, which answers
  /// without a server.
  static let script = """
    _paylyt() {
      local words
      words=$(paylyt completion words "${COMP_WORDS[@]:1:COMP_CWORD-1}" 2>/dev/null)
      mapfile -t COMPREPLY < <(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}")
      [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace
      return 0
    }
    complete -o default -F _paylyt paylyt

    """

  /// - Parameter before: the words so far, without the program's name.
  static func words(after before: [String]) -> [String] {
    let plain = before.filter { !$0.hasPrefix("-") }
    guard let command = plain.first else { return ClientCommands.names.sorted() }
    switch command {
    case "call":
      return plain.count == 1
        ? Catalog.shared.methods.map(\.method.shortName) : fields(of: plain[1])
    case "describe": return Catalog.shared.methods.map(\.method.shortName)
    case "methods": return Catalog.shared.services.compactMap { $0.first?.method.serviceShortName }
    case _: break
    }
    if let (form, rest) = ShortForm.find(plain), form.argument == nil || !rest.isEmpty {
      return fields(of: form.method)
    }
    let next = ShortForm.all.filter { $0.words.starts(with: plain) }
      .compactMap { $0.words.dropFirst(plain.count).first }
    return Set(next).sorted()
  }

  private static func fields(of method: String) -> [String] {
    do throws(Failure) {
      let type = try Catalog.shared.method(method).method.requestType
      return (Catalog.shared.schema.message(type)?.fields ?? []).map { "\($0.name)=" }
    } catch {
      // Nothing comes after a method that does not exist.
      return []
    }
  }
}
