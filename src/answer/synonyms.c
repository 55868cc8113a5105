#include "answer/synonyms.h"

static const struct str table[] = {
	STR_IN_TABLE("SEMH|social, emotional and mental health"),
	STR_IN_TABLE("SEN|SEND|special educational needs"),
	STR_IN_TABLE("EHCP|EHC plan|education, health and care plan"),
	STR_IN_TABLE("LAC|CLA|looked after|in care"),
	STR_IN_TABLE("CIN|children in need|child in need"),
	STR_IN_TABLE("CPP|child protection plan"),
	STR_IN_TABLE(
	    "CAMHS|CYPMHS|child and adolescent mental health|mental health services"),
	STR_IN_TABLE(
	    "SDQ|strengths and difficulties|emotional wellbeing|cause for concern"),
	STR_IN_TABLE("ADHD|hyperkinetic|hyperactivity"),
	STR_IN_TABLE("ASD|autism|autistic"),
	STR_IN_TABLE("conduct disorders|behaviour problems|behavioural"),
	STR_IN_TABLE("emotional disorders|anxiety|depression"),
	STR_IN_TABLE("self-harm|self harm|selfharm|self injury"),
	STR_IN_TABLE("eating disorders|anorexia|bulimia"),
	STR_IN_TABLE("perinatal|postnatal|maternal mental health"),
	STR_IN_TABLE("NEET|not in education, employment or training"),
	STR_IN_TABLE("FSM|free school meals"),
	STR_IN_TABLE("ACE|ACEs|adverse childhood experiences|adversity"),
	STR_IN_TABLE("FTE|first time entrants|youth justice|youth offending"),
	STR_IN_TABLE("exclusion|exclusions|excluded|suspension|suspensions"),
	STR_IN_TABLE("absence|truancy|absentees"),
	STR_IN_TABLE("domestic abuse|domestic violence"),
	STR_IN_TABLE("poverty|low income|deprivation|deprived"),
	STR_IN_TABLE("homeless|homelessness|temporary accommodation"),
	STR_IN_TABLE("substance misuse|drugs|drug use|cannabis"),
	STR_IN_TABLE("alcohol|drinking|drinkers"),
	STR_IN_TABLE("smoking|smokers|tobacco|cigarettes"),
	STR_IN_TABLE("teenage pregnancy|under 18 conceptions|teenage mothers"),
	STR_IN_TABLE("suicide|took their own life"),
	STR_IN_TABLE("wellbeing|well-being|WEMWBS|life satisfaction"),
	STR_IN_TABLE("obesity|obese|overweight|excess weight"),
	STR_IN_TABLE("vaccination|vaccine|immunisation|jab"),
	STR_IN_TABLE("school readiness|good level of development|EYFS"),
	STR_IN_TABLE("A&E|accident and emergency|emergency department"),
	STR_IN_TABLE("IMD|index of multiple deprivation"),
	STR_IN_TABLE("young people|adolescents|teenagers|youth"),
	STR_IN_TABLE("parents|parental|mothers|fathers"),
	STR_IN_TABLE("disability|disabled|disabilities"),
	STR_IN_TABLE("spending|spend|expenditure|finance"),
};

const struct str *
synonyms_table(size_t *lines)
{
	*lines = sizeof table / sizeof *table;
	return table;
}
