#include "build/infer.h"

#include "../unit.h"
#include "facts_of.h"
#include "folder_of.h"

/* Rows are written from the period on: those of one indicator, each of another area
 * (the first of England), or all of one area. Numbers were computed by another program
 * from the formulas of docs/methods.md. */
#define HEADER                                                                         \
	"Indicator ID,Indicator Name,Area Code,Sex,Time period,Value,Lower CI 95.0 "   \
	"limit,Upper CI 95.0 limit,Lower CI 99.8 limit,Upper CI 99.8 limit,Count,"     \
	"Denominator,Value note,Recent Trend,Compared to England value or "            \
	"percentiles\n"

enum { ROWS_MOST = 12 };

#define UNTESTED                                                                       \
	"Confidence limits: Not known, limits are published, none could be tested: "   \
	"no row has count and denominator\n"

/* Wanted is every fact that has an origin: "fact: value, rows for and against". */
static const struct {
	const char *name, *indicator;
	bool one_area;
	const char *rows[ROWS_MOST];
	const char *wanted;
} cases[] = {
	{ "Wilson limits make a proportion", "A", false,
	    { "2015,40.0000,37.0075,43.0691,,,400,1000,,,",
		"2015,24.0000,14.2974,37.4127,,,12,50,,,",
		"2015,36.6667,27.4473,46.9777,,,33,90,,,",
		"2015,8.7500,4.3032,16.9768,,,7,80,,,",
		"2015,75.0000,68.5659,80.4918,,,150,200,,,",
		"2015,2.5000,0.4427,12.8814,,,1,40,,,",
		"2015,98.3607,91.2811,99.7100,,,60,61,,,",
		"2015,29.3333,24.4686,34.7206,,,88,300,,,",
		"2015,71.4286,35.8934,91.7781,,,5,7,,,",
		"2015,0.0000,0.0000,11.3513,,,0,30,,," },
	    "Value type: Proportion, 10 for, 0 against\n"
	    "Multiplier: 100, 9 for, 0 against\n"
	    "Confidence limits: Wilson score method, 10 for, 0 against\n"
	    "Decimals: 1\n" },
	{ "nine rows in ten are enough", "A", false,
	    { "2015,40.0000,37.0075,43.0691,,,400,1000,,,",
		"2015,24.0000,14.2974,37.4127,,,12,50,,,",
		"2015,36.6667,19.2131,46.9777,,,33,90,,,",
		"2015,8.7500,4.3032,16.9768,,,7,80,,,",
		"2015,75.0000,68.5659,80.4918,,,150,200,,,",
		"2015,2.5000,0.4427,12.8814,,,1,40,,,",
		"2015,98.3607,91.2811,99.7100,,,60,61,,,",
		"2015,29.3333,24.4686,34.7206,,,88,300,,,",
		"2015,71.4286,35.8934,91.7781,,,5,7,,,",
		"2015,0.0000,0.0000,11.3513,,,0,30,,," },
	    "Value type: Proportion, 9 for, 1 against\n"
	    "Multiplier: 100, 9 for, 0 against\n"
	    "Confidence limits: Wilson score method, 9 for, 1 against\n"
	    "Decimals: 1\n" },
	{ "eight rows in ten are not enough", "A", false,
	    { "2015,40.0000,37.0075,43.0691,,,400,1000,,,",
		"2015,24.0000,14.2974,37.4127,,,12,50,,,",
		"2015,36.6667,19.2131,46.9777,,,33,90,,,",
		"2015,8.7500,3.0122,16.9768,,,7,80,,,",
		"2015,75.0000,68.5659,80.4918,,,150,200,,,",
		"2015,2.5000,0.4427,12.8814,,,1,40,,,",
		"2015,98.3607,91.2811,99.7100,,,60,61,,,",
		"2015,29.3333,24.4686,34.7206,,,88,300,,,",
		"2015,71.4286,35.8934,91.7781,,,5,7,,,",
		"2015,0.0000,0.0000,11.3513,,,0,30,,," },
	    "Value type: Proportion, 9 for, 0 against\n"
	    "Multiplier: 100, 9 for, 0 against\n"
	    "Confidence limits: Not known, of 10 rows 8 have Wilson's limits and 0 "
	    "Byar's: too few to conclude either, too many for another method\n"
	    "Decimals: 1\n" },
	{ "Byar's limits, exact below ten, make a crude rate", "A", false,
	    { "2015,164.8000,149.2687,181.5081,,,412,250000,,,",
		"2015,0.0000,0.0000,118.9961,,,0,3100,,,",
		"2015,57.6923,11.8975,168.6014,,,3,5200,,,",
		"2015,112.5000,51.4422,213.5600,,,9,8000,,,",
		"2015,111.1111,53.1939,204.3495,,,10,9000,,,",
		"2015,178.5714,115.5305,263.6175,,,25,14000,,,",
		"2015,224.4444,182.8095,272.7229,,,101,45000,,,",
		"2015,180.0000,135.2124,234.8655,,,54,30000,,,",
		"2015,114.7541,46.1371,236.4373,,,7,6100,,,",
		"2015,151.2195,102.7275,214.6514,,,31,20500,,," },
	    "Value type: Crude rate, 10 for, 0 against\n"
	    "Multiplier: 100000, 9 for, 0 against\n"
	    "Confidence limits: Byar's method, 10 for, 0 against\n"
	    "Decimals: 1\n" },
	{ "a crude rate without limits", "A", false,
	    { "2015,1.6480,,,,,412,250000,,,", "2015,0.0000,,,,,0,3100,,,",
		"2015,0.5769,,,,,3,5200,,,", "2015,1.1250,,,,,9,8000,,,",
		"2015,1.1111,,,,,10,9000,,,", "2015,1.7857,,,,,25,14000,,,",
		"2015,2.2444,,,,,101,45000,,,", "2015,1.8000,,,,,54,30000,,,",
		"2015,1.1475,,,,,7,6100,,,", "2015,1.5122,,,,,31,20500,,," },
	    "Value type: Crude rate, 9 for, 0 against\n"
	    "Multiplier: 1000, 9 for, 0 against\n"
	    "Confidence limits: No confidence limits, 10 for, 0 against\n"
	    "Decimals: 2\n" },
	{ "a proportion without limits", "A", false,
	    { "2015,40.0000,,,,,400,1000,,,", "2015,24.0000,,,,,12,50,,,",
		"2015,36.6667,,,,,33,90,,,", "2015,8.7500,,,,,7,80,,,",
		"2015,75.0000,,,,,150,200,,,", "2015,2.5000,,,,,1,40,,,",
		"2015,98.3607,,,,,60,61,,,", "2015,29.3333,,,,,88,300,,,",
		"2015,71.4286,,,,,5,7,,,", "2015,0.0000,,,,,0,30,,," },
	    "Value type: Proportion, 9 for, 0 against\n"
	    "Multiplier: 100, 9 for, 0 against\n"
	    "Confidence limits: No confidence limits, 10 for, 0 against\n"
	    "Decimals: 1\n" },
	{ "a count above the denominator makes it a rate per 100", "A", false,
	    { "2015,40.0000,,,,,400,1000,,,", "2015,24.0000,,,,,12,50,,,",
		"2015,36.6667,,,,,33,90,,,", "2015,8.7500,,,,,7,80,,,",
		"2015,75.0000,,,,,150,200,,,", "2015,2.5000,,,,,1,40,,,",
		"2015,98.3607,,,,,60,61,,,", "2015,29.3333,,,,,88,300,,,",
		"2015,71.4286,,,,,5,7,,,", "2015,120.0000,,,,,60,50,,," },
	    "Value type: Crude rate, 10 for, 0 against\n"
	    "Multiplier: 100, 10 for, 0 against\n"
	    "Confidence limits: No confidence limits, 10 for, 0 against\n"
	    "Decimals: 1\n" },
	{ "near but not equal per 100,000 is standardised", "A", false,
	    { "2015,168.0960,82.4000,329.6000,,,412,250000,,,",
		"2015,0.0000,0.0000,0.0000,,,0,3100,,,",
		"2015,60.0000,28.8462,115.3846,,,3,5200,,,",
		"2015,118.1250,56.2500,225.0000,,,9,8000,,,",
		"2015,117.7778,55.5556,222.2222,,,10,9000,,,",
		"2015,191.0714,89.2857,357.1429,,,25,14000,,,",
		"2015,242.4000,112.2222,448.8889,,,101,45000,,,",
		"2015,196.2000,90.0000,360.0000,,,54,30000,,,",
		"2015,126.2295,57.3770,229.5082,,,7,6100,,,",
		"2015,167.8537,75.6098,302.4390,,,31,20500,,," },
	    "Value type: Directly standardised rate, 9 for, 0 against\n"
	    "Multiplier: 100000, 9 for, 0 against\n"
	    "Confidence limits: Dobson & Byar's method\n"
	    "Decimals: 1\n" },
	{ "near but not equal per 100 is weighted or rounded", "A", false,
	    { "2015,38.8,,,,,400,1000,,,", "2015,23.4,,,,,12,50,,,",
		"2015,35.8,,,,,33,90,,,", "2015,8.6,,,,,7,80,,,",
		"2015,73.7,,,,,150,200,,,", "2015,2.5,,,,,1,40,,," },
	    "Value type: Proportion, 6 for, 0 against\n"
	    "Multiplier: 100, 6 for, 0 against\n"
	    "Confidence limits: No confidence limits, 6 for, 0 against\n"
	    "Decimals: 1\n" },
	{ "near per 100 with a count above the denominator stays open", "A", false,
	    { "2015,38.8,,,,,400,1000,,,", "2015,23.4,,,,,12,50,,,",
		"2015,35.8,,,,,33,90,,,", "2015,8.6,,,,,7,80,,,",
		"2015,73.7,,,,,150,200,,,", "2015,2.5,,,,,1,40,,,",
		"2015,99.0,,,,,52,51,,," },
	    "Multiplier: 100, 7 for, 0 against\n"
	    "Confidence limits: No confidence limits, 7 for, 0 against\n"
	    "Decimals: 1\n" },
	{ "the value is the count", "A", false,
	    { "2015,400,,,,,400,,,,", "2015,12,,,,,12,,,,", "2015,33,,,,,33,,,,",
		"2015,7,,,,,7,,,,", "2015,150,,,,,150,,,,", "2015,1,,,,,1,,,,",
		"2015,60,,,,,60,,,,", "2015,88,,,,,88,,,,", "2015,5,,,,,5,,,,",
		"2015,0,,,,,0,,,," },
	    "Value type: Count, 10 for, 0 against\n"
	    "Multiplier: 1, 10 for, 0 against\n"
	    "Confidence limits: No confidence limits, 10 for, 0 against\n"
	    "Decimals: 0\n" },
	{ "nothing but the name: per 1,000", "Teenage pregnancies: rate per 1,000",
	    false, { "2015,12.3,,,,,,,,,", "2015,4.56,,,,,,,,," },
	    "Value type: Crude rate\n"
	    "Multiplier: 1000\n"
	    "Confidence limits: No confidence limits, 2 for, 0 against\n"
	    "Decimals: 1\n" },
	{ "nothing but the name: standardised",
	    "Years of life lost: age-standardised rate per 10,000", false,
	    { "2015,12.3,9,15,,,,,,,", "2015,4.5,3,7,,,,,,," },
	    "Value type: Directly standardised rate\n"
	    "Multiplier: 10000\n"
	    "Confidence limits: Dobson & Byar's method\n"
	    "Decimals: 1\n" },
	{ "nothing but the name: a percentage", "Percentage of pupils", false,
	    { "2015,12.3,,,,,,,,,", "2015,4.5,,,,,,,,," },
	    "Value type: Proportion\n"
	    "Multiplier: 100\n"
	    "Confidence limits: No confidence limits, 2 for, 0 against\n"
	    "Decimals: 1\n" },
	{ "a percentage above a hundred is none", "Percentage change", false,
	    { "2015,112.3,,,,,,,,,", "2015,4.5,,,,,,,,," },
	    "Confidence limits: No confidence limits, 2 for, 0 against\n"
	    "Decimals: 1\n" },
	{ "neither Wilson's nor Byar's limits", "A", false,
	    { "2015,40.0000,36.9636,43.0364,,,400,1000,,,",
		"2015,24.0000,12.1621,35.8379,,,12,50,,,",
		"2015,36.6667,26.7108,46.6225,,,33,90,,,",
		"2015,8.7500,2.5581,14.9419,,,7,80,,,",
		"2015,75.0000,68.9989,81.0011,,,150,200,,," },
	    "Value type: Proportion, 5 for, 0 against\n"
	    "Multiplier: 100, 5 for, 0 against\n"
	    "Confidence limits: Another method, 5 for, 0 against\n"
	    "Decimals: 1\n" },
	{ "limits too coarse to tell the methods apart", "A", false,
	    { "2015,202,199,206,,,10123,5000311,,,",
		"2015,223,220,227,,,20111,9000000,,," },
	    "Value type: Crude rate, 2 for, 0 against\n"
	    "Multiplier: 100000, 2 for, 0 against\n"
	    "Confidence limits: Not known, limits or counts are published too coarsely "
	    "to tell Wilson's from Byar's\n"
	    "Decimals: 0\n" },
	{ "counts of areas rounded to five, limits of those that are not", "A", false,
	    { "2015,22.9439,22.8190,23.0692,,,99548,433876,,,",
		"2015,27.2727,25.5392,29.0779,,,665,2430,,,",
		"2015,25.4623,23.8863,27.1052,,,715,2810,,,",
		"2015,22.8799,21.4137,24.4154,,,690,3005,,,",
		"2015,23.6842,22.1693,25.2691,,,685,2890,,,",
		"2015,24.6062,23.0617,26.2190,,,705,2855,,,",
		"2015,23.7236,22.2204,25.2955,,,695,2940,,,",
		"2015,23.3518,21.8433,24.9313,,,675,2880,,,",
		"2015,24.4651,22.9345,26.0634,,,710,2900,,,",
		"2015,23.7418,22.2236,25.3298,,,685,2880,,,",
		"2015,22.8613,21.3295,24.4689,,,630,2745,,,",
		"2015,23.4748,21.7740,25.2655,,,530,2260,,," },
	    "Value type: Proportion, 12 for, 0 against\n"
	    "Multiplier: 100, 12 for, 0 against\n"
	    "Confidence limits: Wilson score method, 12 for, 0 against\n"
	    "Decimals: 1\n"
	    "Rounding of counts: to 5, 11 for, 0 against\n" },
	{ "a rate whose counts are rounded is not standardised", "A", false,
	    { "2015,164.6,,,,,412,250313,,,", "2015,387.8,,,,,1205,310211,,,",
		"2015,167.3,,,,,85,52017,,,", "2015,273.3,,,,,220,80123,,,",
		"2015,1118.4,,,,,1010,90310,,,", "2015,181.1,,,,,255,140222,,,",
		"2015,222.2,,,,,1000,450412,,,", "2015,182.6,,,,,550,300087,,,",
		"2015,609.3,,,,,370,61055,,,", "2015,155.1,,,,,320,205034,,,",
		"2015,290.4,,,,,695,240019,,," },
	    "Value type: Crude rate, 11 for, 0 against\n"
	    "Multiplier: 100000, 11 for, 0 against\n"
	    "Confidence limits: No confidence limits, 11 for, 0 against\n"
	    "Decimals: 0\n"
	    "Rounding of counts: to 5, 10 for, 0 against\n" },
	{ "a standardised rate whose counts are rounded stays one", "A", false,
	    { "2015,180.1,,,,,412,250313,,,", "2015,350.8,,,,,1205,310211,,,",
		"2015,190.3,,,,,85,52017,,,", "2015,243.3,,,,,220,80123,,,",
		"2015,1318.4,,,,,1010,90310,,,", "2015,195.1,,,,,255,140222,,,",
		"2015,202.2,,,,,1000,450412,,,", "2015,199.6,,,,,550,300087,,,",
		"2015,559.3,,,,,370,61055,,,", "2015,175.1,,,,,320,205034,,,",
		"2015,260.4,,,,,695,240019,,," },
	    "Value type: Directly standardised rate, 11 for, 0 against\n"
	    "Multiplier: 100000, 11 for, 0 against\n"
	    "Confidence limits: No confidence limits, 11 for, 0 against\n"
	    "Decimals: 0\n"
	    "Rounding of counts: to 5, 10 for, 0 against\n" },
	{ "small counts that are rounded tell nothing", "A", false,
	    { "2015,159.8,,,,,,,,,", "2015,386.8,,,,,10,3102,,,",
		"2015,134.6,,,,,5,5201,,,", "2015,112.3,,,,,10,8012,,,",
		"2015,121.8,,,,,10,9031,,,", "2015,428.0,,,,,5,1402,,,",
		"2015,288.6,,,,,15,4504,,,", "2015,266.0,,,,,10,3008,,,",
		"2015,229.3,,,,,15,6105,,,", "2015,780.5,,,,,15,2050,,,",
		"2015,500.0,,,,,10,2400,,," },
	    "Value type: Unknown, value is near count / denominator times the "
	    "multiplier, but counts are too small and rounded to tell whether it "
	    "equals "
	    "it\n"
	    "Multiplier: 100000, 10 for, 0 against\n"
	    "Confidence limits: No confidence limits, 11 for, 0 against\n"
	    "Decimals: 1\n"
	    "Rounding of counts: to 5, 10 for, 0 against\n" },
	{ "a few multiples of five are chance", "A", false,
	    { "2015,40.0000,,,,,400,1000,,,", "2015,25.0000,,,,,10,40,,,",
		"2015,75.0000,,,,,150,200,,,", "2015,50.0000,,,,,5,10,,,",
		"2015,30.0000,,,,,30,100,,," },
	    "Value type: Proportion, 5 for, 0 against\n"
	    "Multiplier: 100, 5 for, 0 against\n"
	    "Confidence limits: No confidence limits, 5 for, 0 against\n"
	    "Decimals: 1\n" },
	{ "nothing but the name: crude, whatever else it says",
	    "Crude rate per 1,000 (not age-standardised)", false,
	    { "2015,12.3,,,,,,,,,", "2015,4.56,,,,,,,,," },
	    "Value type: Crude rate\n"
	    "Multiplier: 1000\n"
	    "Confidence limits: No confidence limits, 2 for, 0 against\n"
	    "Decimals: 1\n" },
	{ "crude by name, near by value", "Crude rate, not age standardised", false,
	    { "2015,168.0960,,,,,412,250000,,,", "2015,60.0000,,,,,3,5200,,,",
		"2015,118.1250,,,,,9,8000,,,", "2015,117.7778,,,,,10,9000,,," },
	    "Value type: Crude rate, 4 for, 0 against\n"
	    "Multiplier: 100000, 4 for, 0 against\n"
	    "Confidence limits: No confidence limits, 4 for, 0 against\n"
	    "Decimals: 1\n" },
	{ "nothing but the name: indirectly standardised",
	    "Admissions, indirectly standardised rate per 100,000", false,
	    { "2015,12.3,9,15,,,,,,,", "2015,4.5,3,7,,,,,,," },
	    "Value type: Indirectly standardised rate\n"
	    "Multiplier: 100000\n" UNTESTED "Decimals: 1\n" },
	{ "nothing but the name: a standardised ratio", "Standardised mortality ratio",
	    false, { "2015,112.3,,,,,,,,,", "2015,94.5,,,,,,,,," },
	    "Value type: Indirectly standardised ratio\n"
	    "Confidence limits: No confidence limits, 2 for, 0 against\n"
	    "Decimals: 1\n" },
	{ "a standardised score is no rate", "Mean standardised score", false,
	    { "2015,12.3,,,,,,,,,", "2015,4.5,,,,,,,,," },
	    "Confidence limits: No confidence limits, 2 for, 0 against\n"
	    "Decimals: 1\n" },
	{ "a percentage below nought is none", "Percentage change", false,
	    { "2015,-2.3,,,,,,,,,", "2015,4.5,,,,,,,,," },
	    "Confidence limits: No confidence limits, 2 for, 0 against\n"
	    "Decimals: 1\n" },
	{ "percentage points are no percentage", "Gap in percentage points", false,
	    { "2015,2.3,,,,,,,,,", "2015,4.5,,,,,,,,," },
	    "Confidence limits: No confidence limits, 2 for, 0 against\n"
	    "Decimals: 1\n" },
	{ "nothing at all to go by", "Attainment 8 score", false,
	    { "2015,46.7,46,47,,,,,,,", "2015,51.0,50,52,,,,,,," },
	    UNTESTED "Decimals: 1\n" },
	{ "worse above England: low is good", "A", false,
	    { "2015,40,39,41,38.5,41.5,,,,,Not compared",
		"2015,60,55,65,52,68,,,,,Worse", "2015,20,15,25,12,28,,,,,Better",
		"2015,41,36,46,33,49,,,,,Similar", "2015,60,55,65,52,68,,,,,Worse",
		"2015,20,15,25,12,28,,,,,Better", "2015,41,36,46,33,49,,,,,Similar",
		"2015,60,55,65,52,68,,,,,Worse", "2015,20,15,25,12,28,,,,,Better",
		"2015,41,36,46,33,49,,,,,Similar" },
	    UNTESTED "Polarity: Low is good, 6 for, 0 against\n"
		     "Comparison: 95% confidence limits, 9 for, 0 against\n"
		     "Decimals: 0\n" },
	{ "better above England: high is good", "A", false,
	    { "2015,40,39,41,38.5,41.5,,,,,Not compared",
		"2015,60,55,65,52,68,,,,,Better", "2015,20,15,25,12,28,,,,,Worse",
		"2015,41,36,46,33,49,,,,,Similar", "2015,60,55,65,52,68,,,,,Better",
		"2015,20,15,25,12,28,,,,,Worse", "2015,41,36,46,33,49,,,,,Similar",
		"2015,60,55,65,52,68,,,,,Better", "2015,20,15,25,12,28,,,,,Worse",
		"2015,41,36,46,33,49,,,,,Similar" },
	    UNTESTED "Polarity: High is good, 6 for, 0 against\n"
		     "Comparison: 95% confidence limits, 9 for, 0 against\n"
		     "Decimals: 0\n" },
	{ "lower and higher: no judgement", "A", false,
	    { "2015,40,39,41,38.5,41.5,,,,,Not compared",
		"2015,60,55,65,52,68,,,,,Higher", "2015,20,15,25,12,28,,,,,Lower",
		"2015,41,36,46,33,49,,,,,Similar", "2015,60,55,65,52,68,,,,,Higher",
		"2015,20,15,25,12,28,,,,,Lower", "2015,41,36,46,33,49,,,,,Similar",
		"2015,60,55,65,52,68,,,,,Higher", "2015,20,15,25,12,28,,,,,Lower",
		"2015,41,36,46,33,49,,,,,Similar" },
	    UNTESTED "Polarity: No judgement, 6 for, 0 against\n"
		     "Comparison: 95% confidence limits, 9 for, 0 against\n"
		     "Decimals: 0\n" },
	{ "one word in ten against the others", "A", false,
	    { "2015,40,39,41,38.5,41.5,,,,,Not compared",
		"2015,60,55,65,52,68,,,,,Worse", "2015,60,55,65,52,68,,,,,Worse",
		"2015,60,55,65,52,68,,,,,Worse", "2015,60,55,65,52,68,,,,,Worse",
		"2015,60,55,65,52,68,,,,,Worse", "2015,60,55,65,52,68,,,,,Worse",
		"2015,60,55,65,52,68,,,,,Worse", "2015,60,55,65,52,68,,,,,Worse",
		"2015,20,15,25,12,28,,,,,Better", "2015,60,55,65,52,68,,,,,Better" },
	    UNTESTED "Polarity: Low is good, 9 for, 1 against\n"
		     "Comparison: 95% confidence limits, 10 for, 0 against\n"
		     "Decimals: 0\n" },
	{ "two words in ten against the others", "A", false,
	    { "2015,40,39,41,38.5,41.5,,,,,Not compared",
		"2015,60,55,65,52,68,,,,,Worse", "2015,60,55,65,52,68,,,,,Worse",
		"2015,60,55,65,52,68,,,,,Worse", "2015,60,55,65,52,68,,,,,Worse",
		"2015,60,55,65,52,68,,,,,Worse", "2015,60,55,65,52,68,,,,,Worse",
		"2015,60,55,65,52,68,,,,,Worse", "2015,60,55,65,52,68,,,,,Worse",
		"2015,60,55,65,52,68,,,,,Better", "2015,60,55,65,52,68,,,,,Better" },
	    UNTESTED "Comparison: 95% confidence limits, 10 for, 0 against\n"
		     "Decimals: 0\n" },
	{ "polarity from the words of a trend", "A", false,
	    { "2015,40,,,,,,,,,", "2015,41,,,,,,,,Increasing and getting worse,",
		"2015,42,,,,,,,,Decreasing and getting better,",
		"2015,42,,,,,,,,No significant change," },
	    "Confidence limits: No confidence limits, 4 for, 0 against\n"
	    "Polarity: Low is good, 2 for, 0 against\n"
	    "Decimals: 0\n" },
	{ "compared by 99.8 % limits", "A", false,
	    { "2015,40,39,41,38.5,41.5,,,,,Not compared",
		"2015,46,41,51,38,54,,,,,Similar", "2015,46,41,51,38,54,,,,,Similar",
		"2015,46,41,51,38,54,,,,,Similar", "2015,46,41,51,38,54,,,,,Similar",
		"2015,46,41,51,38,54,,,,,Similar", "2015,60,55,65,52,68,,,,,Higher",
		"2015,20,15,25,12,28,,,,,Lower" },
	    UNTESTED "Polarity: No judgement, 2 for, 0 against\n"
		     "Comparison: 99.8% confidence limits, 7 for, 0 against\n"
		     "Decimals: 0\n" },
	{ "compared by overlapping limits", "A", false,
	    { "2015,40,30,50,,,,,,,Not compared", "2015,50,45,55,,,,,,,Similar",
		"2015,50,45,55,,,,,,,Similar", "2015,50,45,55,,,,,,,Similar",
		"2015,50,45,55,,,,,,,Similar", "2015,50,45,55,,,,,,,Similar",
		"2015,60,55,65,,,,,,,Higher", "2015,20,15,25,,,,,,,Lower" },
	    UNTESTED "Polarity: No judgement, 2 for, 0 against\n"
		     "Comparison: 95% confidence limits of both, 7 for, 0 against\n"
		     "Decimals: 0\n" },
	{ "not to be compared", "A", false,
	    { "2015,40,39,41,38.5,41.5,,,,,Not compared",
		"2015,60,55,65,,,,,,,Not compared", "2015,60,55,65,,,,,,,Not compared",
		"2015,60,55,65,,,,,,,Not compared", "2015,60,55,65,,,,,,,Not compared",
		"2015,60,55,65,,,,,,,Not compared" },
	    UNTESTED "Comparison: Not compared, 5 for, 0 against\n"
		     "Decimals: 0\n" },
	{ "compared by fifths", "A", false,
	    { "2015,40,,,,,,,,,", "2015,10,,,,,,,,,Lowest quintile",
		"2015,20,,,,,,,,,2nd lowest quintile",
		"2015,30,,,,,,,,,Middle quintile",
		"2015,50,,,,,,,,,2nd highest quintile",
		"2015,60,,,,,,,,,Highest quintile" },
	    "Confidence limits: No confidence limits, 6 for, 0 against\n"
	    "Polarity: No judgement, 4 for, 0 against\n"
	    "Comparison: Fifths of areas (quintiles), 5 for, 0 against\n"
	    "Decimals: 0\n" },
	{ "compared in no way that is known", "A", false,
	    { "2015,40,39,41,38.5,41.5,,,,,Not compared",
		"2015,60,55,65,52,68,,,,,Similar", "2015,20,15,25,12,28,,,,,Similar",
		"2015,41,36,46,33,49,,,,,Higher", "2015,60,55,65,52,68,,,,,Higher",
		"2015,60,55,65,52,68,,,,,Similar", "2015,20,15,25,12,28,,,,,Similar",
		"2015,41,36,46,33,49,,,,,Higher", "2015,60,55,65,52,68,,,,,Higher" },
	    UNTESTED "Polarity: No judgement, 4 for, 0 against\n"
		     "Decimals: 0\n" },
	{ "modelled", "A", false,
	    { "2015,40,,,,,,,Value is modelled or synthetic estimate,,",
		"2015,40,,,,,,,Value is modelled or synthetic estimate,,",
		"2015,40,,,,,,,Value is modelled or synthetic estimate,,",
		"2015,40,,,,,,,Value is modelled or synthetic estimate,,",
		"2015,40,,,,,,,Value is modelled or synthetic estimate,,",
		"2015,40,,,,,,,Value is modelled or synthetic estimate,,",
		"2015,40,,,,,,,Value is modelled or synthetic estimate,,",
		"2015,40,,,,,,,Value is modelled or synthetic estimate,,",
		"2015,40,,,,,,,Value is modelled or synthetic estimate,,",
		"2015,41,,,,,,,,," },
	    "Confidence limits: No confidence limits, 10 for, 0 against\n"
	    "Decimals: 0\n"
	    "Modelled: yes, 9 for, 1 against\n" },
	{ "modelled by eight in ten", "A", false,
	    { "2015,40,,,,,,,Value is modelled or synthetic estimate,,",
		"2015,40,,,,,,,Value is modelled or synthetic estimate,,",
		"2015,40,,,,,,,Value is modelled or synthetic estimate,,",
		"2015,40,,,,,,,Value is modelled or synthetic estimate,,",
		"2015,40,,,,,,,Value is modelled or synthetic estimate,,",
		"2015,40,,,,,,,Value is modelled or synthetic estimate,,",
		"2015,40,,,,,,,Value is modelled or synthetic estimate,,",
		"2015,40,,,,,,,Value is modelled or synthetic estimate,,",
		"2015,41,,,,,,,,,", "2015,41,,,,,,,,," },
	    "Confidence limits: No confidence limits, 10 for, 0 against\n"
	    "Decimals: 0\n" },
	{ "every year", "A", true,
	    { "2015,10,,,,,,,,,", "2016,11,,,,,,,,,", "2017,12,,,,,,,,,",
		"2018,13,,,,,,,,," },
	    "Confidence limits: No confidence limits, 4 for, 0 against\n"
	    "Decimals: 0\n"
	    "Frequency: 12 months, 3 for, 0 against\n" },
	{ "three years that roll on by one", "A", true,
	    { "2012 - 14,10,,,,,,,,,", "2013 - 15,11,,,,,,,,,",
		"2014 - 16,12,,,,,,,,," },
	    "Confidence limits: No confidence limits, 3 for, 0 against\n"
	    "Decimals: 0\n"
	    "Frequency: 12 months, 2 for, 0 against\n" },
	{ "every quarter", "A", true,
	    { "2018 Q1,10,,,,,,,,,", "2018 Q2,11,,,,,,,,,", "2018 Q3,12,,,,,,,,,",
		"2018 Q4,13,,,,,,,,,", "2019 Q1,14,,,,,,,,," },
	    "Confidence limits: No confidence limits, 5 for, 0 against\n"
	    "Decimals: 0\n"
	    "Frequency: 3 months, 4 for, 0 against\n" },
	{ "every third year, with one step between", "A", true,
	    { "2001,10,,,,,,,,,", "2004,11,,,,,,,,,", "2007,12,,,,,,,,,",
		"2010,13,,,,,,,,,", "2011,14,,,,,,,,," },
	    "Confidence limits: No confidence limits, 5 for, 0 against\n"
	    "Decimals: 0\n" },
	{ "every third year but once", "A", true,
	    { "1981,10,,,,,,,,,", "1984,11,,,,,,,,,", "1987,12,,,,,,,,,",
		"1990,13,,,,,,,,,", "1993,14,,,,,,,,,", "1996,15,,,,,,,,,",
		"1999,16,,,,,,,,,", "2002,17,,,,,,,,,", "2005,18,,,,,,,,,",
		"2008,19,,,,,,,,,", "2012,20,,,,,,,,," },
	    "Confidence limits: No confidence limits, 11 for, 0 against\n"
	    "Decimals: 0\n"
	    "Frequency: 36 months, 9 for, 1 against\n" },
	{ "one period", "A", true, { "2012 - 14,10,,,,,,,,," },
	    "Confidence limits: No confidence limits, 1 for, 0 against\n"
	    "Decimals: 0\n" },
	{ "decimals of large rates", "Rate per 1,000", false,
	    { "2015,1234.567,,,,,,,,,", "2015,0.25,,,,,,,,," },
	    "Value type: Crude rate\n"
	    "Multiplier: 1000\n"
	    "Confidence limits: No confidence limits, 2 for, 0 against\n"
	    "Decimals: 0\n" },
	{ "decimals of middling rates", "Rate per 1,000", false,
	    { "2015,56.789,,,,,,,,,", "2015,0.25,,,,,,,,," },
	    "Value type: Crude rate\n"
	    "Multiplier: 1000\n"
	    "Confidence limits: No confidence limits, 2 for, 0 against\n"
	    "Decimals: 1\n" },
	{ "decimals of small rates", "Rate per 1,000", false,
	    { "2015,5.6789,,,,,,,,,", "2015,0.25,,,,,,,,," },
	    "Value type: Crude rate\n"
	    "Multiplier: 1000\n"
	    "Confidence limits: No confidence limits, 2 for, 0 against\n"
	    "Decimals: 2\n" },
	{ "decimals of tiny rates", "Rate per 1,000", false,
	    { "2015,0.56789,,,,,,,,,", "2015,0.25,,,,,,,,," },
	    "Value type: Crude rate\n"
	    "Multiplier: 1000\n"
	    "Confidence limits: No confidence limits, 2 for, 0 against\n"
	    "Decimals: 3\n" },
	{ "decimals never more than published", "Rate per 1,000", false,
	    { "2015,5,,,,,,,,,", "2015,3,,,,,,,,," },
	    "Value type: Crude rate\n"
	    "Multiplier: 1000\n"
	    "Confidence limits: No confidence limits, 2 for, 0 against\n"
	    "Decimals: 0\n" },
	{ "decimals of percentages", "Percentage", false,
	    { "2015,56.789,,,,,,,,,", "2015,0.25,,,,,,,,," },
	    "Value type: Proportion\n"
	    "Multiplier: 100\n"
	    "Confidence limits: No confidence limits, 2 for, 0 against\n"
	    "Decimals: 1\n" },
	{ "decimals of small percentages", "Percentage", false,
	    { "2015,0.56789,,,,,,,,,", "2015,0.25,,,,,,,,," },
	    "Value type: Proportion\n"
	    "Multiplier: 100\n"
	    "Confidence limits: No confidence limits, 2 for, 0 against\n"
	    "Decimals: 3\n" },
};

static void
write_rows(struct buf *out, size_t number)
{
	buf_add(out, STR(HEADER));
	for (int i = 0; i < ROWS_MOST && cases[number].rows[i]; i++) {
		buf_print(out, "1,\"%s\",", cases[number].indicator);
		if (i == 0 || cases[number].one_area)
			buf_print(out, "E92000001,Persons,");
		else
			buf_print(out, "E120000%02d,Persons,", i);
		buf_print(out, "%s\n", cases[number].rows[i]);
	}
}

START_TEST(test_conclusions)
{
	AUTO_BUF bytes = { 0 }, got = { 0 }, wanted = { 0 };
	struct folder_of folder;
	struct build build;

	folder_of_nothing(&folder);
	write_rows(&bytes, (size_t)_i);
	folder_of_add(&folder, "x.csv", buf_str(&bytes));
	folder_of_read(&folder, &build, 0);
	ck_assert_uint_eq(build.draft.indicator_count, 1);
	facts_of(&got, &build.draft.indicators[0]);
	buf_add(&wanted, str_of(cases[_i].wanted));
	folder_of_compare(cases[_i].name, &got, &wanted);
	build_done(&build);
	folder_of_remove(&folder);
}
END_TEST

/* Which kind of year, of rows that differ in nothing but their period. */
static const struct {
	const char *name, *indicator;
	const char *periods[ROWS_MOST];
	enum period_style kind;
	enum origin origin;
	uint32_t supporting, contradicting;
	const char *evidence;
} years[] = {
	{ "calendar years", "A", { "2015", "2016", "2014 - 16" }, PERIOD_CALENDAR,
	    ORIGIN_INFERRED, 3, 0,
	    "periods are written as calendar years, or parts of them" },
	{ "quarters and months of calendar years", "A", { "2015 Q1", "Jan 2016" },
	    PERIOD_CALENDAR, ORIGIN_INFERRED, 2, 0,
	    "periods are written as calendar years, or parts of them" },
	{ "one in ten is another", "A",
	    { "2008", "2009", "2010", "2011", "2012", "2013", "2014", "2015", "2016",
		"2016/17" },
	    PERIOD_CALENDAR, ORIGIN_INFERRED, 9, 1,
	    "periods are written as calendar years, or parts of them" },
	{ "split years tell nothing", "A", { "2015/16", "2016/17" }, PERIOD_SPLIT,
	    ORIGIN_NONE, 0, 0,
	    "periods such as '2016/17' are written alike for financial and academic "
	    "years" },
	{ "unless the name does: academic", "Absence in the academic year",
	    { "2015/16", "2016/17" }, PERIOD_ACADEMIC, ORIGIN_INFERRED, 0, 0,
	    "its name says academic years" },
	{ "unless the name does: financial", "Spend (financial year)",
	    { "2015/16", "2016/17" }, PERIOD_FINANCIAL, ORIGIN_INFERRED, 0, 0,
	    "its name says financial years" },
	{ "a name that says both says nothing", "Financial year or school year",
	    { "2016/17" }, PERIOD_SPLIT, ORIGIN_NONE, 0, 0,
	    "periods such as '2016/17' are written alike for financial and academic "
	    "years" },
	{ "quarters of split years are those of financial years", "A",
	    { "2015/16", "2016/17 Q1", "2016/17 Q2" }, PERIOD_FINANCIAL,
	    ORIGIN_INFERRED, 2, 0,
	    "periods are years from April to March, or quarters of them" },
	{ "years from April, spelt out", "A",
	    { "Apr 2015 - Mar 2016", "Apr 2016 - Mar 2017" }, PERIOD_FINANCIAL,
	    ORIGIN_INFERRED, 2, 0,
	    "periods are years from April to March, or quarters of them" },
	{ "years from September, spelt out", "A", { "Sep 2015 - Aug 2016" },
	    PERIOD_ACADEMIC, ORIGIN_INFERRED, 1, 0,
	    "periods are years from September to August" },
	{ "years from July", "A", { "Jul 2015 - Jun 2016" }, PERIOD_CALENDAR,
	    ORIGIN_NONE, 0, 0,
	    "periods are of several kinds of year, or of none that is known" },
	{ "several kinds", "A", { "2014", "2015/16", "2016/17" }, PERIOD_SPLIT,
	    ORIGIN_NONE, 0, 0,
	    "periods are of several kinds of year, or of none that is known" },
};

START_TEST(test_years)
{
	AUTO_BUF bytes = { 0 };
	struct folder_of folder;
	struct build build;

	folder_of_nothing(&folder);
	buf_add(&bytes, STR(HEADER));
	for (int i = 0; i < ROWS_MOST && years[_i].periods[i]; i++)
		buf_print(&bytes, "1,\"%s\",E92000001,Persons,%s,1,,,,,,,,,\n",
		    years[_i].indicator, years[_i].periods[i]);
	folder_of_add(&folder, "x.csv", buf_str(&bytes));
	folder_of_read(&folder, &build, 0);
	const struct draft_indicator *got = &build.draft.indicators[0];
	const struct draft_fact *fact = &got->facts[FACT_YEAR_TYPE];
	ck_assert_msg(str_equal(fact->text, str_of(years[_i].evidence)), "%s: '%.*s'",
	    years[_i].name, STR_ARG(fact->text));
	ck_assert_msg(got->year_type == years[_i].kind, "%s: %s", years[_i].name,
	    period_style_word(got->year_type));
	ck_assert_uint_eq(fact->origin, years[_i].origin);
	ck_assert_uint_eq(fact->supporting, years[_i].supporting);
	ck_assert_uint_eq(fact->contradicting, years[_i].contradicting);
	build_done(&build);
	folder_of_remove(&folder);
}
END_TEST

/* What nothing tells: assumed, or not known, each with its reason. */
static const struct {
	const char *name;
	bool one_area;
	const char *rows[ROWS_MOST];
	enum fact fact;
	enum origin origin;
	const char *reason;
} untold[] = {
	{ "one period", false, { "2015,1,,,,,,,,,", "2015,2,,,,,,,,," }, FACT_FREQUENCY,
	    ORIGIN_ASSUMED, "there is one period" },
	{ "steps that differ", true,
	    { "2001,10,,,,,,,,,", "2004,11,,,,,,,,,", "2005,12,,,,,,,,," },
	    FACT_FREQUENCY, ORIGIN_ASSUMED,
	    "the length of the latest period; steps from one to the next do not tell" },
	{ "steps that differ, of long periods", true,
	    { "2001 - 03,10,,,,,,,,,", "2004 - 06,11,,,,,,,,,",
		"2005 - 07,12,,,,,,,,," },
	    FACT_FREQUENCY, ORIGIN_ASSUMED,
	    "periods of several years mostly roll on by one; steps from one to the "
	    "next do not tell" },
	{ "no value, no frequency", false, { "2015,,,,,,,,,," }, FACT_FREQUENCY,
	    ORIGIN_NONE, "no row has a value" },
	{ "no value, no decimals", false, { "2015,,,,,,,,,," }, FACT_DECIMALS,
	    ORIGIN_NONE, "no row has a value" },
	{ "no value, no kind of year", false, { "2015,,,,,,,,,," }, FACT_YEAR_TYPE,
	    ORIGIN_NONE, "no row has a value" },
	{ "no note", false, { "2015,1,,,,,,,,," }, FACT_MODELLED, ORIGIN_ASSUMED,
	    "no value note says modelled or estimated" },
	{ "one note of two", false,
	    { "2015,1,,,,,,,Value is modelled or synthetic estimate,,",
		"2015,2,,,,,,,,," },
	    FACT_MODELLED, ORIGIN_ASSUMED,
	    "only 1 of 2 value notes say modelled or estimated" },
	{ "no limits", false, { "2015,1,,,,,,,,,", "2015,2,,,,,,,,," }, FACT_COMPARISON,
	    ORIGIN_NONE, "no row has limits, and no comparison is published" },
	{ "limits and no comparison", false,
	    { "2015,2,1,3,,,,,,,", "2015,2,1,3,,,,,,," }, FACT_COMPARISON,
	    ORIGIN_ASSUMED, "the field's rule; no comparison is published" },
	{ "comparisons by no rule", false,
	    { "2015,20,19,21,,,,,,,", "2015,10,9,11,,,,,,,Similar",
		"2015,30,29,31,,,,,,,Higher" },
	    FACT_COMPARISON, ORIGIN_ASSUMED,
	    "the field's rule; of 2 published comparisons no method gives more than "
	    "1" },
};

START_TEST(test_untold)
{
	AUTO_BUF bytes = { 0 };
	struct folder_of folder;
	struct build build;

	folder_of_nothing(&folder);
	buf_add(&bytes, STR(HEADER));
	for (int i = 0; i < ROWS_MOST && untold[_i].rows[i]; i++) {
		bool country = i == 0 || untold[_i].one_area;
		buf_print(&bytes, "1,A,E%s0000%02d,Persons,%s\n", country ? "92" : "12",
		    country ? 1 : i, untold[_i].rows[i]);
	}
	folder_of_add(&folder, "x.csv", buf_str(&bytes));
	folder_of_read(&folder, &build, 0);
	const struct draft_fact *fact =
	    &build.draft.indicators[0].facts[untold[_i].fact];
	ck_assert_msg(str_equal(fact->text, str_of(untold[_i].reason)), "%s: '%.*s'",
	    untold[_i].name, STR_ARG(fact->text));
	ck_assert_msg(fact->origin == untold[_i].origin, "%s: %s", untold[_i].name,
	    origin_word(fact->origin));
	build_done(&build);
	folder_of_remove(&folder);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("inference");

	ADD_ROWS(tcase, test_untold, untold);
	ADD_ROWS(tcase, test_conclusions, cases);
	ADD_ROWS(tcase, test_years, years);
	return unit_run("build inference", tcase);
}
