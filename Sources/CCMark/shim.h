#include <cmark.h>
#include "document_arena.h"
