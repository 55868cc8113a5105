// Groups of areas, made in addresses and on the command line, over figures as they were
// published. What is expected is worked out here, from numbers read off the files by hand.

import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it, test } from 'node:test';
import { tmpdir } from 'node:os';
import { run, serve } from './support.mjs';

const DATA = process.env.TARTAN_DATA ?? '';
const CYP = join(DATA, 'fingertips/cyp-2019');

const LEICESTER = 'E06000016';
const RUTLAND = 'E06000017';
const NOTTINGHAM = 'E06000018';
const LEICESTERSHIRE = 'E10000018';
const EAST_MIDLANDS = 'E12000004';

// School pupils with social, emotional and mental health needs, 2018: pupils, all pupils.
const SEMH = '91871';
const PUPILS = {
	[LEICESTER]: [839, 35473],
	[RUTLAND]: [34, 2915],
	[NOTTINGHAM]: [729, 28727],
	[LEICESTERSHIRE]: [869, 54155],
	[EAST_MIDLANDS]: [8462, 405594],
};

/** Wilson's limits as the paper has them, without a share in the program's code. */
function wilson(x, n, z) {
	const p = x / n;
	const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
	const half = ((z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n)));
	return [100 * (middle - half), 100 * (middle + half)];
}

const close = (got, wanted, what) =>
	assert.ok(Math.abs(got - wanted) <= 1e-9 * Math.abs(wanted), `${what}: ${got}, not ${wanted}`);

const sum = (codes) =>
	codes.reduce(([x, n], code) => [x + PUPILS[code][0], n + PUPILS[code][1]], [0, 0]);

const [REGION_X, REGION_N] = PUPILS[EAST_MIDLANDS];
const [CITY_X, CITY_N] = PUPILS[NOTTINGHAM];

// The last from the published figure of the region itself, which is that of all its areas.
const GROUPS = [
	[
		'Leicestershire and Rutland',
		`${RUTLAND}+${LEICESTERSHIRE}`,
		sum([LEICESTERSHIRE, RUTLAND]),
		[903, 57070],
	],
	[
		'Leicester, Leicestershire and Rutland',
		`${LEICESTER}+${RUTLAND}+${LEICESTERSHIRE}`,
		sum([LEICESTER, LEICESTERSHIRE, RUTLAND]),
		[1742, 92543],
	],
	[
		'East Midlands without Nottingham',
		`${EAST_MIDLANDS}+-${NOTTINGHAM}`,
		[REGION_X - CITY_X, REGION_N - CITY_N],
		[7733, 376867],
	],
];

const COUNTS = new URL('../../examples/counts', import.meta.url).pathname;

/** The figure of an area as `tartan show --why` tells it: label to text. */
function why(release, ...words) {
	const { status, stdout, stderr } = run(['show', '--in', release, '--why', ...words]);
	assert.equal(status, 0, stderr);
	return Object.fromEntries(
		stdout
			.split('\n')
			.map((line) => /^ {2}(\S.*?) {2,}(.*)$/.exec(line))
			.filter(Boolean)
			.map(([, label, text]) => [label, text]),
	);
}

const numbers = (text) => text.match(/[\d,.]+\d/g).map((number) => Number(number.replace(/,/g, '')));

test('a rate standardised by age, from the age bands of the members', () => {
	const directory = mkdtempSync(join(tmpdir(), 'tartan-groups-'));
	const release = join(directory, 'counts.tartan');
	try {
		assert.equal(run(['build', COUNTS, '-o', release]).status, 0);
		// The county is computed by the build from the same districts, by way of its own.
		const county = why(release, 'self-harm', 'C01');
		const group = why(release, 'self-harm', 'D01+D02+D03');
		assert.equal(group.Count, county.Count);
		assert.equal(group.Denominator, county.Denominator);
		for (const key of ['Value', '95% limits', '99.8% limits'])
			numbers(group[key]).forEach((number, i) => {
				const wanted = numbers(county[key])[i];
				assert.ok(Math.abs(number - wanted) <= 5e-7 * wanted, `${key}: ${number}, ${wanted}`);
			});
		for (const band of ['10-14', '15-19', '20-24', 'Sum']) assert.ok(group[band]?.length > 10, band);
		// One age band of it is a crude rate.
		const band = why(release, '--age', '15-19', 'self-harm', 'D01+D02+D03');
		const [count, people] = [numbers(band.Count)[0], numbers(band.Denominator)[0]];
		const rate = (1e5 * count) / people;
		assert.ok(Math.abs(numbers(band.Value)[0] - rate) <= 5e-7 * rate);
		assert.equal(band.Count, why(release, '--age', '15-19', 'self-harm', 'C01').Count);
	} finally {
		rmSync(directory, { recursive: true, force: true });
	}
});

describe('groups of published areas', { skip: !existsSync(CYP) && 'no real figures here' }, () => {
	let directory, release, server, kill;

	before(async () => {
		directory = mkdtempSync(join(tmpdir(), 'tartan-groups-'));
		release = join(directory, 'cyp.tartan');
		assert.equal(run(['build', CYP, '-o', release]).status, 0);
		server = await serve({ after: (stop) => (kill = stop) }, release);
	});
	after(async () => {
		kill?.();
		rmSync(directory, { recursive: true, force: true });
	});

	const get = async (path) => {
		const answer = await fetch(`${server.url}cyp-2019/${path}`, { redirect: 'manual' });
		return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') };
	};

	for (const [name, code, [x, n], byHand] of GROUPS)
		it(`${name}: value and limits from the sums`, async () => {
			assert.deepEqual([x, n], byHand);
			const { text } = await get(`why.json?indicator=${SEMH}&type=county-ua&area=${code}`);
			const why = JSON.parse(text);
			assert.equal(why['the-figure'].area, name);
			assert.equal(why.numbers.count, x);
			assert.equal(why.numbers.denominator, n);
			close(why.numbers.value, (100 * x) / n, 'value');
			const [lower, upper] = wilson(x, n, 1.959963984540054);
			close(why.numbers.lower_95, lower, 'lower 95');
			close(why.numbers.upper_95, upper, 'upper 95');
			const [lowest, highest] = wilson(x, n, 3.090232306167814);
			close(why.numbers.lower_99_8, lowest, 'lower 99.8');
			close(why.numbers.upper_99_8, highest, 'upper 99.8');
			assert.match(why['what-it-is-added-up-from'].origin, /not a published figure/);
		});

	it('the group is a row of the downloads, under its name and code', async () => {
		const { text } = await get(`area.csv?type=county-ua&area=${LEICESTERSHIRE}+${RUTLAND}`);
		const row = text.split('\r\n').find((line) => line.includes(`,${RUTLAND}+${LEICESTERSHIRE},`));
		assert.match(row, /,Leicestershire and Rutland,County & UA,/);
		const whole = await get(
			`download.csv?indicator=${SEMH}&type=county-ua&area=${LEICESTERSHIRE}+${RUTLAND}`,
		);
		const [, line] = whole.text.trim().split('\r\n');
		assert.match(line, /,903,57070,"?Worked out from 2 areas, not published"?,/);
		close(Number(line.split(',').find((cell) => cell.startsWith('1.58'))), (100 * 903) / 57070, 'value');
	});

	it('a hidden member leaves the group without a figure and says nothing of it', async () => {
		const { text } = await get(`why.json?indicator=92796&type=county-ua&area=${RUTLAND}+${LEICESTERSHIRE}`);
		const why = JSON.parse(text);
		assert.equal(why.numbers.value, null);
		assert.equal(why.numbers.count, null);
		assert.equal(why.numbers.denominator, null);
		assert.match(why['the-figure'].missing, /^This group is not shown, so that nobody can be recognised$/);
	});

	it('one address for all spellings, with a form that needs no script', async () => {
		const form = await get(
			`group?type=county-ua&member=${LEICESTERSHIRE}&member=${RUTLAND}&form=1`,
		);
		assert.equal(form.status, 302);
		assert.equal(form.to, `/cyp-2019/group?type=county-ua&area=${RUTLAND}+${LEICESTERSHIRE}`);
		const page = await get(`area?area=${LEICESTERSHIRE},${RUTLAND.toLowerCase()}`);
		assert.match(page.text, new RegExp(`rel="canonical" href="[^"]*area=${RUTLAND}\\+${LEICESTERSHIRE}"`));
		assert.match(page.text, /Leicestershire and Rutland is a group of areas/);
		assert.match(page.text, /they are not published figures/);
	});

	it('as a parent its areas are compared, as a benchmark others are', async () => {
		const parent = await get(
			`compare.csv?indicator=${SEMH}&parent=${LEICESTER}+${RUTLAND}+${LEICESTERSHIRE}`,
		);
		const names = parent.text.trim().split('\r\n').slice(1).map((line) => /,(E\d{8}[^,]*),("[^"]*"|[^,]*),(County|Region|England)/.exec(line)[1]);
		assert.deepEqual(new Set(names.filter((code) => code.length === 9 && code < 'E12')), new Set([LEICESTER, RUTLAND, LEICESTERSHIRE]));
		const page = await get(
			`compare?indicator=${SEMH}&parent=${EAST_MIDLANDS}&benchmark=${RUTLAND}+${LEICESTERSHIRE}`,
		);
		assert.equal(page.status, 200);
		assert.match(page.text, /Leicestershire and Rutland/);
	});

	it('areas that overlap, or are of two kinds, are not to be found', async () => {
		const overlap = await get(`area?area=${EAST_MIDLANDS}+${LEICESTER}`);
		assert.equal(overlap.status, 404);
		assert.match(overlap.text, /Leicester is part of East Midlands and would be counted twice/);
		const unknown = await get(`area?area=E1000018+${RUTLAND}`);
		assert.equal(unknown.status, 404);
		assert.match(unknown.text, new RegExp(`area=${RUTLAND}\\+${LEICESTERSHIRE}`));
	});

	it('tartan show takes codes and names', () => {
		for (const words of [`${LEICESTERSHIRE}+${RUTLAND}`, 'Leicestershire+Rutland']) {
			const { status, stdout, stderr } = run(['show', '--in', release, '--why', SEMH, words]);
			assert.equal(stderr, '');
			assert.equal(status, 0);
			assert.match(stdout, /903 ÷ 57,070 × 100 = 1\.58226/);
		}
		const wrong = run(['show', '--in', release, SEMH, 'Leicestershire+Rutlant']);
		assert.equal(wrong.status, 1);
		assert.match(wrong.stderr, /Rutland/);
	});
});
