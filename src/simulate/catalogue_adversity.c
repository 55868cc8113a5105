#include "simulate/catalogue.h"

static const char poverty_why[] = "Children in the poorest fifth of households are "
				  "about three times as likely to have "
				  "a mental health problem as those in the richest.";
static const char abuse_why[] = "Abuse and neglect in childhood are among the "
				"strongest causes of poor mental health, "
				"then and in adult life.";
static const char parents_why[] =
    "Children whose parents misuse alcohol or drugs often carry worry and care beyond "
    "their years.";

const struct plan catalogue_adversity[CATALOGUE_ADVERSITY] = {
	{
	    .id = 800301,
	    .kind = PLAN_PROPORTION,
	    .years = PLAN_FINANCIAL,
	    .polarity = PLAN_LOW_GOOD,
	    .multiplier = 100,
	    .deprivation = 0.38,
	    .spread = 0.2,
	    .drift = 0.012,
	    .ages = { { "<16 yrs", 0.9, 0.17 } },
	    .name = "Children in relative low income families (under 16s)",
	    .short_name = "Low income families",
	    .topic = "Poverty",
	    .rationale = poverty_why,
	    .definition =
		"Percentage of children under 16 in a family with an income below "
		"60 % of the median before housing costs.",
	    .numerator = "Children under 16 in such families.",
	    .denominator = "Population aged 0 to 15, mid-year estimate.",
	},
	{
	    .id = 800302,
	    .kind = PLAN_PROPORTION,
	    .years = PLAN_ACADEMIC,
	    .polarity = PLAN_NO_JUDGEMENT,
	    .multiplier = 100,
	    .deprivation = 0.36,
	    .spread = 0.16,
	    .drift = 0.02,
	    .ages = { { "School age", 0.67, 0.17 } },
	    .name = "Free school meals: % uptake among all pupils",
	    .short_name = "Free school meals",
	    .topic = "Poverty",
	    .rationale = poverty_why,
	    .definition =
		"Percentage of pupils who are eligible for and take free school "
		"meals.",
	    .numerator = "Pupils taking free school meals on census day.",
	    .denominator = "All pupils in the January school census.",
	},
	{
	    .id = 800303,
	    .kind = PLAN_RATE,
	    .years = PLAN_FINANCIAL,
	    .polarity = PLAN_LOW_GOOD,
	    .periods = 12,
	    .disclosive = true,
	    .multiplier = 1000,
	    .deprivation = 0.3,
	    .spread = 0.4,
	    .drift = 0.03,
	    .ages = { { "Not applicable", 1.95, 0.0021 } },
	    .name = "Family homelessness",
	    .short_name = "Family homelessness",
	    .topic = "Poverty",
	    .rationale = "Losing a home unsettles friendship, school and sleep.",
	    .definition =
		"Homeless households with dependent children or a pregnant woman, "
		"crude rate per 1,000 households.",
	    .numerator = "Households accepted as homeless in the year.",
	    .denominator = "Households, mid-year estimate.",
	},
	{
	    .id = 800304,
	    .kind = PLAN_RATE,
	    .years = PLAN_FINANCIAL,
	    .polarity = PLAN_NO_JUDGEMENT,
	    .disclosive = true,
	    .multiplier = 10000,
	    .deprivation = 0.25,
	    .spread = 0.28,
	    .drift = 0.01,
	    .ages = { { "<18 yrs", 1.0, 0.00165 } },
	    .name =
		"Children who started to be looked after due to abuse or neglect: rate "
		"per 10,000 children aged under 18",
	    .short_name = "Started care: abuse or neglect",
	    .topic = "Abuse and neglect",
	    .rationale = abuse_why,
	    .definition =
		"Children who started to be looked after in the year with abuse or "
		"neglect as the main reason, crude rate per 10,000.",
	    .numerator = "Children who started for that reason.",
	    .denominator = "Population aged 0 to 17, mid-year estimate.",
	},
	{
	    .id = 800305,
	    .kind = PLAN_RATE,
	    .years = PLAN_FINANCIAL,
	    .polarity = PLAN_NO_JUDGEMENT,
	    .disclosive = true,
	    .multiplier = 10000,
	    .deprivation = 0.22,
	    .spread = 0.35,
	    .drift = 0.015,
	    .ages = { { "<18 yrs", 1.0, 0.0018 } },
	    .name =
		"Children subject to a child protection plan with initial category of "
		"neglect: rate per 10,000 children aged under 18",
	    .short_name = "Protection plan: neglect",
	    .topic = "Abuse and neglect",
	    .rationale = abuse_why,
	    .definition = "Children who became the subject of a child protection plan "
			  "because of neglect, crude rate per 10,000.",
	    .numerator = "Children with a plan and that first category.",
	    .denominator = "Population aged 0 to 17, mid-year estimate.",
	},
	{
	    .id = 800306,
	    .kind = PLAN_PROPORTION,
	    .years = PLAN_FINANCIAL,
	    .polarity = PLAN_LOW_GOOD,
	    .disclosive = true,
	    .multiplier = 100,
	    .deprivation = 0.03,
	    .spread = 0.16,
	    .drift = 0.02,
	    .ages = { { "<18 yrs", 0.0053, 0.18 } },
	    .name =
		"Repeat child protection plans: % of children who became subject to a "
		"plan for a second or subsequent time",
	    .short_name = "Repeat protection plans",
	    .topic = "Abuse and neglect",
	    .rationale = abuse_why,
	    .definition =
		"Percentage of the children who became the subject of a plan in "
		"the year who had been so before.",
	    .numerator = "Children with an earlier plan.",
	    .denominator = "Children who became the subject of a plan.",
	},
	{
	    .id = 800307,
	    .kind = PLAN_RATE,
	    .years = PLAN_FINANCIAL,
	    .polarity = PLAN_NO_JUDGEMENT,
	    .disclosive = true,
	    .multiplier = 10000,
	    .deprivation = 0.18,
	    .spread = 0.35,
	    .drift = -0.005,
	    .ages = { { "<18 yrs", 1.0, 0.00095 } },
	    .name = "Children who started to be looked after due to family stress or "
		    "dysfunction or absent parenting: rate per 10,000 children aged "
		    "under 18",
	    .short_name = "Started care: family stress",
	    .topic = "Family difficulties",
	    .rationale = "Strain in a family is felt by its children.",
	    .definition =
		"Children who started to be looked after in the year because of "
		"stress, dysfunction or absence in the family, crude rate per 10,000.",
	    .numerator = "Children who started for such a reason.",
	    .denominator = "Population aged 0 to 17, mid-year estimate.",
	},
	{
	    .id = 800308,
	    .kind = PLAN_RATE,
	    .years = PLAN_FINANCIAL,
	    .polarity = PLAN_NO_JUDGEMENT,
	    .periods = 8,
	    .multiplier = 1000,
	    .deprivation = 0.17,
	    .spread = 0.12,
	    .drift = 0.05,
	    .ages = { { "16+ yrs", 3.8, 0.026 } },
	    .name = "Domestic abuse related incidents and crimes",
	    .short_name = "Domestic abuse",
	    .topic = "Family difficulties",
	    .rationale =
		"Seeing or hearing abuse at home harms children even when it is not "
		"aimed at them.",
	    .definition =
		"Incidents and crimes related to domestic abuse recorded by the "
		"police, crude rate per 1,000 people aged 16 and over.",
	    .numerator = "Incidents and crimes recorded in the year.",
	    .denominator = "Population aged 16 and over, mid-year estimate.",
	},
	{
	    .id = 800309,
	    .kind = PLAN_RATE,
	    .years = PLAN_FINANCIAL,
	    .polarity = PLAN_NO_JUDGEMENT,
	    .periods = 6,
	    .disclosive = true,
	    .multiplier = 100000,
	    .deprivation = 0.2,
	    .spread = 0.35,
	    .drift = 0.0,
	    .ages = { { "0-15 yrs", 0.9, 0.00147 } },
	    .name = "Parents in alcohol treatment: rate per 100,000 children aged 0-15",
	    .short_name = "Parents in alcohol treatment",
	    .topic = "Parental difficulties",
	    .rationale = parents_why,
	    .definition =
		"Adults in alcohol treatment who live with children, crude rate "
		"per 100,000 children aged 0 to 15.",
	    .numerator = "Adults in treatment who live with children.",
	    .denominator = "Population aged 0 to 15, mid-year estimate.",
	},
	{
	    .id = 800310,
	    .kind = PLAN_COUNT,
	    .years = PLAN_FINANCIAL,
	    .polarity = PLAN_NO_POLARITY,
	    .disclosive = true,
	    .multiplier = 1,
	    .deprivation = 0.1,
	    .spread = 0.8,
	    .drift = 0.08,
	    .ages = { { "<18 yrs", 1.0, 0.00028 } },
	    .name = "Unaccompanied Asylum Seeking Children looked after: count",
	    .short_name = "Unaccompanied asylum seeking children",
	    .topic = "Other adversity",
	    .rationale =
		"Children who arrive alone have often lived through war, loss and a "
		"dangerous journey.",
	    .definition =
		"Unaccompanied asylum seeking children who are looked after, at 31 "
		"March.",
	    .numerator = "Such children looked after at the end of the year.",
	},
};
