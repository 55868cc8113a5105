// Inequalities: figures by tenths of deprivation, by sex and by age, now and over time, on
// a folder made for them; with and without a script they are the same page.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { program, startServer } from './server.mjs';
import {
	assertAccessibleToAll,
	assertFits,
	assertQuiet,
	assertValid,
	DESKTOP,
	openBrowser,
	Pages,
	PHONE,
} from './support.mjs';
import { writeUnequal } from './unequal.mjs';

const PAGES = {
	'by deprivation': 'inequalities?area=E92000001',
	'by deprivation over time': 'inequality-trends?area=E92000001',
	'by sex': 'inequalities?area=E06000015&by=sex',
	'by age': 'inequalities?area=E06000015&by=age',
	'by sex over time': 'inequality-trends?area=E06000015&by=sex',
	'where there are none': 'inequalities?area=E06000015',
};

describe('inequalities', { concurrency: 2 }, () => {
	const directory = mkdtempSync(join(tmpdir(), 'tartan-unequal-'));
	let server;
	let browser;
	let lender;

	before(async () => {
		const folder = join(directory, 'unequal');
		const release = join(directory, 'unequal.tartan');
		mkdirSync(folder);
		writeUnequal(folder);
		execFileSync(program, ['build', folder, '-o', release], { stdio: 'pipe' });
		server = await startServer('serve', release);
		browser = await openBrowser();
		lender = new Pages(await browser.newContext({ bypassCSP: true }), server.url);
	});
	after(async () => {
		await browser?.close();
		await server?.stop();
		rmSync(directory, { recursive: true, force: true });
	});

	const look = (name, path, work) =>
		it(name, () =>
			lender.lend(async (page, seen) => {
				await page.setViewportSize(DESKTOP);
				const response = await page.goto(`${server.url}/unequal/${path}`);
				assert.equal(response.status(), 200);
				await work(page, response);
				assertQuiet(seen, path);
			}));

	for (const [name, path] of Object.entries(PAGES))
		look(`${name}: everybody can read it`, path, async (page, response) => {
			assertValid(await response.text(), path);
			for (const viewport of [PHONE, DESKTOP]) {
				await page.setViewportSize(viewport);
				await assertFits(page);
			}
			await assertAccessibleToAll(page);
		});

	look('tenths stand in order and have indices', PAGES['by deprivation'], async (page) => {
		const heads = await page.locator('main tbody th').allTextContents();
		assert.match(heads[0], /^All/);
		assert.match(heads[1], /^Most deprived/);
		assert.match(heads[10], /^Least deprived/);
		assert.equal(heads.length, 11);
		assert.match(await page.locator('h1').textContent(), /higher where deprivation is greater/);
		const indices = await page.locator('dl').textContent();
		assert.match(indices, /Slope index of inequality\s*1[23]\.\d \(95% limits/);
		assert.match(indices, /Relative index of inequality\s*2\.\d\d \(95% limits/);
		assert.match(indices, /Attributable to deprivation\s*\d\d% \(95% limits/);
		assert.equal(await page.locator('main tbody td:nth-child(3)', { hasText: 'Worse' }).count(), 5);
	});

	look('time has a panel for each group', PAGES['by sex over time'], async (page) => {
		assert.equal(await page.locator('svg.chart__wide circle').count(), 10);
		assert.equal(await page.locator('main tbody tr').count(), 5);
	});

	look('a form leads from one breakdown to another', PAGES['by sex'], async (page) => {
		await page.getByLabel('Broken down by').selectOption({ label: 'Age' });
		await page.getByRole('button', { name: 'Show' }).click();
		await page.waitForLoadState();
		assert.match(page.url(), /by=age/);
		assert.match(await page.locator('h1').textContent(), /highest for 15-19 yrs/);
		await page.locator('nav.ways').getByRole('link', { name: 'Over time' }).click();
		await page.waitForLoadState();
		assert.match(page.url(), /inequality-trends\?.*by=age/);
	});

	look('what only the country has is a link away', PAGES['where there are none'], async (page) => {
		await page.getByRole('main').getByRole('link', { name: 'England', exact: true }).click();
		await page.waitForLoadState();
		assert.equal(await page.locator('main tbody tr').count(), 11);
	});

	look('figures lead to what they rest on', PAGES['by deprivation'], async (page) => {
		await page.locator('main tbody tr:nth-child(3) a.why').click();
		await page.waitForLoadState();
		assert.match(await page.locator('main').textContent(), /Second most deprived/);
	});

	it('the files hold what the page shows', async () => {
		const csv = await (await fetch(`${server.url}/unequal/inequalities.csv?area=E92000001`)).text();
		assert.equal(csv.trim().split('\n').length, 12);
		for (const kind of ['inequalities', 'inequality-trends']) {
			const svg = await fetch(`${server.url}/unequal/${kind}.svg?area=E92000001`);
			assert.equal(svg.headers.get('content-type'), 'image/svg+xml; charset=utf-8');
			assert.match(await svg.text(), /Least deprived decile/);
		}
	});

	it('a breakdown that there is not is lost', async () => {
		const reply = await fetch(`${server.url}/unequal/inequalities?by=sexx`);
		assert.equal(reply.status, 404);
		assert.match(await reply.text(), /by=sex"/);
	});
});
