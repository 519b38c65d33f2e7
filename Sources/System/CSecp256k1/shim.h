#pragma once
#include <secp256k1.h>
#include <secp256k1_recovery.h>

/// The library's own constant context: enough to parse, verify and recover, not to sign. The header
/// declares it as a variable, which Swift would have to treat as shared mutable state.
static inline const secp256k1_context *_Nonnull paylyt_secp256k1_verify_context(void) {
  return secp256k1_context_static;
}

/// The flags that we use; their macros are expressions that Swift does not import.
static const unsigned int paylyt_secp256k1_none = SECP256K1_CONTEXT_NONE;
static const unsigned int paylyt_secp256k1_compressed = SECP256K1_EC_COMPRESSED;
