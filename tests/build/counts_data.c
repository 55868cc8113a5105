#define _XOPEN_SOURCE 700 /* realpath */
#include "counts_data.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../unit.h"
#include "base/file.h"

const char *
counts_data(void)
{
	const char *name = getenv("TARTAN_DATA");

	return name && file_is_directory(name) ? name : NULL;
}

void
counts_data_link(const struct folder_of *folder, const char *path)
{
	AUTO_ARENA arena = { 0 };
	struct str from = str_print(&arena, "%s/%s", counts_data(), path);
	char *full = realpath(from.at, NULL);
	const char *name = strrchr(path, '/') + 1;

	ck_assert_msg(full, "%s", from.at);
	ck_assert_int_eq(symlink(full, folder_of_path(&arena, folder, name)), 0);
	free(full);
}

const struct counts_need counts_needs[COUNTS_NEEDS] = {
	{ "no_identified_SEN", "t_pupils" },
	{ "all_SEN", "t_pupils" },
	{ "SEN_support", "t_pupils" },
	{ "statement_or_EHC_plan", "t_pupils" },
	{ "ASD", "t_all_SEN" },
	{ "HI", "t_all_SEN" },
	{ "MLD", "t_all_SEN" },
	{ "MSI", "t_all_SEN" },
	{ "NSA", "t_all_SEN" },
	{ "OTH", "t_all_SEN" },
	{ "PD", "t_all_SEN" },
	{ "PMLD", "t_all_SEN" },
	{ "SEMH", "t_all_SEN" },
	{ "SLCN", "t_all_SEN" },
	{ "SLD", "t_all_SEN" },
	{ "SPLD", "t_all_SEN" },
	{ "VI", "t_all_SEN" },
};

const struct counts_care counts_care[COUNTS_CARE] = {
	{ "Development assessments up to date",
	    "Development assessments: Children looked after ages 0 to 4 years",
	    "Total ages 0 to 4 years" },
	{ "Convicted or subject to youth cautions, or youth conditional cautions "
	  "during "
	  "the year",
	    "Convictions: Children looked after Ages 10 to 17 years",
	    "Total ages 10 to 17 years" },
	{ "Had their annual health assessment",
	    "Health assessments: Children looked after all ages", "Total all ages" },
	{ "Had their immunisations up to date",
	    "Health assessments: Children looked after all ages", "Total all ages" },
	{ "Had their teeth checked by a dentist",
	    "Health assessments: Children looked after all ages", "Total all ages" },
	{ "SDQ score is a cause for concern", "Ages 5 to 16 years with SDQ score",
	    "SDQ score was received" },
	{ "SDQ score is borderline", "Ages 5 to 16 years with SDQ score",
	    "SDQ score was received" },
	{ "SDQ score is normal", "Ages 5 to 16 years with SDQ score",
	    "SDQ score was received" },
	{ "SDQ score was received", "Ages 5 to 16 years with SDQ score",
	    "Total ages 5 to 16 years" },
	{ "Identified as having a substance misuse problem",
	    "Substance misuse: Children looked after all ages", "Total all ages" },
	{ "Received an intervention for their substance misuse problem",
	    "Substance misuse: Children looked after all ages",
	    "Identified as having a substance misuse problem" },
	{ "Offered intervention but refused it",
	    "Substance misuse: Children looked after all ages",
	    "Identified as having a substance misuse problem" },
};
