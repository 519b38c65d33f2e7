// protobuf-c, and a place for the memory that a message is built in.
#pragma once
#include <protobuf-c/protobuf-c.h>
#include <stddef.h>

/// One block of memory that each thread keeps for its next message, so that a message costs no
/// malloc: keeps `block` (or NULL) from now on, and hands over the one before. Call it in one source
/// file only: each has a block of its own. Never inlined: no optimiser may keep the address of a
/// thread-local across a suspension point.
__attribute__((noinline, unused)) static void *paylyt_exchange_kept(void *block) {
  static __thread void *kept __attribute__((tls_model("initial-exec")));
  __asm__ volatile("" ::: "memory");
  void *before = kept;
  kept = block;
  return before;
}
