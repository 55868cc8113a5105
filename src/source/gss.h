/* source/gss.h - what the code of an area tells of its type.
 *
 * The first three characters of a code of the Government Statistical Service name the
 * kind of area (Register of Geographic Codes, Office for National Statistics). */
#ifndef SOURCE_GSS_H
#define SOURCE_GSS_H

#include "base/str.h"

/* "Region" for E12000004; "Other areas" for a code that tells nothing. A static text.
 */
struct str gss_type_name(struct str code);

#endif
