// Disclosure control from end to end: what a release shows is taken from the server, as anyone
// can, and every hidden count is attacked by searching through whole tables.

import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ask, emptyDirectory, run, serve, writeFolder } from './support.mjs';

const COUNTIES = {
	E10000001: ['E07000001', 'E07000002', 'E07000003'],
	E10000002: ['E07000004', 'E07000005'],
};
const DISTRICTS = Object.values(COUNTIES).flat();
const SEXES = { male: ['Male'], female: ['Female'], persons: ['Male', 'Female'] };
const PERIODS = { 2017: [2017], 2018: [2018], 2019: [2019], '2017 - 19': [2017, 2018, 2019] };
const HEADER =
	'Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,' +
	'Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Count,Denominator,Value note';

/** Small whole numbers that are the same every time (mulberry32). */
function numbers(seed) {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let z = Math.imul(state ^ (state >>> 15), 1 | state);
		z = (z + Math.imul(z ^ (z >>> 7), 61 | z)) ^ z;
		return Math.floor(((z ^ (z >>> 14)) >>> 0) % below);
	};
}

/** Every figure of the profile as the single districts, sexes and years that it counts. */
function* shapes() {
	const areas = [
		['', 'E92000001', 'England', DISTRICTS],
		...Object.entries(COUNTIES).map(([code, all]) => ['E92000001', code, 'County & UA', all]),
		...Object.entries(COUNTIES).flatMap(([county, all]) =>
			all.map((code) => [county, code, 'District & UA', [code]]),
		),
	];
	for (const [parent, area, type, districts] of areas)
		for (const [sex, sexes] of Object.entries(SEXES))
			for (const [period, years] of Object.entries(PERIODS)) {
				const cells = districts.flatMap((d) =>
					sexes.flatMap((s) => years.map((y) => `${d} ${s} ${y}`)),
				);
				yield { parent, area, type, sex, period, cells, key: `${area} ${sex} ${period}` };
			}
}

const sum = (cells, counts) => cells.reduce((total, cell) => total + counts[cell], 0);

/** A folder of these counts; a rate per 1,000 of 500 each, limits that are none of ours. */
function folder(directory, counts, disclosure) {
	const rows = [...shapes()].map(({ parent, area, type, sex, period, cells }) => {
		const count = sum(cells, counts);
		const people = 500 * cells.length;
		const rate = ((count / people) * 1000).toFixed(3);
		const word = sex[0].toUpperCase() + sex.slice(1);
		return [1, 'Admissions', parent, parent && 'N', area, `Area ${area}`, type, word, '10-17 yrs',
			period, rate, rate / 2, rate * 2, count, people, ''].join();
	});
	return writeFolder(directory, {
		'figures.csv': `${[HEADER, ...rows].join('\n')}\n`,
		'tartan.yaml': 'title: Minds\n',
		'definitions.yaml': `${disclosure}\nindicators:\n  1: {value type: crude rate, multiplier: 1000}\n`,
	});
}

function build(source, output, ...words) {
	const { status, stderr } = run(['build', source, '-o', output, ...words]);
	assert.equal(status, 0, stderr);
	return stderr;
}

/** The fields of one line of a CSV without quotes inside quotes. */
const fields = (line) => [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].map((m) => m[2] ?? m[1]);

/** What a server shows of every figure: the count, or undefined. */
async function published(server) {
	const shown = new Map();
	for (const type of ['england', 'county-ua', 'district-ua'])
		for (const sex of Object.keys(SEXES))
			for (const period of Object.keys(PERIODS)) {
				const path = `/minds/compare.csv?indicator=1&type=${type}&sex=${sex}&parent=all&period=${period.replace(' - ', '-')}`;
				const { status, body } = await ask(server.url, path);
				assert.equal(status, 200, path);
				const [head, ...lines] = body.toString().replace(/^\ufeff/, '').trim().split(/\r?\n/);
				const names = fields(head);
				for (const line of lines) {
					const cells = fields(line);
					const cell = (name) => cells[names.indexOf(name)];
					const numbers = ['Value', 'Lower CI 95.0 limit', 'Upper CI 95.0 limit'].map(cell);
					const count = cell('Count');
					if (cell('Time period') !== period) continue;
					assert.equal(numbers.every((n) => n === ''), count === '', line);
					shown.set(`${cell('Area Code')} ${sex} ${period}`, count === '' ? undefined : Number(count));
				}
			}
	return shown;
}

/** Narrows the ranges of all cells until nothing changes; false where nothing is left. */
function narrow(sums, low, high) {
	for (let changed = true; changed; ) {
		changed = false;
		for (const { cells, least, most } of sums) {
			const lows = sum(cells, low);
			const highs = sum(cells, high);
			if (lows > most || highs < least) return false;
			for (const cell of cells) {
				const up = most - (lows - low[cell]);
				const down = least - (highs - high[cell]);
				if (up < high[cell]) [high[cell], changed] = [up, true];
				if (down > low[cell]) [low[cell], changed] = [down, true];
				if (low[cell] > high[cell]) return false;
			}
		}
	}
	return true;
}

/** Whether there is a whole table within these sums: every one is tried, the nearest first. */
function possible(sums, low, high, budget = { left: 200_000 }) {
	if (!narrow(sums, low, high)) return false;
	const open = Object.keys(low)
		.filter((cell) => low[cell] < high[cell])
		.sort((a, b) => high[a] - low[a] - (high[b] - low[b]));
	if (open.length === 0) return true;
	for (let value = low[open[0]]; value <= high[open[0]]; value++) {
		assert.ok(budget.left-- > 0, 'too many tables to try');
		if (possible(sums, { ...low, [open[0]]: value }, { ...high, [open[0]]: value }, budget))
			return true;
	}
	return false;
}

/** What a reader knows: a count that is shown, or that a hidden one is not nought. */
function knowledge(shown) {
	const all = [...shapes()];
	assert.equal(shown.size, all.length);
	return all.map(({ key, cells }) => ({
		key,
		cells,
		least: shown.get(key) ?? 1,
		most: shown.get(key) ?? 1000,
	}));
}

/** Whether a figure can be that count, for all that anyone knows. */
function canBe(known, figure, count) {
	const sums = known.map((s) => (s.key === figure ? { ...s, least: count, most: count } : s));
	const low = {};
	const high = {};
	for (const { cells } of known) for (const cell of cells) [low[cell], high[cell]] = [0, 60];
	return possible(sums, low, high);
}

const SEEDS = [3, 11, 20];

for (const seed of SEEDS)
	test(`nobody works out a small count, seed ${seed}`, async (t) => {
		const next = numbers(seed);
		const counts = {};
		for (const cell of DISTRICTS.flatMap((d) =>
			['Male', 'Female'].flatMap((s) => [2017, 2018, 2019].map((y) => `${d} ${s} ${y}`)),
		))
			counts[cell] = [0, 1, 2, 3, 5, 6, 7, 9, 12][next(9)];
		const directory = emptyDirectory(t);
		const release = join(directory, 'out.tartan');
		const told = build(folder(join(directory, 'in'), counts, 'disclosure: fingertips'), release);
		const shown = await published(await serve(t, release));
		const known = knowledge(shown);
		const exposed = Number(/(\d+) of them exposed/.exec(told)[1]);
		const places = [...told.matchAll(/figures\.csv:(\d+): note: exposed/g)].map((m) => Number(m[1]) - 2);
		const all = [...shapes()];
		let attacked = 0;

		assert.equal(places.length, exposed);
		for (const [number, { key, cells, area }] of all.entries()) {
			const count = sum(cells, counts);
			const small = count >= 1 && count <= 4 && area !== 'E92000001';
			if (shown.get(key) !== undefined) assert.equal(shown.get(key), count, key);
			assert.ok(!small || shown.get(key) === undefined, `${key} is small and shown`);
			if (!small || places.includes(number)) continue;
			assert.ok(canBe(known, key, 1), `${key} cannot be 1`);
			assert.ok(canBe(known, key, 4), `${key} cannot be 4`);
			attacked++;
		}
		assert.ok(attacked > 5, `${attacked} small counts`);
	});

test('a hidden figure and its indicator say by which rule', async (t) => {
	const directory = emptyDirectory(t);
	const release = join(directory, 'out.tartan');
	build(folder(join(directory, 'in'), pair(2, 3), 'disclosure: fingertips'), release);
	const server = await serve(t, release);
	const get = async (path) => (await ask(server.url, `/minds/${path}`)).body.toString();
	const rule = /Counts from 1 to 4 are hidden, with their rates/;
	const about = 'indicator=1&type=district-ua&area=E07000001&sex=male&period=2018';
	const why = JSON.parse(await get(`why.json?${about}`));

	assert.match(await get('definitions?indicator=1'), rule);
	assert.match(await get(`why?${about}`), rule);
	assert.match(why['disclosure-control'].rule, rule);
	assert.match(why['disclosure-control'].figure, /Whether it is small itself, or .* is not said/);
	assert.equal(why.numbers.value, null);
	const shown = JSON.parse(await get('why.json?indicator=1&type=district-ua&area=E07000003&sex=female&period=2018'));
	assert.equal(shown['disclosure-control'].figure, undefined);
});

/** All ways to take two or more of some things. */
const subsets = (all) =>
	[...Array(2 ** all.length).keys()]
		.map((bits) => all.filter((_, i) => (bits >> i) & 1))
		.filter((some) => some.length > 1);

test('no groups that a server adds up, however they overlap, tell a hidden count', async (t) => {
	const next = numbers(3);
	const counts = {};
	for (const { cells } of [...shapes()].filter((s) => s.cells.length === 1))
		counts[cells[0]] = [0, 1, 2, 3, 5, 6, 7, 9, 12][next(9)];
	const directory = emptyDirectory(t);
	const release = join(directory, 'out.tartan');
	build(folder(join(directory, 'in'), counts, 'disclosure: fingertips'), release);
	const server = await serve(t, release);
	const shown = await published(server);
	const known = knowledge(shown);
	const added = [];
	let refused = 0;
	let beyond = 0;

	for (const [sex, sexes] of Object.entries(SEXES))
		for (const [period, years] of Object.entries(PERIODS))
			for (const group of subsets(DISTRICTS)) {
				const path = `/minds/why.json?indicator=1&type=district-ua&area=${group.join('+')}&sex=${sex}&period=${period.replace(' - ', '-')}`;
				const answer = JSON.parse((await ask(server.url, path)).body.toString());
				const hidden = group.filter((d) => shown.get(`${d} ${sex} ${period}`) === undefined);
				const cells = group.flatMap((d) => sexes.flatMap((s) => years.map((y) => `${d} ${s} ${y}`)));
				const { count, value } = answer.numbers;
				if (count === null) {
					refused++;
					assert.ok(hidden.length > 0, path);
					assert.equal(value, null, path);
					assert.equal(answer['the-figure'].missing, 'This group is not shown, so that nobody can be recognised');
					continue;
				}
				assert.equal(count, sum(cells, counts), path);
				beyond += hidden.length > 0;
				added.push({ key: path, cells, least: count, most: count });
			}
	assert.ok(refused > 50 && beyond > 3, `${refused} refused, ${beyond} with hidden counts shown`);
	// What is hidden is as open with all of these sums as without.
	for (const { key, least, most } of known) {
		if (least === most) continue;
		for (const count of [1, 2, 3, 4])
			assert.equal(canBe([...known, ...added], key, count), canBe(known, key, count), `${key} ${count}`);
	}
});

const SEX_KEYS = { Male: 'male', Female: 'female', Persons: 'persons' };

test('the attacker finds the ranges that a search through all tables finds', async (t) => {
	const next = numbers(7);
	const counts = {};
	for (const [cell] of [...shapes()].filter((s) => s.cells.length === 1).map((s) => s.cells))
		counts[cell] = [0, 1, 2, 3, 5, 6, 7, 9, 12][next(9)];
	const directory = emptyDirectory(t);
	const release = join(directory, 'out.tartan');
	build(folder(join(directory, 'in'), counts, 'disclosure: fingertips'), release);
	const { status, stdout } = run(['check', '--disclosure', '--json', release]);
	const report = JSON.parse(stdout);
	const found = report.indicators[0].found;
	const known = knowledge(await published(await serve(t, release)));
	const told = new Set();

	assert.equal(status, report.faults ? 1 : 0);
	assert.equal(found.length, report.faults + report.possible);
	assert.ok(found.length > 3, 'nothing was found');
	for (const { area, sex, period, least, most } of found) {
		const key = `${area} ${SEX_KEYS[sex]} ${period}`;
		told.add(key);
		assert.ok(canBe(known, key, least) && canBe(known, key, most), `${key} ${least}-${most}`);
		assert.ok(!canBe(known, key, least - 1), `${key} can be less than ${least}`);
		assert.ok(!canBe(known, key, most + 1), `${key} can be more than ${most}`);
	}
	const others = known.filter(({ key, least, most }) => least < most && !told.has(key));
	assert.equal(others.length + found.length, report.hidden);
	for (const { key } of others.slice(0, 12)) {
		const open = canBe(known, key, 1) && canBe(known, key, 4);
		const large = [1, 2, 3, 4].every((count) => !canBe(known, key, count));
		assert.ok(open || large, key);
	}
});

/** A county of three districts as somebody published it: counts, or nothing where hidden. */
function download(directory, ...districts) {
	const row = (parent, area, type, count) => {
		const rate = count === '' ? '' : (count / 5).toFixed(2);
		const note = count === '' ? 'Value suppressed for disclosure control due to small count' : '';
		return `1,Admissions,${parent},N,${area},Area ${area.at(-1)},${type},Persons,10-17 yrs,2019,${rate},,,${count},5000,${note}`;
	};
	const rows = [
		row('E92000001', 'E10000001', 'County & UA', 60),
		...districts.map((count, i) => row('E10000001', `E0700000${i + 1}`, 'District & UA', count)),
	];
	writeFolder(directory, { 'figures.csv': `${HEADER}\n${rows.join('\n')}\n`, 'tartan.yaml': 'title: Minds\n' });
	build(directory, `${directory}.tartan`);
	return `${directory}.tartan`;
}

test('of published figures it finds what follows from a sum', (t) => {
	const directory = emptyDirectory(t);
	const release = download(join(directory, 'one'), 20, '', 37);
	const { status, stdout } = run(['check', '--disclosure', release]);

	assert.equal(status, 1);
	assert.match(stdout, /^For whoever publishes/);
	assert.match(stdout, /fault: Area 2, Persons, 10-17 yrs, 2019: 3; areas of Area 1, .*: 60 = 20 \+ \? \(this\) \+ 37/);
	// A source folder is looked at in the same way.
	const again = run(['check', '--disclosure', join(directory, 'one')]);
	assert.deepEqual([again.status, again.stdout], [status, stdout]);
});

test('of published figures it finds what is open less than a rule wants, if asked', (t) => {
	const release = download(join(emptyDirectory(t), 'two'), '', '', 55);
	const exact = run(['check', '--disclosure', release]);
	const rule = run(['check', '--disclosure', '--rule', 'hes-2017', release]);

	assert.deepEqual([exact.status, /1 to 4/.test(exact.stdout)], [0, false]);
	assert.equal(rule.status, 1);
	assert.match(rule.stdout, /fault: Area 1, .*: 1 to 4; areas of/);
	assert.equal(run(['check', '--disclosure', '--rule', 'fingertips', release]).status, 0);
});

test('what was shown before is known', (t) => {
	const directory = emptyDirectory(t);
	const now = download(join(directory, 'now'), '', '', 30);
	const before = download(join(directory, 'before'), 18, 4, 30);
	const { status, stdout } = run(['check', '--disclosure', '--earlier', before, '--json', now]);
	const [indicator] = JSON.parse(stdout).indicators;

	assert.equal(run(['check', '--disclosure', now]).status, 0);
	assert.equal(status, 1);
	assert.deepEqual(
		indicator.found.map(({ area, least, most, how }) => [area, least, most, how]),
		[
			['E07000001', 18, 18, 'it is shown in the earlier release'],
			['E07000002', 4, 4, 'it is shown in the earlier release'],
		],
	);
});

test('a rule that there is not is wrong usage', (t) => {
	const { status, stderr } = run(['check', '--disclosure', '--rule', 'finger', emptyDirectory(t)]);
	assert.equal(status, 2);
	assert.match(stderr, /want a rule of fingertips, hes, hes-2017 or mhsds, not 'finger'/);
});

/** Counts that are large but for three districts, of which two can change places. */
function pair(a, b) {
	const counts = {};
	for (const cell of DISTRICTS.flatMap((d) =>
		['Male', 'Female'].flatMap((s) => [2017, 2018, 2019].map((y) => `${d} ${s} ${y}`)),
	))
		counts[cell] = 40;
	counts['E07000001 Male 2018'] = a;
	counts['E07000002 Male 2018'] = b;
	counts['E07000001 Male 2017'] = 40 + b;
	counts['E07000002 Male 2017'] = 40 + a;
	counts['E07000001 Female 2018'] = 40 + b;
	counts['E07000002 Female 2018'] = 40 + a;
	counts['E07000001 Female 2017'] = 40 + a;
	counts['E07000002 Female 2017'] = 40 + b;
	return counts;
}

test('nothing of a hidden count is in the release, however it is looked at', (t) => {
	const directory = emptyDirectory(t);
	const made = ['one', 'two'].map((name, i) => {
		const source = folder(join(directory, name), i ? pair(3, 2) : pair(2, 3), 'disclosure: {small: 1-4, like: fingertips, stays open: 2-3}');
		// The folder's name is a title, and so no difference.
		const output = join(directory, `${name}.tartan`);
		build(source, output);
		build(source, `${output}-1`, '--threads', '1');
		assert.deepEqual(readFileSync(output), readFileSync(`${output}-1`));
		return readFileSync(output);
	});
	assert.notEqual(
		readFileSync(join(directory, 'one/figures.csv'), 'utf8'),
		readFileSync(join(directory, 'two/figures.csv'), 'utf8'),
	);
	assert.deepEqual(made[0], made[1]);
});

test('the numbers of a hidden row, and words that it alone bears, are not in the file', (t) => {
	const directory = emptyDirectory(t);
	const row = (area, value, limits, count, note) =>
		`1,Admissions,E10000001,N,${area},Area ${area},District & UA,Persons,10-17 yrs,2019,${value},${limits},${count},4321,${note}`;
	const source = writeFolder(join(directory, 'in'), {
		'figures.csv': `${HEADER}\n${row('E07000001', 7.654321, '1.2345,9.8765', 3, 'Three of them')}\n${row('E07000002', 70.5, '60.5,80.5', 30, '')}\n`,
		'definitions.yaml':
			'disclosure: fingertips\nindicators:\n  1: {value type: crude rate, multiplier: 10000}\n',
	});
	build(source, join(directory, 'out.tartan'));
	const bytes = readFileSync(join(directory, 'out.tartan'));
	const double = (number) => Buffer.from(new Float64Array([number]).buffer);

	assert.ok(bytes.includes(double(70.5)) && bytes.includes(double(30)));
	for (const number of [7.654321, 1.2345, 9.8765, 3]) assert.ok(!bytes.includes(double(number)), `${number}`);
	assert.ok(!bytes.includes('Three of them'));
});

/** One district's figures of all periods and sexes, as a server tells them. */
async function one(t, disclosure, rows) {
	const directory = emptyDirectory(t);
	const line = ([area, value, limits, count, people, note = '']) =>
		`1,Admissions,E10000001,N,${area},Area ${area.at(-1)},District & UA,Persons,10-17 yrs,2019,${value},${limits},${count},${people},${note}`;
	const release = join(directory, 'out.tartan');
	const told = build(
		writeFolder(join(directory, 'in'), {
			'figures.csv': `${HEADER}\n${rows.map(line).join('\n')}\n`,
			'tartan.yaml': 'title: Minds\n',
			'definitions.yaml': `${disclosure}\nindicators:\n  1: {value type: crude rate, multiplier: 10000, confidence limits: byar}\n`,
		}),
		release,
	);
	const server = await serve(t, release);
	const why = async (area) =>
		JSON.parse((await ask(server.url, `/minds/why.json?indicator=1&type=district-ua&area=${area}`)).body);
	return { told, why, bytes: readFileSync(release) };
}

test('what is rounded is worked out again, limits too', async (t) => {
	const { why } = await one(t, 'disclosure: hes', [
		['E07000001', 60, '45.78,77.23', 60, 10000],
		['E07000002', 33, '22.71,46.34', 33, 10000],
		['E07000003', 0, '0,3.69', 0, 10000],
		['E07000004', 7, '2.81,14.42', 7, 10000],
	]);
	const { numbers: shown, ...rest } = await why('E07000002');

	assert.deepEqual([shown.count, shown.value, shown.denominator], [35, 35, 10000]);
	// Byar's limits of 35 in 10,000.
	const z = 1.959963984540054;
	const lower = 35 * (1 - 1 / (9 * 35) - z / (3 * Math.sqrt(35))) ** 3;
	const upper = 36 * (1 - 1 / (9 * 36) + z / (3 * Math.sqrt(36))) ** 3;
	assert.ok(Math.abs(shown.lower_95 - lower) < 1e-9 && Math.abs(shown.upper_95 - upper) < 1e-9);
	assert.match(rest['disclosure-control'].rule, /Rounded to the nearest multiple: local counts to 5/);
	assert.equal((await why('E07000003')).numbers.count, 0);
	const hidden = await why('E07000004');
	assert.deepEqual([hidden.numbers.count, hidden.numbers.value], [null, null]);
	assert.match(hidden['disclosure-control'].figure, /hidden because it is small/);
});

test('a rate that stays beside a hidden count takes its denominator away', async (t) => {
	const { why, told } = await one(
		t,
		'disclosure: {like: fingertips, rates: shown, denominators: hidden}',
		[
			['E07000001', 60, '45.78,77.23', 60, 10000],
			['E07000002', 3, '0.62,8.77', 3, 10000],
		],
	);
	const { numbers } = await why('E07000002');

	assert.match(told, /1 small counts hidden, 0 others for their sake/);
	assert.deepEqual(
		[numbers.value, numbers.count, numbers.denominator, numbers.lower_95, numbers.upper_95],
		[3, null, null, null, null],
	);
});

test('a rate that stays beside a hidden count and its denominator is reported', async (t) => {
	const { told } = await one(t, 'disclosure: {like: fingertips, rates: shown}', [
		['E07000001', 60, '45.78,77.23', 60, 10000],
		['E07000002', 3, '0.62,8.77', 3, 10000],
	]);
	assert.match(told, /1 of them exposed/);
	assert.match(told, /figures\.csv:3: note: exposed: /);
});

test('values without a count are told, and stay', async (t) => {
	const { told, why } = await one(t, 'disclosure: fingertips', [
		['E07000001', 60, '45.78,77.23', 60, 10000],
		['E07000002', 3.5, '1,9', '', ''],
	]);
	assert.match(told, /1 values without a count are not covered by its rule/);
	assert.equal((await why('E07000002')).numbers.value, 3.5);
});

test('a rule for one indicator leaves the others as they are', (t) => {
	const directory = emptyDirectory(t);
	const source = folder(join(directory, 'in'), pair(2, 3), '');
	build(source, join(directory, 'none.tartan'));
	writeFolder(source, {
		'definitions.yaml':
			'disclosure: fingertips\nindicators:\n  1: {value type: crude rate, multiplier: 1000, disclosure: none}\n',
	});
	build(source, join(directory, 'off.tartan'));
	const sizes = ['none', 'off'].map((name) => readFileSync(join(directory, `${name}.tartan`)).length);
	assert.equal(sizes[0], sizes[1]);
	assert.match(run(['check', '--disclosure', join(directory, 'off.tartan')]).stdout, /^0 hidden counts/m);
});

test('limits and denominators beside a hidden count tell of it', (t) => {
	const directory = emptyDirectory(t);
	const line = ([key, area, value, limits, count, people, note = '']) =>
		`${key},Figures,E10000001,N,${area},Area ${area.at(-1)},District & UA,Persons,10-17 yrs,2019,${value},${limits},${count},${people},${note}`;
	const hidden = 'Value suppressed for disclosure control';
	const rows = [
		[1, 'E07000001', 60, '45.78,77.23', 60, 10000],
		// The limits of 3 events; the value was taken out and they were forgotten.
		[1, 'E07000002', '', '0.6187,8.7673', '', 10000, hidden],
		[2, 'E07000001', 50, ',', 50, 100],
		[2, 'E07000002', '', ',', '', 3, hidden],
	];
	const source = writeFolder(join(directory, 'in'), {
		'figures.csv': `${HEADER}\n${rows.map(line).join('\n')}\n`,
		'definitions.yaml':
			'indicators:\n  1: {value type: crude rate, multiplier: 10000, confidence limits: byar}\n  2: {value type: proportion, multiplier: 100}\n',
	});
	const { status, stdout } = run(['check', '--disclosure', '--rule', 'fingertips', '--json', source]);
	const found = JSON.parse(stdout).indicators.map((i) => i.found.map((f) => [f.area, f.least, f.most, f.how]));

	assert.equal(status, 1);
	assert.deepEqual(found, [
		[['E07000002', 3, 3, 'by what is shown beside it']],
		[['E07000002', 1, 3, 'by what is shown beside it']],
	]);
});

/** What a build says of rows [area, type, age, period, count] of one indicator, and its release. */
function ofCounts(t, rows, files = {}, disclosure = 'disclosure: fingertips') {
	const directory = emptyDirectory(t);
	const release = join(directory, 'out.tartan');
	const lines = rows.map(
		([area, type, age, period, count, category = ['', '']]) =>
			`1,Admissions,,,${area},Area ${area},${type},Persons,${age},${period},${count},,,${count},,,${category.join()}`,
	);
	const told = build(
		writeFolder(join(directory, 'in'), {
			'figures.csv': `${HEADER},Category Type,Category\n${lines.join('\n')}\n`,
			'tartan.yaml': 'title: Minds\n',
			'definitions.yaml': `${disclosure}\nindicators:\n  1: {value type: count}\n`,
			...files,
		}),
		release,
	);
	const { status, stdout } = run(['check', '--disclosure', release]);
	return { told, status, stdout };
}

test('areas that skip a level without counts are parts all the same', (t) => {
	const districts = [3, 30, 40, 50].map((n, i) => [`E0700000${i + 1}`, 'District & UA', '10-17 yrs', 2019, n]);
	const areas = [
		'Area code,Area name,Area type,Parent code,Parent name',
		...districts.map(([code]) => `${code},Area ${code},District & UA,E10000001,County`),
		'E10000001,County,County & UA,E12000001,Region',
		'E12000001,Region,Region,E92000001,England',
	].join('\n');
	const region = ['E12000001', 'Region', '10-17 yrs', 2019, 123];
	const { told, stdout } = ofCounts(t, [...districts, region], { 'areas.csv': `${areas}\n` });

	assert.match(told, /1 small counts hidden, 1 others/);
	assert.match(stdout, /^2 hidden counts/m);
});

test('two ways to part one age are two sums', (t) => {
	const ages = { '10-14 yrs': 30, '15-19 yrs': 40, '20-24 yrs': 3, '10-17 yrs': 50, '18-24 yrs': 23, '10-24 yrs': 73 };
	const rows = Object.entries(ages).map(([age, n]) => ['E07000001', 'District & UA', age, 2019, n]);
	const { told, status } = ofCounts(t, rows);

	assert.match(told, /1 small counts hidden, 1 others/);
	assert.equal(status, 0);
});

test('a standardised rate of rounded counts is one of these, and no crude rate', async (t) => {
	const directory = emptyDirectory(t);
	const source = join(directory, 'in');
	cpSync(new URL('../../examples/counts', import.meta.url).pathname, source, { recursive: true });
	const said = join(source, 'definitions.yaml');
	writeFileSync(said, `disclosure: hes\n${readFileSync(said)}`);
	build(source, join(directory, 'out.tartan'));
	const server = await serve(t, join(directory, 'out.tartan'));
	const figure = async (age) =>
		JSON.parse((await ask(server.url, `/counts/why.json?indicator=self-harm&type=districts&area=D02&period=2023-24&age=${age}`)).body).numbers;
	const bands = await Promise.all(['10-14', '15-19', '20-24'].map(figure));
	const { value, count, denominator, lower_95 } = await figure('10-24-yrs');
	// The European Standard Population 2013 has 5,500, 5,500 and 6,000 of these ages.
	const rates = bands.map((band, i) => (band.count / band.denominator) * [5500, 5500, 6000][i]);
	const wanted = ((rates[0] + rates[1] + rates[2]) / 17_000) * 100_000;

	for (const band of bands) assert.equal(band.count % 5, 0);
	assert.ok(Math.abs(value - wanted) < 1e-9, `${value}, not ${wanted}`);
	assert.ok(Math.abs(value - (count / denominator) * 100_000) > 0.05, `${value}`);
	assert.ok(lower_95 < value);
});

test('a published standardised rate beside its rounded ages goes', (t) => {
	const directory = emptyDirectory(t);
	const line = (age, value, count, area = 1) =>
		`1,Admissions,,,E0700000${area},Area ${area},District & UA,Persons,${age} yrs,2019,${value},,,${count},10000,`;
	const rows = [line('10-14', 33, 33), line('15-17', 52, 52), line('10-17', 43.21987, 85), line('10-17', 41.98765, 84, 2)];
	const source = writeFolder(join(directory, 'in'), {
		'figures.csv': `${HEADER}\n${rows.join('\n')}\n`,
		'definitions.yaml': 'disclosure: hes\nindicators:\n  1: {value type: directly standardised rate, multiplier: 10000}\n',
	});
	build(source, join(directory, 'out.tartan'));
	const bytes = readFileSync(join(directory, 'out.tartan'));
	const has = (number) => bytes.includes(Buffer.from(new Float64Array([number]).buffer));

	assert.deepEqual([43.21987, 52, 41.98765].map(has), [false, false, true]);
});

test('an area is the sum of those that it became, and of those it was made of', (t) => {
	const changes = ['Area code,Predecessor code,Date'];
	for (const [area, before] of [['61', '21'], ['62', '21'], ['61', '31'], ['61', '32'], ['62', '33'], ['62', '34']])
		changes.push(`E060000${area},E060000${before},2021-04-01`);
	const row = (area, n) => [`E060000${area}`, 'County & UA', '10-17 yrs', 2021, n];
	const files = { 'changes.csv': `${changes.join('\n')}\n` };
	const divided = ofCounts(t, [row(21, 33), row(61, 3), row(62, 30)], files);
	const joined = ofCounts(t, [row(62, 30), row(33, 3), row(34, 27)], files);

	for (const { told, status } of [divided, joined]) {
		assert.match(told, /1 small counts hidden, 1 others/);
		assert.equal(status, 0);
	}
	const shown = ofCounts(t, [row(21, 33), row(61, 3), row(62, 30)]);
	assert.match(shown.told, /1 small counts hidden, 0 others/);
});

test('parts that come to more than their total are told', (t) => {
	const row = (n, category) => ['E07000001', 'District & UA', '10-17 yrs', 2019, n, category];
	const parts = { Asian: 30, 'Asian: Indian': 27, 'Asian: other': 3, White: 70 };
	const rows = [row(100), ...Object.entries(parts).map(([name, n]) => row(n, ['Ethnicity', name]))];

	assert.match(ofCounts(t, rows).told, /parts of 1 totals come to more than these and are not held against them, 'E07000001' in 2019 first/);
	assert.doesNotMatch(ofCounts(t, rows.filter((r) => !/:/.test(r[5]?.[1]))).told, /not held against/);
});
