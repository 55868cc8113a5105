/* fuzz/fuzz_config.c - a settings file of any content is read or refused with a place,
 * and what is read from it is text. */
#include <stdint.h>
#include <stdlib.h>

#include "source/config.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);
const char *__lsan_default_suppressions(void);

/* libfyaml 0.7 loses its scratch memory when a quoted text is not closed; a program
 * that reads a settings file once can bear it. The sanitizer asks for this name. */
const char *
__lsan_default_suppressions(void)
{
	return "leak:libfyaml";
}

static void
must(bool truth)
{
	if (!truth)
		abort();
}

static void
must_be_text(struct str text)
{
	must(str_utf8_until(text) == text.len);
}

static void
read_profile(struct str text, struct report *report)
{
	AUTO_ARENA arena = { 0 };
	struct config_profile profile;

	config_read_profile(&arena, text, STR("tartan.yaml"), &profile, report);
	must_be_text(profile.title);
	must_be_text(profile.introduction);
	must(profile.published.len == 0 || profile.published.len == 10);
	for (uint32_t i = 0; i < profile.domain_count; i++)
		for (uint32_t k = 0; k < profile.domains[i].count; k++)
			must_be_text(profile.domains[i].indicators[k]);
	for (uint32_t i = 0; i < profile.update_count; i++)
		must(profile.updates[i].date.len <= 10);
}

static void
read_definitions(struct str text, struct report *report)
{
	AUTO_ARENA arena = { 0 };
	struct config_definitions definitions;

	config_read_definitions(
	    &arena, text, STR("definitions.yaml"), &definitions, report);
	for (uint32_t i = 0; i < definitions.count; i++) {
		const struct config_indicator *indicator = &definitions.indicators[i];
		must_be_text(indicator->key);
		must(indicator->has < 1u << FACT_COUNT);
		if (indicator->has & 1u << FACT_MULTIPLIER)
			must(indicator->multiplier > 0);
		for (uint32_t k = 0; k < indicator->field_count; k++)
			must_be_text(indicator->fields[k].text);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct str text = { .at = (const char *)bytes, .len = len };
	struct report report = { 0 };

	read_profile(text, &report);
	read_definitions(text, &report);
	for (uint32_t i = 0; i < report.count; i++)
		must_be_text(report.entries[i].text);
	report_done(&report);
	return 0;
}
