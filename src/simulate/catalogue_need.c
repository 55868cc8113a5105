#include "simulate/catalogue.h"

static const char prevalence_why[] =
    "Half of all lasting mental health problems begin by the age of 14. An estimate of "
    "how many children are affected shows what services would have to be planned for.";
static const char self_harm_why[] = "Self-harm is a sign of distress and is linked to "
				    "later suicide. Admissions are the "
				    "part of it that hospitals see.";
static const char school_why[] =
    "Schools record the main need of each pupil with special educational needs, which "
    "makes this one of the few counts of mental health need for every area.";

const struct plan catalogue_need[CATALOGUE_NEED] = {
	{
	    .id = 800101,
	    .kind = PLAN_ESTIMATE,
	    .years = PLAN_CALENDAR,
	    .periods = 3,
	    .multiplier = 100,
	    .deprivation = 0.09,
	    .spread = 0.02,
	    .drift = 0.01,
	    .ages = { { "5-16 yrs", 0.68, 0.09 } },
	    .name =
		"Estimated prevalence of mental health disorders in children and young "
		"people: % population aged 5-16",
	    .short_name = "Mental health disorders",
	    .topic = "Prevalence",
	    .rationale = prevalence_why,
	    .definition = "Estimated percentage of people aged 5 to 16 with any mental "
			  "health disorder.",
	    .numerator =
		"National survey rates applied to local children by social class.",
	    .denominator = "Population aged 5 to 16, mid-year estimate.",
	},
	{
	    .id = 800102,
	    .kind = PLAN_ESTIMATE,
	    .years = PLAN_CALENDAR,
	    .periods = 3,
	    .multiplier = 100,
	    .deprivation = 0.08,
	    .spread = 0.02,
	    .drift = 0.012,
	    .ages = { { "5-16 yrs", 0.68, 0.036 } },
	    .name =
		"Estimated prevalence of emotional disorders: % population aged 5-16",
	    .short_name = "Emotional disorders",
	    .topic = "Prevalence",
	    .rationale = prevalence_why,
	    .definition =
		"Estimated percentage of people aged 5 to 16 with an emotional "
		"disorder, such as anxiety or depression.",
	    .numerator =
		"National survey rates applied to local children by social class.",
	    .denominator = "Population aged 5 to 16, mid-year estimate.",
	},
	{
	    .id = 800103,
	    .kind = PLAN_ESTIMATE,
	    .years = PLAN_CALENDAR,
	    .periods = 3,
	    .multiplier = 100,
	    .deprivation = 0.12,
	    .spread = 0.02,
	    .drift = 0.008,
	    .ages = { { "5-16 yrs", 0.68, 0.055 } },
	    .name = "Estimated prevalence of conduct disorders: % population aged 5-16",
	    .short_name = "Conduct disorders",
	    .topic = "Prevalence",
	    .rationale = prevalence_why,
	    .definition = "Estimated percentage of people aged 5 to 16 with a conduct "
			  "disorder.",
	    .numerator =
		"National survey rates applied to local children by social class.",
	    .denominator = "Population aged 5 to 16, mid-year estimate.",
	},
	{
	    .id = 800104,
	    .kind = PLAN_ESTIMATE,
	    .years = PLAN_CALENDAR,
	    .periods = 3,
	    .multiplier = 100,
	    .deprivation = 0.07,
	    .spread = 0.02,
	    .drift = 0.01,
	    .ages = { { "5-16 yrs", 0.68, 0.016 } },
	    .name = "Estimated prevalence of hyperkinetic disorders: % population aged "
		    "5-16",
	    .short_name = "Hyperkinetic disorders",
	    .topic = "Prevalence",
	    .rationale = prevalence_why,
	    .definition =
		"Estimated percentage of people aged 5 to 16 with a hyperkinetic "
		"disorder.",
	    .numerator =
		"National survey rates applied to local children by social class.",
	    .denominator = "Population aged 5 to 16, mid-year estimate.",
	},
	{
	    .id = 800105,
	    .kind = PLAN_ESTIMATE_NUMBER,
	    .years = PLAN_CALENDAR,
	    .polarity = PLAN_NO_POLARITY,
	    .periods = 3,
	    .multiplier = 1,
	    .deprivation = 0.01,
	    .spread = 0.03,
	    .drift = 0.02,
	    .ages = { { "16-24 yrs", 0.5, 0.13 } },
	    .name = "Prevalence of potential eating disorders among young people: "
		    "estimated "
		    "number aged 16-24",
	    .short_name = "Potential eating disorders",
	    .topic = "Prevalence",
	    .rationale = prevalence_why,
	    .definition = "Estimated number of people aged 16 to 24 whose answers to a "
			  "screening questionnaire suggest an eating disorder.",
	    .numerator = "National survey rates applied to the local population.",
	},
	{
	    .id = 800106,
	    .kind = PLAN_PROPORTION,
	    .sexes = PLAN_BOTH,
	    .years = PLAN_ACADEMIC,
	    .disclosive = true,
	    .multiplier = 100,
	    .deprivation = 0.12,
	    .spread = 0.18,
	    .drift = 0.03,
	    .female = -1.1,
	    .ages = { { "Primary school age", 0.39, 0.023 },
		{ "Secondary school age", 0.27, 0.026 } },
	    .name =
		"School pupils with social, emotional and mental health needs: % of "
		"school pupils with social, emotional and mental health needs",
	    .short_name = "Pupils with SEMH needs",
	    .topic = "School pupils",
	    .rationale = school_why,
	    .definition =
		"Percentage of pupils with special educational needs whose main "
		"need is social, emotional and mental health, of all pupils.",
	    .numerator = "Pupils with that main need in the January school census.",
	    .denominator = "All pupils in the January school census.",
	},
	{
	    .id = 800107,
	    .kind = PLAN_STANDARDISED,
	    .sexes = PLAN_BOTH,
	    .years = PLAN_FINANCIAL,
	    .polarity = PLAN_LOW_GOOD,
	    .disclosive = true,
	    .multiplier = 100000,
	    .deprivation = 0.16,
	    .spread = 0.28,
	    .drift = 0.012,
	    .female = 1.2,
	    .ages = { { "10-24 yrs", 0.85, 0.0042 } },
	    .name = "Hospital admissions as a result of self-harm (10-24 years)",
	    .short_name = "Self-harm admissions, 10-24",
	    .topic = "Hospital admissions",
	    .rationale = self_harm_why,
	    .definition =
		"Emergency admissions for intentional self-harm of people aged 10 "
		"to 24, directly age-standardised rate per 100,000.",
	    .numerator = "Finished admission episodes with a cause code of self-harm.",
	    .denominator = "Population aged 10 to 24, mid-year estimate.",
	},
	{
	    .id = 800108,
	    .kind = PLAN_RATE,
	    .sexes = PLAN_BOTH,
	    .years = PLAN_FINANCIAL,
	    .polarity = PLAN_LOW_GOOD,
	    .disclosive = true,
	    .multiplier = 100000,
	    .deprivation = 0.15,
	    .spread = 0.3,
	    .drift = 0.02,
	    .female = 1.3,
	    .ages = { { "10-14 yrs", 0.28, 0.0022 }, { "15-19 yrs", 0.26, 0.0064 },
		{ "20-24 yrs", 0.29, 0.004 } },
	    .name = "Hospital admissions as a result of self-harm: rate per 100,000",
	    .short_name = "Self-harm admissions by age",
	    .topic = "Hospital admissions",
	    .rationale = self_harm_why,
	    .definition =
		"Emergency admissions for intentional self-harm, crude rate per "
		"100,000 of the age group.",
	    .numerator = "Finished admission episodes with a cause code of self-harm.",
	    .denominator = "Population of the age group, mid-year estimate.",
	},
	{
	    .id = 800109,
	    .kind = PLAN_RATE,
	    .sexes = PLAN_BOTH,
	    .years = PLAN_FINANCIAL,
	    .polarity = PLAN_LOW_GOOD,
	    .disclosive = true,
	    .multiplier = 100000,
	    .deprivation = 0.1,
	    .spread = 0.3,
	    .drift = 0.005,
	    .female = 0.5,
	    .ages = { { "0-17 yrs", 1.0, 0.00088 } },
	    .name = "Hospital admissions for mental health conditions (<18 yrs)",
	    .short_name = "Mental health admissions",
	    .topic = "Hospital admissions",
	    .rationale =
		"A stay in hospital is hard on a child and can often be avoided by "
		"earlier help near home.",
	    .definition =
		"Inpatient admissions of people aged under 18 with a main "
		"diagnosis of a mental health condition, crude rate per 100,000.",
	    .numerator = "Finished admission episodes with such a main diagnosis.",
	    .denominator = "Population aged 0 to 17, mid-year estimate.",
	},
	{
	    .id = 800110,
	    .kind = PLAN_RATE,
	    .years = PLAN_QUARTERS,
	    .disclosive = true,
	    .multiplier = 100000,
	    .deprivation = 0.07,
	    .spread = 0.25,
	    .drift = 0.02,
	    .ages = { { "0-17 yrs", 1.0, 0.011 } },
	    .name = "New referrals to secondary mental health services, per 100,000: "
		    "quarterly rate (<18 yrs)",
	    .short_name = "New referrals",
	    .topic = "Services",
	    .rationale =
		"Referrals show demand for services and how readily it is passed "
		"on to them; more can mean more need or better access.",
	    .definition =
		"New referrals of people aged under 18 to secondary mental health "
		"services in the quarter, crude rate per 100,000.",
	    .numerator = "Referrals received in the quarter.",
	    .denominator = "Population aged 0 to 17, mid-year estimate.",
	},
	{
	    .id = 800111,
	    .kind = PLAN_PROPORTION,
	    .years = PLAN_FINANCIAL,
	    .polarity = PLAN_LOW_GOOD,
	    .disclosive = true,
	    .multiplier = 100,
	    .deprivation = 0.03,
	    .spread = 0.16,
	    .drift = 0.005,
	    .ages = { { "5-16 yrs", 0.0033, 0.38 } },
	    .name = "Percentage of looked after children whose emotional wellbeing is "
		    "a cause "
		    "for concern",
	    .short_name = "Looked after children: cause for concern",
	    .topic = "Looked after children",
	    .rationale =
		"Children in care are several times as likely as others to have a "
		"mental health problem.",
	    .definition =
		"Percentage of looked after children with a completed strengths "
		"and difficulties score of 17 or more.",
	    .numerator = "Children with a score of 17 or more.",
	    .denominator =
		"Children in care for at least a year with a completed score.",
	},
	{
	    .id = 800112,
	    .kind = PLAN_MEAN,
	    .sexes = PLAN_BOTH,
	    .years = PLAN_FINANCIAL,
	    .polarity = PLAN_LOW_GOOD,
	    .multiplier = 1,
	    .deprivation = 0.1,
	    .spread = 0.7,
	    .drift = 0.02,
	    .female = -1.2,
	    .deviation = 6.5,
	    .ages = { { "5-16 yrs", 0.0033, 14.1 } },
	    .name =
		"Average difficulties score for all looked after children aged 5-16",
	    .short_name = "Average difficulties score",
	    .topic = "Looked after children",
	    .rationale = "The score is asked for each year and so shows whether the "
			 "wellbeing of children in care changes.",
	    .definition =
		"Mean total score of the strengths and difficulties questionnaire "
		"of looked after children, 0 to 40; a higher score means more "
		"difficulties.",
	    .numerator = "Sum of the scores.",
	    .denominator =
		"Children in care for at least a year with a completed score.",
	},
	{
	    .id = 800113,
	    .kind = PLAN_PROPORTION,
	    .sexes = PLAN_BOTH,
	    .years = PLAN_CALENDAR,
	    .polarity = PLAN_LOW_GOOD,
	    .span = 3,
	    .disclosive = true,
	    .multiplier = 100,
	    .deprivation = 0.04,
	    .spread = 0.1,
	    .drift = 0.02,
	    .female = 0.7,
	    .ages = { { "15 yrs", 0.006, 0.14 } },
	    .name = "Percentage of 15 year olds with a low life satisfaction (3 year "
		    "range)",
	    .short_name = "Low life satisfaction at 15",
	    .topic = "Wellbeing",
	    .rationale =
		"How young people themselves judge their lives is a measure that "
		"no service record holds.",
	    .definition =
		"Percentage of 15 year olds who answered with a life satisfaction "
		"of 0 to 4 of 10; three years together, as each sample is small.",
	    .numerator = "Respondents with an answer of 0 to 4.",
	    .denominator = "All respondents with an answer.",
	},
};
