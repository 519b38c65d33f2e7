// zlib as the RPC stack needs it: the macros that Swift cannot call, as functions.
#pragma once
#include <string.h>
#include <zlib.h>

/// inflateInit2(3): `window_bits` is 15 for the zlib format, 31 for gzip. Z_OK on success; the
/// stream is then freed by inflateEnd.
static inline int paylyt_inflate_start(z_stream *stream, int window_bits) {
  memset(stream, 0, sizeof *stream);
  return inflateInit2(stream, window_bits);
}

/// deflateInit2(3) with zlib's own level; freed by deflateEnd.
static inline int paylyt_deflate_start(z_stream *stream, int window_bits) {
  memset(stream, 0, sizeof *stream);
  return deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, window_bits, 8,
                      Z_DEFAULT_STRATEGY);
}
