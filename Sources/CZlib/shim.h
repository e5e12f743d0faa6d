#ifndef HEDGEBOOK_CZLIB_SHIM_H
#define HEDGEBOOK_CZLIB_SHIM_H

#include <zlib.h>

/* inflateInit2 is a macro, which Swift does not see. 15 + 16: a gzip header and its checksum. */
static inline int hedgebook_gzip_begin(z_stream *stream) {
  return inflateInit2(stream, 15 + 16);
}

#endif
