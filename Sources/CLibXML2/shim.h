#include <libxml/xmlversion.h>
// Debian builds libxml2 with ICU, whose headers redefine types of Foundation's own ICU.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlwriter.h>

// xmlFree is a mutable global function pointer, which Swift 6 refuses to touch.
static inline void libxml_free(void *pointer) { xmlFree(pointer); }
