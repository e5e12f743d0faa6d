#ifndef HEDGEBOOK_CDOCUMENTARENA_H
#define HEDGEBOOK_CDOCUMENTARENA_H

#include <stddef.h>

struct cmark_node;

/* Parses CommonMark with libcmark. The document lives, with what is rendered from it, in memory of the
   calling thread until the discard that belongs to it, which must come on the same thread. */
struct cmark_node *hedgebook_cmark_parse(const char *text, size_t length, int options);

/* Ends a document; the last one of the thread releases all but the newest, largest block. */
void hedgebook_cmark_discard(void);

#endif
