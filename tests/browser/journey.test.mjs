// A reader's way through a profile, by its links and forms: home, domain, areas compared,
// one area, one area over time, its figures as a file. With and without JavaScript, on a
// phone and on a desk; each page has to say what the reader came for.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { column, readFigures } from './read.mjs';
import { assertFits, assertQuiet, DESKTOP, openBrowser, PHONE, url, watch } from './support.mjs';

const VERDICT = /^(Worse|Similar|Better|Lower|Higher)\W*$/;
const NOT_COMPARED = /^Not compared/;
const TREND =
	/^\W*(No significant change|(In|De)creasing( and getting (better|worse))?|Cannot be calculated)$/;

const number = (text) => Number(text.replace(/[,£]/g, ''));

const tidy = (text) => text.replace(/\s+/g, ' ').trim();

/** What these say, with hidden words. */
const textsOf = async (locator) => (await locator.allTextContents()).map(tidy);

const headingOf = async (page) => (await textsOf(page.locator('h1')))[0];

/** The page's first table as its readers hear it: `{ caption, head, rows }`, all texts. */
async function tableOf(page) {
	const table = page.locator('main table').first();
	const rows = await table.evaluate((one) =>
		[...one.rows].map((row) => [...row.cells].map((cell) => cell.textContent)),
	);
	const [head, ...body] = rows.map((row) => row.map(tidy));
	return { caption: tidy(await table.locator('caption').textContent()), head, rows: body };
}

/** The place of a table's column, by the beginning of its head. */
function place(table, name) {
	const at = table.head.findIndex((head) => head.replace(/^Sort(ed)? by /, '').startsWith(name));
	assert.ok(at >= 0, `no column '${name}' in ${table.head.join(' | ')}`);
	return at;
}

const has = (table, name) => table.head.some((head) => head.includes(name));

const rowOf = (table, name) => table.rows.find(([head]) => head.startsWith(name));

/** Follows a link of the page, by its words. */
async function follow(page, within, words) {
	const before = page.url();
	await page.locator(within).getByRole('link', { name: words }).first().click();
	await page.waitForLoadState();
	assert.notEqual(page.url(), before);
}

/** Sets one field of the page's form and sends it. */
async function choose(page, label, option) {
	await page.getByLabel(label, { exact: true }).selectOption({ label: option });
	await page.getByRole('main').getByRole('button').first().click();
	await page.waitForLoadState();
}

/** Clicks a link to a file; its rows, which have to have the published form. */
async function download(page, words) {
	const waiting = page.waitForEvent('download');
	await page.getByRole('main').getByRole('link', { name: words }).first().click();
	const file = await waiting;
	assert.match(file.suggestedFilename(), /^[a-z0-9-]+\.csv$/);
	return readFigures(await readFile(await file.path(), 'utf8'), file.suggestedFilename());
}

async function atHome(page, way) {
	await page.goto(`${url}/`);
	await follow(page, 'main', way.profile);
	assert.equal(await headingOf(page), way.profile);
	assert.match(await page.title(), new RegExp(way.profile.slice(0, 20)));
	const domains = await textsOf(page.locator('.domains li'));
	assert.ok(domains.length >= 5);
	for (const domain of domains) assert.match(domain, /\d+ indicators?\.$/);
	const areas = page.locator('form').getByRole('combobox').locator('option');
	assert.equal(await areas.count(), way.areas);
	if (way.notice) assert.match(await page.locator('aside').textContent(), way.notice);
}

async function inDomain(page, way) {
	await follow(page, '.domains', way.domain);
	assert.match(await headingOf(page), new RegExp(`Overview: ${way.domain}: .*`));
	if (way.parent) await choose(page, 'Areas in', way.parent);
	const rug = await tableOf(page);
	assert.match(rug.caption, /compared with England/);
	for (const name of ['England', ...way.columns]) place(rug, name);
	const cells = rowOf(rug, way.indicator).slice(place(rug, 'England'));
	assert.match(cells[0], /^[\d,.]+/);
	for (const cell of cells.slice(1)) assert.match(cell, /\d.*(worse|similar|better|lower|higher)|\[/);
	const legend = (await textsOf(page.locator('.legend li'))).join();
	assert.match(legend, /Similar to England/);
}

/** England first, then the parent, then areas, each with what it takes to judge it. */
async function comparingAreas(page, way) {
	await follow(page, 'main tbody', way.indicator);
	if (way.heading) assert.match(await headingOf(page), way.heading);
	const main = await page.locator('main').textContent();
	assert.match(main, way.unit, 'the unit of the values');
	const table = await tableOf(page);
	assert.match(table.caption, new RegExp(way.indicator.split(',')[0]));
	assert.match(table.rows[0][0], /^England/);
	const at = {
		value: place(table, 'Value'),
		verdict: place(table, 'Compared with England'),
	};
	// Columns that would be empty from top to bottom are not there.
	const some = ['Lower 95% limit', 'Upper 95% limit', 'Recent trend'].filter((name) => has(table, name));
	assert.deepEqual(some, way.limits ? ['Lower 95% limit', 'Upper 95% limit', 'Recent trend'] : []);
	if (!way.limits) assert.match(main, /Recent trends cannot be calculated: fewer than five periods\./);
	assert.match(table.rows[0][at.verdict], NOT_COMPARED);
	for (const row of table.rows) {
		const value = number(row[at.value]);
		assert.ok(Number.isFinite(value), row.join(' | '));
		if (way.limits) {
			const [lower, upper] = some.map((name) => number(row[place(table, name)]));
			assert.ok(lower <= value && value <= upper, row.join(' | '));
			assert.match(row[place(table, 'Recent trend')], TREND);
		}
		if (row !== table.rows[0]) assert.match(row[at.verdict], VERDICT);
	}
	assert.equal(await page.locator('main tbody svg').count(), table.rows.length);
	return table;
}

/** Another order, another period: the address says so, and the page does. */
async function changingTheView(page, way) {
	await follow(page, 'main thead', /^Sort by Area/);
	const names = (await tableOf(page)).rows.map(([name]) => name).slice(2);
	assert.deepEqual(names, [...names].sort());
	await choose(page, 'Period', way.earlier);
	assert.match(page.url(), /period=/);
	assert.match((await tableOf(page)).caption, new RegExp(way.earlier));
	await page.goBack();
	await page.goBack();
}

async function ofOneArea(page, way) {
	await follow(page, 'main tbody', way.area);
	await follow(page, 'nav.views', 'Area profile');
	assert.match(await headingOf(page), new RegExp(`Area profile: ${way.area}`));
	const table = await tableOf(page);
	const at = place(table, way.area);
	assert.ok(place(table, 'England') > at);
	for (const row of table.rows) {
		assert.match(row[at], /^[\d,.£-]+|^\[\w\]/);
		if (way.limits) assert.match(row[place(table, 'Recent trend')], TREND);
	}
	const main = tidy(await page.locator('main').textContent());
	const spines = await page.locator('main table').first().locator('svg').count();
	const counts = table.rows.filter((row) => row.includes('Counts are not compared'));
	// Where there is no other area, there is no range to stand in.
	if (way.areas === 1) {
		assert.equal(spines, 0);
		assert.match(main, /is not shown: too few areas have a figure\./);
		return;
	}
	assert.equal(spines + counts.length, table.rows.length);
	assert.match(main, /of the [\d,]+ to [\d,]+ counties and unitary authorities in this profile/);
}

async function overTime(page, way) {
	await follow(page, 'main tbody', way.indicator);
	assert.match(await headingOf(page), new RegExp(way.indicator.split(',')[0]));
	assert.match(await page.locator('main').textContent(), /Recent trend: /);
	const chart = page.locator('main svg[role="img"]').first();
	if (way.chart) {
		assert.ok((await chart.locator('title').first().textContent()).includes(way.area));
		assert.ok(await chart.locator('desc').first().textContent());
	}
	const table = await tableOf(page);
	assert.equal(table.rows.length, way.periods);
	const latest = table.rows[0];
	assert.match(latest[place(table, 'Compared with England')], VERDICT);
	return latest[place(table, 'Value')];
}

/** The file under the table holds the figure that the table shows. */
async function takingTheFigures(page, way, value) {
	const rows = await download(page, /table \(CSV\)/);
	const mine = rows.filter((cells) => cells[column('Area Name')] === way.area);
	assert.equal(mine.length, way.periods);
	const shown = mine.map((cells) => Number(cells[column('Value')]));
	const near = (one) => Math.abs(one - number(value)) <= 0.05 + 1e-9;
	assert.ok(shown.some(near), `${value} is not among ${shown}`);

	await follow(page, 'nav.views', 'Download');
	assert.match(await headingOf(page), /Download/);
	await page.locator('summary').first().click();
	const all = await download(page, way.indicator);
	assert.ok(all.length >= rows.length);
	assert.equal(new Set(all.map(([key]) => key)).size, 1, 'one indicator');
}

const EVERYBODY = [
	[PHONE, false],
	[PHONE, true],
	[DESKTOP, false],
	[DESKTOP, true],
];
const WAYS = [
	{
		readers: EVERYBODY,
		profile: "Children and young people's mental health: a made-up England",
		notice: /figures are made up/,
		areas: 153,
		domain: 'Identification of need',
		parent: 'North East region',
		columns: ['North East', 'Darlington', 'Sunderland'],
		indicator: 'Self-harm admissions, 10-24',
		heading: /^Hospital admissions .* \(10-24 years\): \d+ of 12 areas are (worse|better)/,
		unit: /England [\d.]+ per 100,000/,
		limits: true,
		earlier: '2012/13',
		area: 'Middlesbrough',
		chart: true,
		periods: 15,
	},
	{
		readers: [EVERYBODY[0], EVERYBODY[3]],
		profile: 'Mental health of children and young people in Leicestershire, 2018',
		areas: 1,
		domain: 'The child: health, disability, early parenthood',
		columns: ['Leicestershire'],
		indicator: 'Learning disability',
		heading: /Leicestershire is higher than England/,
		unit: /England 5\.6%/,
		area: 'Leicestershire',
		periods: 1,
	},
];

describe('the journey', { concurrency: 2 }, () => {
	let browser;

	before(async () => (browser = await openBrowser()));
	after(() => browser.close());

	for (const way of WAYS)
		for (const [viewport, javaScriptEnabled] of way.readers)
			it(`${way.area}, ${viewport.width} px, script ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
				const context = await browser.newContext({ viewport, javaScriptEnabled });
				const page = await context.newPage();
				const seen = watch(page, url);
				const step = async (go, ...rest) => {
					const found = await go(page, way, ...rest);
					await assertFits(page);
					return found;
				};

				await step(atHome);
				await step(inDomain);
				await step(comparingAreas);
				if (way.earlier) await step(changingTheView);
				await step(ofOneArea);
				const value = await step(overTime);
				await step(takingTheFigures, value);
				assertQuiet(seen, 'the journey');
				await context.close();
			});
});
