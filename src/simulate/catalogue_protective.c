#include "simulate/catalogue.h"

static const char readiness_why[] = "A child who starts school ready to learn is more "
				    "likely to do well there, and doing "
				    "well protects mental health.";

const struct plan catalogue_protective[CATALOGUE_PROTECTIVE] = {
	{
	    .id = 800201,
	    .kind = PLAN_PROPORTION,
	    .years = PLAN_FINANCIAL,
	    .polarity = PLAN_HIGH_GOOD,
	    .multiplier = 100,
	    .deprivation = -0.14,
	    .spread = 0.32,
	    .drift = 0.012,
	    .ages = { { "6-8 weeks", 0.05, 0.49 } },
	    .name = "Breastfeeding prevalence at 6 to 8 weeks",
	    .short_name = "Breastfeeding",
	    .topic = "Early years",
	    .rationale =
		"Breastfeeding goes with a close bond between mother and baby.",
	    .definition =
		"Percentage of infants totally or partially breastfed at their 6 "
		"to 8 week review.",
	    .numerator = "Infants recorded as breastfed at the review.",
	    .denominator = "Infants due a review in the year.",
	},
	{
	    .id = 800202,
	    .kind = PLAN_PROPORTION,
	    .sexes = PLAN_BOTH,
	    .years = PLAN_ACADEMIC,
	    .polarity = PLAN_HIGH_GOOD,
	    .multiplier = 100,
	    .deprivation = -0.1,
	    .spread = 0.1,
	    .drift = 0.02,
	    .female = 0.6,
	    .ages = { { "5 yrs", 0.055, 0.67 } },
	    .name =
		"School readiness: percentage of children achieving a good level of "
		"development at the end of Reception",
	    .short_name = "Good level of development",
	    .topic = "Early years",
	    .rationale = readiness_why,
	    .definition =
		"Percentage of children who reach the expected level in all main "
		"areas of learning at the end of Reception.",
	    .numerator = "Children with a good level of development.",
	    .denominator = "All children assessed at the end of Reception.",
	},
	{
	    .id = 800203,
	    .kind = PLAN_PROPORTION,
	    .sexes = PLAN_BOTH,
	    .years = PLAN_ACADEMIC,
	    .polarity = PLAN_HIGH_GOOD,
	    .disclosive = true,
	    .multiplier = 100,
	    .deprivation = 0.03,
	    .spread = 0.14,
	    .drift = 0.02,
	    .female = 0.6,
	    .ages = { { "5 yrs", 0.009, 0.51 } },
	    .name =
		"School readiness: percentage of children with free school meal status "
		"achieving a good level of development at the end of Reception",
	    .short_name = "Good level of development, free school meals",
	    .topic = "Early years",
	    .rationale = readiness_why,
	    .definition =
		"The same as for all children, of those known to be eligible for "
		"free school meals.",
	    .numerator = "Eligible children with a good level of development.",
	    .denominator = "Eligible children assessed at the end of Reception.",
	},
	{
	    .id = 800204,
	    .kind = PLAN_MEAN,
	    .sexes = PLAN_BOTH,
	    .years = PLAN_ACADEMIC,
	    .polarity = PLAN_HIGH_GOOD,
	    .periods = 10,
	    .multiplier = 1,
	    .deprivation = -2.1,
	    .spread = 1.8,
	    .drift = 0.05,
	    .female = 4.8,
	    .deviation = 19,
	    .ages = { { "15-16 yrs", 0.048, 46.9 } },
	    .name = "Average Attainment 8 score",
	    .short_name = "Attainment 8",
	    .topic = "Education",
	    .rationale = "Attainment shapes later work, income and health.",
	    .definition =
		"Mean score of pupils over eight qualifications at the end of key "
		"stage 4.",
	    .numerator = "Sum of the scores.",
	    .denominator = "Pupils at the end of key stage 4.",
	},
	{
	    .id = 800205,
	    .kind = PLAN_PROPORTION,
	    .sexes = PLAN_BOTH,
	    .years = PLAN_CALENDAR,
	    .polarity = PLAN_LOW_GOOD,
	    .disclosive = true,
	    .multiplier = 100,
	    .deprivation = 0.16,
	    .spread = 0.3,
	    .drift = -0.02,
	    .female = -0.3,
	    .ages = { { "16-17 yrs", 0.096, 0.056 } },
	    .name =
		"16 to 17 year olds not in education, employment or training (NEET) or "
		"whose activity is not known",
	    .short_name = "NEET, 16 to 17",
	    .topic = "Education",
	    .rationale =
		"Time without work or learning at this age goes with poor mental "
		"health then and later.",
	    .definition =
		"Percentage of 16 to 17 year olds not in education, employment or "
		"training, or whose activity is not known.",
	    .numerator = "Average number from December to February.",
	    .denominator = "16 to 17 year olds known to the authority.",
	},
	{
	    .id = 800206,
	    .kind = PLAN_PROPORTION,
	    .years = PLAN_ACADEMIC,
	    .polarity = PLAN_LOW_GOOD,
	    .multiplier = 100,
	    .deprivation = 0.06,
	    .spread = 0.05,
	    .drift = 0.008,
	    .ages = { { "5-15 yrs", 180, 0.051 } },
	    .name = "Pupil absence",
	    .short_name = "Pupil absence",
	    .topic = "Education",
	    .rationale = "Missing school can be a cause and a sign of distress.",
	    .definition =
		"Percentage of half days missed, for any reason, of all possible.",
	    .numerator = "Half days missed.",
	    .denominator = "Possible half days.",
	},
	{
	    .id = 800207,
	    .kind = PLAN_PROPORTION,
	    .sexes = PLAN_BOTH,
	    .years = PLAN_ACADEMIC,
	    .polarity = PLAN_HIGH_GOOD,
	    .periods = 7,
	    .multiplier = 100,
	    .deprivation = -0.05,
	    .spread = 0.15,
	    .drift = 0.005,
	    .female = -0.25,
	    .ages = { { "5-16 yrs", 0.009, 0.46 } },
	    .name = "Percentage of physically active children and young people",
	    .short_name = "Physically active",
	    .topic = "Healthy living",
	    .rationale = "Activity lifts mood and self-esteem.",
	    .definition =
		"Percentage of 5 to 16 year olds who are active for at least 60 "
		"minutes a day on average.",
	    .numerator = "Respondents who are active for so long.",
	    .denominator = "All respondents with an answer.",
	},
	{
	    .id = 800208,
	    .kind = PLAN_PROPORTION,
	    .sexes = PLAN_BOTH,
	    .years = PLAN_CALENDAR,
	    .polarity = PLAN_HIGH_GOOD,
	    .span = 3,
	    .multiplier = 100,
	    .deprivation = -0.03,
	    .spread = 0.1,
	    .drift = -0.015,
	    .female = -0.5,
	    .ages = { { "15 yrs", 0.006, 0.66 } },
	    .name = "Percentage of 15 year olds with positive satisfaction with life "
		    "(3 year "
		    "range)",
	    .short_name = "Positive life satisfaction at 15",
	    .topic = "Wellbeing",
	    .rationale = "Wellbeing is more than the absence of illness.",
	    .definition =
		"Percentage of 15 year olds who answered with a life satisfaction "
		"of 7 to 10 of 10; three years together, as each sample is small.",
	    .numerator = "Respondents with an answer of 7 to 10.",
	    .denominator = "All respondents with an answer.",
	},
};
