// Areas taken together, by a form and without a script: ticked, looked at as an area, as a
// parent and as a benchmark, and changed again.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertFits, assertQuiet, DESKTOP, openBrowser, PHONE, url, watch } from './support.mjs';

const PROFILE = 'made-up-england';
const LEICESTER = 'E06000016';
const RUTLAND = 'E06000017';
// A proportion with counts.
const COUNTED = '800106';

const headingOf = async (page) => (await page.locator('h1').textContent()).trim();

for (const [name, viewport] of [
	['a desk', DESKTOP],
	['a phone', PHONE],
])
	describe(`a group of areas, on ${name}`, () => {
		let browser, page, seen;

		before(async () => {
			browser = await openBrowser();
			const context = await browser.newContext({ viewport, javaScriptEnabled: false });
			page = await context.newPage();
			seen = watch(page, url);
		});
		after(() => browser?.close());

		it('is made by ticking boxes', async () => {
			await page.goto(`${url}/${PROFILE}/area?area=${LEICESTER}`);
			await page.getByRole('link', { name: 'Take several areas together' }).click();
			assert.ok(await page.getByLabel('Leicester', { exact: true }).isChecked());
			await page.getByLabel('Rutland', { exact: true }).check();
			await page.getByRole('button', { name: 'Take these areas together' }).click();
			assert.equal(new URL(page.url()).searchParams.get('area'), `${LEICESTER} ${RUTLAND}`);
			assert.match(await headingOf(page), /Leicester and Rutland$/);
			await assertFits(page);
		});

		it('is an area like any other, and says what it is', async () => {
			await page.getByRole('link', { name: /^Its profile/ }).click();
			assert.match(await headingOf(page), /Leicester and Rutland is /);
			const main = await page.locator('main').textContent();
			assert.match(main, /Leicester and Rutland is a group of areas\. .* not published figures/);
			const chosen = page.getByLabel('Area', { exact: true }).locator('option[selected]');
			assert.equal(await chosen.textContent(), 'Leicester and Rutland');
			await assertFits(page);
			await page.goBack();
		});

		it('is a parent whose areas stand side by side', async () => {
			await page.getByRole('link', { name: 'An overview of its areas' }).click();
			const heads = await page.locator('main thead th').allTextContents();
			for (const area of ['Leicester and Rutland', 'Leicester', 'Rutland'])
				assert.ok(heads.some((head) => head.trim().startsWith(area)), heads.join());
			await assertFits(page);
			await page.goBack();
		});

		it('is a benchmark for others', async () => {
			await page.getByRole('link', { name: 'Compare other areas with it' }).click();
			// The first indicator is modelled, and groups have no figures of it.
			assert.match(await page.locator('main').textContent(), /not compared with Leicester and Rutland/);
			await page.goto(page.url().replace('?', `?indicator=${COUNTED}&`));
			assert.match(await page.locator('main').textContent(), /Compared with Leicester and Rutland/);
		});

		it('says how a figure is added up', async () => {
			await page.goto(`${url}/${PROFILE}/why?indicator=${COUNTED}&area=${LEICESTER}+${RUTLAND}`);
			const main = await page.locator('main').textContent();
			assert.match(main, /What it is added up from/);
			assert.match(main, /Leicester\s*[\d,]+ of [\d,]+/);
			assert.match(main, /Sum\s*[\d,]+ of [\d,]+/);
			await assertFits(page);
		});

		it('of areas that overlap is refused with the reason', async () => {
			await page.goto(`${url}/${PROFILE}/area?area=E12000004+${LEICESTER}`);
			assert.equal(await headingOf(page), 'Page not found: These areas cannot be taken together');
			assert.match(await page.locator('main').textContent(), /Leicester is part of East Midlands/);
		});

		it('leaves the browser nothing to complain of', () => assertQuiet(seen));
	});
