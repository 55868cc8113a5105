// The claims of a published needs assessment that can be tested: 78 sentences of the kind
// "significantly lower than England", 51 of them with a count and what it is a part of.
// Limits come from the program; each outcome has to agree with one worked out elsewhere.
//
// The table stays outside the repository; TARTAN_DATA says where, and without it all is
// skipped.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { calc, parse } from './tables.mjs';

const path = join(process.env.TARTAN_DATA ?? '', 'jsna/claims_checked.csv');
const skip = existsSync(path) ? false : 'there are no claims';

const MULTIPLIERS = [1, 100, 1000, 10_000, 100_000];

/** Half of the last digit that was written. */
const rounding = (text) => 0.5 * 10 ** -(text.split('.')[1]?.length ?? 0);

const verdict = ({ lowercl, uppercl }, england) =>
	Number(lowercl) > england ? 'higher' : Number(uppercl) < england ? 'lower' : 'similar';

/** What a sentence says of the figure, in the words of a verdict. */
const said = (claim) =>
	({ similar: 'similar', significantly_higher: 'higher' })[claim] ?? 'lower';

/** Of one the table says how it was added up: "Wilson on 174+1220". */
const countOf = ({ count, method }) =>
	count === '' ? method.match(/\d+/g).reduce((sum, part) => sum + Number(part), 0) : Number(count);

/** The limits of a claim: as printed, and at both ends of what its value was rounded from. */
function limits(claim) {
	const count = countOf(claim), value = Number(claim.value), part = rounding(claim.value);
	const stated = Number.parseFloat(claim.denominator);
	const per = MULTIPLIERS.reduce((best, m) =>
		Math.abs((count / stated) * m - value) < Math.abs((count / stated) * best - value) ? m : best);
	// A denominator that nobody states is the one that the value implies.
	const of = claim.denominator.includes('derived')
		? [value, value - part, value + part].map((v) => (count / v) * per)
		: [stated];
	const method = claim.method.startsWith('Wilson') ? 'proportion' : 'rate';
	const rows = of.map((n) => ({ x: String(count), n: String(n) }));
	return calc(method, ['--multiplier', String(per)], { x: 'x', n: 'n' }, rows);
}

/** "yes", "no", or "undetermined" where the rounding of what was printed decides. */
function outcome(claim, found) {
	const england = Number(claim.england), part = rounding(claim.england);
	const verdicts = new Set(
		found.flatMap((row) => [england, england - part, england + part].map((e) => verdict(row, e))));
	if (verdicts.size > 1) return 'undetermined';
	return verdicts.has(said(claim.claim_type)) ? 'yes' : 'no';
}

test('claims with a count come out as they were checked', { skip }, () => {
	const claims = parse(readFileSync(path, 'utf8')).filter((claim) => claim.denominator);
	const outcomes = { yes: 0, no: 0, undetermined: 0 };

	for (const claim of claims) {
		const found = limits(claim);
		for (const side of ['lower', 'upper'])
			assert.ok(
				Math.abs(Number(found[0][`${side}cl`]) - Number(claim[`${side}_ci`])) < 0.000_500_1,
				`${claim.claim}: ${side} ${found[0][`${side}cl`]}`);
		const got = outcome(claim, found);
		assert.equal(got, claim.supported, claim.claim);
		outcomes[got]++;
	}
	assert.deepEqual(outcomes, { yes: 46, no: 3, undetermined: 2 });
});
