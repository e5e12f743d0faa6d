#include "CBuildInfo.h"

#ifndef HEDGEBOOK_COMMIT
#define HEDGEBOOK_COMMIT ""
#endif

const char *hedgebook_commit(void) { return HEDGEBOOK_COMMIT; }
