#include "write/presence.h"

#include <math.h>

#include "draw/phrase.h"
#include "write/parts.h"

struct presence
presence_of(const struct finding *const *findings, uint32_t count)
{
	struct presence presence = { .row = false };

	for (uint32_t i = 0; i < count; i++) {
		const struct figure *figure = &findings[i]->figure;

		if (findings[i]->series == RELEASE_NONE)
			continue;
		presence.row |= figure->missing != MISSING_NO_ROW;
		presence.limits |=
		    isfinite(figure->lower95) || isfinite(figure->upper95);
		presence.count |= isfinite(figure->count);
		presence.goal |= figure->goal != 0;
		presence.verdict |= findings[i]->verdict != VERDICT_NONE;
		presence.trend |= findings[i]->trend.trend != TREND_UNKNOWN;
	}
	return presence;
}

typedef const char *tell_reason(const struct finding *finding);

static const char *
reason_of_trend(const struct finding *finding)
{
	return trend_reason_text(finding->trend.reason);
}

static const char *
reason_of_verdict(const struct finding *finding)
{
	return finding->why_none != NULL ? finding->why_none : "";
}

/* The reason that all figures share, empty when they do not; NULL without figures. */
static const char *
shared_reason(const struct finding *const *findings, uint32_t count, tell_reason *tell)
{
	const char *shared = NULL;

	for (uint32_t i = 0; i < count; i++) {
		const char *reason = tell(findings[i]);

		if (!phrase_has_value(findings[i]))
			continue;
		if (shared != NULL && !str_equal(str_of(shared), str_of(reason)))
			return "";
		shared = reason;
	}
	return shared;
}

static void
write_reason(struct page *page, struct str what, const char *reason)
{
	part_paragraph(page, str_print(page->arena, "%.*s%s%s.", STR_ARG(what),
				 reason[0] != '\0' ? ": " : "", reason));
}

void
presence_write_no_trends(
    struct page *page, const struct finding *const *findings, uint32_t count)
{
	const char *reason = shared_reason(findings, count, reason_of_trend);

	if (reason != NULL && !presence_of(findings, count).trend)
		write_reason(page, STR("Recent trends cannot be calculated"), reason);
}

void
presence_write_no_verdicts(
    struct page *page, const struct finding *const *findings, uint32_t count)
{
	const char *reason = shared_reason(findings, count, reason_of_verdict);
	struct str against = page_against(page);

	if (reason != NULL && !presence_of(findings, count).verdict)
		write_reason(page,
		    str_print(page->arena, "These figures are not compared with %.*s",
			STR_ARG(against)),
		    reason);
}
