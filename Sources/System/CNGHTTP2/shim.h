// nghttp2 as the session needs it: the few places where C unions, arrays of header fields or a
// pair of arguments would be ugly from Swift.
#pragma once
#include <nghttp2/nghttp2.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/// What every frame says about itself.
typedef struct { int32_t stream; uint8_t type, flags, category; size_t length; } paylyt_frame;

static inline paylyt_frame paylyt_frame_of(const nghttp2_frame *frame) {
  paylyt_frame head = {.stream = frame->hd.stream_id,
                       .type = frame->hd.type,
                       .flags = frame->hd.flags,
                       .category = frame->hd.type == NGHTTP2_HEADERS ? (uint8_t)frame->headers.cat : 0,
                       .length = frame->hd.length};
  return head;
}

/// The two numbers of a GOAWAY frame.
static inline int32_t paylyt_goaway_last_stream(const nghttp2_frame *frame) {
  return frame->goaway.last_stream_id;
}
static inline uint32_t paylyt_goaway_error(const nghttp2_frame *frame) {
  return frame->goaway.error_code;
}

/// Whether the GOAWAY frame carries exactly this word of explanation.
static inline int paylyt_goaway_says(const nghttp2_frame *frame, const char *word) {
  return frame->goaway.opaque_data_len == strlen(word) &&
         memcmp(frame->goaway.opaque_data, word, strlen(word)) == 0;
}

/// Whether this is the answer to a PING, and the number that the PING carried.
static inline int paylyt_is_ping_ack(const nghttp2_frame *frame) {
  return frame->hd.type == NGHTTP2_PING && (frame->hd.flags & NGHTTP2_FLAG_ACK);
}
static inline uint64_t paylyt_ping_number(const nghttp2_frame *frame) {
  uint64_t number;
  memcpy(&number, frame->ping.opaque_data, sizeof number);
  return number;
}

static inline int paylyt_submit_ping(nghttp2_session *session, uint64_t number) {
  uint8_t data[8];
  memcpy(data, &number, sizeof data);
  return nghttp2_submit_ping(session, NGHTTP2_FLAG_NONE, data);
}

/// GOAWAY with the last stream that was seen and a word of explanation.
static inline int paylyt_submit_goaway(nghttp2_session *session, uint32_t code, const char *word) {
  return nghttp2_submit_goaway(session, NGHTTP2_FLAG_NONE,
                               nghttp2_session_get_last_proc_stream_id(session), code,
                               (const uint8_t *)word, strlen(word));
}

/// Memory for the sessions of one thread. A call costs nghttp2 eight small blocks: what was freed is
/// kept, by size, for the next call, up to `kept_max` blocks of each size.
typedef struct paylyt_block {
  size_t capacity, size_class;
  struct paylyt_block *next;
} paylyt_block;

enum { PAYLYT_CLASS_BYTES = 32, PAYLYT_CLASSES = 16, PAYLYT_BLOCK_HEAD = 16 };

enum {
  PAYLYT_PLACE_BYTES = 32 << 10,
  PAYLYT_PLACES = 32,
  /// Larger blocks of a session that is being made lie in its place.
  PAYLYT_PLACED_BYTES_MIN = 2 << 10,
  /// In place of a size class: the block lies in a place.
  PAYLYT_IN_PLACE = 1 << 8,
};

/// Addresses for the places of 32 sessions; what is never written to is never resident.
typedef struct paylyt_region {
  struct paylyt_region *next;
  void *start;
  uint8_t *first;
  /// A bit for each place that nobody uses.
  uint32_t vacant;
} paylyt_region;

/// Where a session (3 KiB) and its frame buffer (16 KiB) lie: side by side, and aligned, so that a
/// connection that sends small frames has one page resident for both. Of the heap they would take
/// another 3 KiB, in pages of which only a part was ever used.
typedef struct {
  paylyt_region *region;
  /// Bytes that are given out, from the start.
  uint32_t used;
  /// Blocks that are in use.
  uint32_t blocks;
} paylyt_place;

typedef struct {
  paylyt_block *kept[PAYLYT_CLASSES + 1];
  uint32_t count[PAYLYT_CLASSES + 1];
  uint32_t kept_max;
  paylyt_region *regions;
  /// The place of the session that is being made.
  paylyt_place *opening;
} paylyt_memory;

/// One more than there are places: the first may begin behind the start, to be aligned.
static inline size_t paylyt_region_bytes(void) { return (size_t)(PAYLYT_PLACES + 1) * PAYLYT_PLACE_BYTES; }

/// A region with vacant places; NULL without memory.
static inline paylyt_region *paylyt_memory_region(paylyt_memory *memory) {
  for (paylyt_region *region = memory->regions; region; region = region->next) {
    if (region->vacant) return region;
  }
  paylyt_region *region = (paylyt_region *)malloc(sizeof *region);
  if (!region) return NULL;
  region->start = mmap(NULL, paylyt_region_bytes(), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (region->start == MAP_FAILED) {
    free(region);
    return NULL;
  }
  // One huge page would make all places resident.
  madvise(region->start, paylyt_region_bytes(), MADV_NOHUGEPAGE);
  size_t behind = -(uintptr_t)region->start & (PAYLYT_PLACE_BYTES - 1);
  region->first = (uint8_t *)region->start + behind;
  region->vacant = ~(uint32_t)0;
  region->next = memory->regions;
  memory->regions = region;
  return region;
}

/// A place for a session that is about to be made; NULL without memory, and the heap must do.
static inline paylyt_place *paylyt_memory_place(paylyt_memory *memory) {
  paylyt_region *region = paylyt_memory_region(memory);
  if (!region) return NULL;
  int index = __builtin_ctz(region->vacant);
  region->vacant &= ~((uint32_t)1 << index);
  paylyt_place *place = (paylyt_place *)(region->first + (size_t)index * PAYLYT_PLACE_BYTES);
  place->region = region;
  // Not all at the same distance from a page's start: they would push each other out of the
  // processor's cache, which goes by it.
  place->used = sizeof *place + 128 * (uint32_t)(index % 8);
  place->blocks = 0;
  return place;
}

/// Takes a place back when nothing in it is used any more: its pages go back to the machine.
static inline void paylyt_memory_vacate(paylyt_memory *memory, paylyt_place *place) {
  if (place->blocks > 0 || place == memory->opening) return;
  paylyt_region *region = place->region;
  size_t index = (size_t)((uint8_t *)place - region->first) / PAYLYT_PLACE_BYTES;
  madvise(place, PAYLYT_PLACE_BYTES, MADV_DONTNEED);
  region->vacant |= (uint32_t)1 << index;
}

static inline void *paylyt_block_bytes(paylyt_block *block) {
  return (uint8_t *)block + PAYLYT_BLOCK_HEAD;
}
static inline paylyt_block *paylyt_block_of(void *bytes) {
  return (paylyt_block *)((uint8_t *)bytes - PAYLYT_BLOCK_HEAD);
}

/// A large block of a session that is being made, in its place; NULL when it does not fit.
static inline void *paylyt_memory_put(paylyt_place *place, size_t size) {
  size_t capacity = (size + 15) & ~(size_t)15;
  if (size > PAYLYT_PLACE_BYTES || place->used + PAYLYT_BLOCK_HEAD + capacity > PAYLYT_PLACE_BYTES) return NULL;
  paylyt_block *block = (paylyt_block *)((uint8_t *)place + place->used);
  place->used += (uint32_t)(PAYLYT_BLOCK_HEAD + capacity);
  place->blocks++;
  block->capacity = capacity;
  block->size_class = PAYLYT_IN_PLACE;
  return paylyt_block_bytes(block);
}

static inline void *paylyt_memory_malloc(size_t size, void *user) {
  paylyt_memory *memory = (paylyt_memory *)user;
  if (memory->opening && size > PAYLYT_PLACED_BYTES_MIN) {
    void *bytes = paylyt_memory_put(memory->opening, size);
    if (bytes) return bytes;
  }
  size_t size_class = (size + PAYLYT_CLASS_BYTES - 1) / PAYLYT_CLASS_BYTES;
  if (size_class > PAYLYT_CLASSES) size_class = 0;
  paylyt_block *block = memory->kept[size_class];
  if (block) {
    memory->kept[size_class] = block->next;
    memory->count[size_class]--;
    return paylyt_block_bytes(block);
  }
  size_t capacity = size_class ? size_class * PAYLYT_CLASS_BYTES : size;
  if (capacity < sizeof(void *)) capacity = sizeof(void *);
  if (capacity > SIZE_MAX - PAYLYT_BLOCK_HEAD) return NULL;
  block = (paylyt_block *)malloc(PAYLYT_BLOCK_HEAD + capacity);
  if (!block) return NULL;
  block->capacity = capacity;
  block->size_class = size_class;
  return paylyt_block_bytes(block);
}

static inline void paylyt_memory_free(void *bytes, void *user) {
  paylyt_memory *memory = (paylyt_memory *)user;
  if (!bytes) return;
  paylyt_block *block = paylyt_block_of(bytes);
  size_t size_class = block->size_class;
  if (size_class == PAYLYT_IN_PLACE) {
    paylyt_place *place = (paylyt_place *)((uintptr_t)block & ~(uintptr_t)(PAYLYT_PLACE_BYTES - 1));
    place->blocks--;
    paylyt_memory_vacate(memory, place);
    return;
  }
  if (size_class == 0 || memory->count[size_class] >= memory->kept_max) {
    free(block);
    return;
  }
  block->next = memory->kept[size_class];
  memory->kept[size_class] = block;
  memory->count[size_class]++;
}

static inline void *paylyt_memory_calloc(size_t count, size_t size, void *user) {
  if (size && count > SIZE_MAX / size) return NULL;
  void *bytes = paylyt_memory_malloc(count * size, user);
  if (bytes) memset(bytes, 0, count * size);
  return bytes;
}

static inline void *paylyt_memory_realloc(void *bytes, size_t size, void *user) {
  if (!bytes) return paylyt_memory_malloc(size, user);
  paylyt_block *block = paylyt_block_of(bytes);
  if (size <= block->capacity) return bytes;
  void *larger = paylyt_memory_malloc(size, user);
  if (!larger) return NULL;
  memcpy(larger, bytes, block->capacity);
  paylyt_memory_free(bytes, user);
  return larger;
}

/// Empty; NULL without memory.
static inline paylyt_memory *paylyt_memory_new(uint32_t kept_max) {
  paylyt_memory *memory = (paylyt_memory *)calloc(1, sizeof *memory);
  if (memory) memory->kept_max = kept_max;
  return memory;
}

/// Frees what is kept. Every session that took from it must be gone.
static inline void paylyt_memory_delete(paylyt_memory *memory) {
  for (size_t size_class = 1; size_class <= PAYLYT_CLASSES; size_class++) {
    while (memory->kept[size_class]) {
      paylyt_block *block = memory->kept[size_class];
      memory->kept[size_class] = block->next;
      free(block);
    }
  }
  while (memory->regions) {
    paylyt_region *region = memory->regions;
    memory->regions = region->next;
    munmap(region->start, paylyt_region_bytes());
    free(region);
  }
  free(memory);
}

/// Places that sessions have.
static inline int paylyt_places_in_use(const paylyt_memory *memory) {
  int count = 0;
  for (paylyt_region *region = memory->regions; region; region = region->next) {
    count += PAYLYT_PLACES - __builtin_popcount(region->vacant);
  }
  return count;
}

/// A session that takes its memory from `memory`; 0 or an error of nghttp2.
static inline int paylyt_session_new(nghttp2_session **session, int is_server,
                                     const nghttp2_session_callbacks *callbacks, void *user,
                                     const nghttp2_option *options, paylyt_memory *memory) {
  nghttp2_mem functions = {memory, paylyt_memory_malloc, paylyt_memory_free,
                           paylyt_memory_calloc, paylyt_memory_realloc};
  paylyt_place *place = paylyt_memory_place(memory);
  memory->opening = place;
  int code = is_server
                 ? nghttp2_session_server_new3(session, callbacks, user, options, &functions)
                 : nghttp2_session_client_new3(session, callbacks, user, options, &functions);
  memory->opening = NULL;
  if (place) paylyt_memory_vacate(memory, place);
  return code;
}

/// What a field of a request's head says, as far as nearly every request says it.
typedef enum {
  PAYLYT_SAYS_ANYTHING,
  /// `:path`, with some value.
  PAYLYT_SAYS_PATH,
  /// `:method: POST`
  PAYLYT_SAYS_POST,
  /// `content-type: application/grpc`
  PAYLYT_SAYS_GRPC,
  /// The fields that every request has, that nghttp2 checks, and that no call asks for.
  PAYLYT_SAYS_NOTHING,
  /// Its name is as long as one that says how a call is made.
  PAYLYT_MAY_QUALIFY,
} paylyt_says;

#define PAYLYT_IS(vector, text) \
  ((vector).len == sizeof text - 1 && memcmp((vector).base, text, sizeof text - 1) == 0)

static inline paylyt_says paylyt_field_says(nghttp2_vec name, nghttp2_vec value) {
  switch (name.len) {
  case 2: return PAYLYT_IS(name, "te") ? PAYLYT_SAYS_NOTHING : PAYLYT_SAYS_ANYTHING;
  case 5: return PAYLYT_IS(name, ":path") ? PAYLYT_SAYS_PATH : PAYLYT_SAYS_ANYTHING;
  case 7:
    if (PAYLYT_IS(name, ":scheme")) return PAYLYT_SAYS_NOTHING;
    return PAYLYT_IS(name, ":method") && PAYLYT_IS(value, "POST") ? PAYLYT_SAYS_POST : PAYLYT_MAY_QUALIFY;
  case 10: return PAYLYT_IS(name, ":authority") ? PAYLYT_SAYS_NOTHING : PAYLYT_SAYS_ANYTHING;
  case 12:
    return PAYLYT_IS(name, "content-type") && PAYLYT_IS(value, "application/grpc") ? PAYLYT_SAYS_GRPC
                                                                                   : PAYLYT_MAY_QUALIFY;
  case 14: return PAYLYT_IS(name, "content-length") ? PAYLYT_SAYS_NOTHING : PAYLYT_SAYS_ANYTHING;
  case 13: case 20: return PAYLYT_MAY_QUALIFY; // grpc-encoding, grpc-accept-encoding
  default: return PAYLYT_SAYS_ANYTHING;
  }
}

#define PAYLYT_FIELD(n, v)                                            \
  {(uint8_t *)n, (uint8_t *)v, sizeof n - 1, sizeof v - 1,            \
   NGHTTP2_NV_FLAG_NO_COPY_NAME | NGHTTP2_NV_FLAG_NO_COPY_VALUE}

/// The head of nearly every response, never copied: `read` with `context` delivers what follows.
/// With `encodings` it says which message encodings this side reads.
static inline int paylyt_submit_plain_head(nghttp2_session *session, int32_t stream, int encodings,
                                           nghttp2_data_source_read_callback read, void *context) {
  static const nghttp2_nv fields[] = {PAYLYT_FIELD(":status", "200"),
                                      PAYLYT_FIELD("content-type", "application/grpc"),
                                      PAYLYT_FIELD("grpc-accept-encoding", "identity,deflate,gzip")};
  nghttp2_data_provider provider = {.source = {.ptr = context}, .read_callback = read};
  return nghttp2_submit_response(session, stream, fields, encodings ? 3 : 2, &provider);
}

/// The trailers of nearly every response, never copied.
static inline int paylyt_submit_plain_trailers(nghttp2_session *session, int32_t stream) {
  static const nghttp2_nv fields[] = {PAYLYT_FIELD("grpc-status", "0")};
  return nghttp2_submit_trailer(session, stream, fields, 1);
}

/// A response head that is copied; without `read` it ends the stream.
static inline int paylyt_submit_response(nghttp2_session *session, int32_t stream,
                                         const nghttp2_nv *fields, size_t count,
                                         nghttp2_data_source_read_callback read, void *context) {
  nghttp2_data_provider provider = {.source = {.ptr = context}, .read_callback = read};
  return nghttp2_submit_response(session, stream, fields, count, read ? &provider : NULL);
}

/// A request whose body `read` delivers; `context` becomes the stream's user data as well.
static inline int32_t paylyt_submit_request(nghttp2_session *session, const nghttp2_nv *fields,
                                            size_t count, nghttp2_data_source_read_callback read,
                                            void *context) {
  nghttp2_data_provider provider = {.source = {.ptr = context}, .read_callback = read};
  return nghttp2_submit_request(session, NULL, fields, count, &provider, context);
}

/// What `read` was registered with.
static inline void *paylyt_source_context(nghttp2_data_source *source) { return source->ptr; }
