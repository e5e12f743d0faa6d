#ifndef HEDGEBOOK_BUILD_INFO_H
#define HEDGEBOOK_BUILD_INFO_H

/// The commit that the program was built from, abbreviated; empty when the build was not told.
const char *_Nonnull hedgebook_commit(void);

#endif
