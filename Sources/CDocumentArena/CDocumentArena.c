#include "CDocumentArena.h"

#include <cmark.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Memory for documents: allocated one piece after another and released together, per thread.
   libcmark makes about a thousand small allocations a page, and its own arena serves one thread. */

typedef struct hedgebook_cmark_block {
  struct hedgebook_cmark_block *next;
  size_t capacity;
  size_t used;
  size_t unused; /* keeps what follows aligned to 16 bytes */
} hedgebook_cmark_block;

typedef struct {
  hedgebook_cmark_block *blocks; /* newest and largest first */
  int documents;                 /* begun and not yet discarded */
} hedgebook_cmark_arena;

static hedgebook_cmark_arena *hedgebook_cmark_own(void) {
  static __thread hedgebook_cmark_arena arena;
  return &arena;
}

enum { hedgebook_cmark_header = 16 }; /* holds the size, for realloc */

static size_t hedgebook_cmark_rounded(size_t size) { return (size + 15) & ~(size_t)15; }

static void *hedgebook_cmark_take(size_t size) {
  if (size > SIZE_MAX / 4) abort();
  size_t needed = hedgebook_cmark_header + hedgebook_cmark_rounded(size);
  hedgebook_cmark_arena *arena = hedgebook_cmark_own();
  hedgebook_cmark_block *block = arena->blocks;
  if (!block || block->capacity - block->used < needed) {
    size_t capacity = block ? block->capacity * 2 : (size_t)1 << 18;
    if (capacity < needed) capacity = needed;
    block = (hedgebook_cmark_block *)malloc(sizeof(hedgebook_cmark_block) + capacity);
    if (!block) abort();
    block->next = arena->blocks;
    block->capacity = capacity;
    block->used = 0;
    arena->blocks = block;
  }
  char *start = (char *)(block + 1) + block->used;
  block->used += needed;
  *(size_t *)start = size;
  return start + hedgebook_cmark_header;
}

static void *hedgebook_cmark_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) abort();
  return memset(hedgebook_cmark_take(count * size), 0, count * size);
}

static void *hedgebook_cmark_realloc(void *old, size_t size) {
  if (!old) return hedgebook_cmark_take(size);
  size_t *held = (size_t *)((char *)old - hedgebook_cmark_header);
  if (size <= *held) return old;
  if (size <= hedgebook_cmark_rounded(*held)) {
    *held = size;
    return old;
  }
  return memcpy(hedgebook_cmark_take(size), old, *held);
}

static void hedgebook_cmark_free(void *memory) { (void)memory; }

static cmark_mem *hedgebook_cmark_memory(void) {
  static cmark_mem memory = {
      hedgebook_cmark_calloc, hedgebook_cmark_realloc, hedgebook_cmark_free};
  return &memory;
}

struct cmark_node *hedgebook_cmark_parse(const char *text, size_t length, int options) {
  hedgebook_cmark_own()->documents += 1;
  cmark_parser *parser = cmark_parser_new_with_mem(options, hedgebook_cmark_memory());
  cmark_parser_feed(parser, text, length);
  return cmark_parser_finish(parser);
}

void hedgebook_cmark_discard(void) {
  hedgebook_cmark_arena *arena = hedgebook_cmark_own();
  if (--arena->documents > 0) return;
  hedgebook_cmark_block *block = arena->blocks;
  if (!block) return;
  while (block->next) {
    hedgebook_cmark_block *next = block->next;
    block->next = next->next;
    free(next);
  }
  block->used = 0;
  if (block->capacity > (size_t)1 << 22) {
    free(block);
    arena->blocks = NULL;
  }
}
