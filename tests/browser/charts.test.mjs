// Charts of many areas: what is drawn is what the table says.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertFits, assertQuiet, DESKTOP, openBrowser, Pages, PHONE, url } from './support.mjs';

const P = `${url}/made-up-england`;
const RICH = 'indicator=800107&area=E06000016';

const number = (text) => Number(text.replace(/[^\d.-]/g, ''));

describe('charts of many areas', { concurrency: 2 }, () => {
	let browser;
	let lender;

	before(async () => {
		browser = await openBrowser();
		lender = new Pages(await browser.newContext(), url);
	});
	after(() => browser.close());

	const look = (name, path, work) =>
		it(name, () =>
			lender.lend(async (page, seen) => {
				for (const viewport of [PHONE, DESKTOP]) {
					await page.setViewportSize(viewport);
					await page.goto(`${P}/${path}`);
					await assertFits(page);
				}
				await work(page);
				assertQuiet(seen, path);
			}));

	look('boxes: percentiles ascend, and a box stands for each row', `spread?${RICH}`, async (page) => {
		const rows = await page.locator('main tbody tr').evaluateAll((all) =>
			all.map((row) => [...row.cells].map((cell) => cell.textContent)),
		);
		for (const row of rows) {
			const numbers = row.slice(2, 9).map(number);
			assert.deepEqual(numbers, numbers.toSorted((a, b) => a - b), row[0]);
		}
		const boxes = page.locator('svg.chart__wide title', { hasText: 'median' });
		assert.equal(await boxes.count(), rows.length);
		await page.locator('nav.ways').getByRole('link', { name: 'One area' }).click();
		await page.waitForLoadState();
		assert.match(page.url(), /trends\?.*indicator=800107.*area=E06000016/);
	});

	look('a funnel: as many outliers as its heading says', `funnel?${RICH}&parent=all`, async (page) => {
		const heading = await page.locator('h1').textContent();
		const [, out, of] = /(\d+) of (\d+) areas/.exec(heading);
		const rows = page.locator('main tbody tr');
		const verdicts = await rows.locator('td:nth-child(3)').allTextContents();
		assert.equal(verdicts.length, Number(of));
		assert.equal(verdicts.filter((v) => /^(Worse|Better)/.test(v)).length, Number(out));
		assert.equal(await page.locator('svg.chart__wide text', { hasText: /^Leicester$/ }).count(), 1);
		await page.locator('main tbody a.why').first().click();
		await page.waitForLoadState();
		assert.match(page.url(), /\/why\?/);
	});

	it('each is a file too', async () => {
		for (const kind of ['spread', 'funnel']) {
			const svg = await fetch(`${P}/${kind}.svg?${RICH}`);
			assert.equal(svg.headers.get('content-type'), 'image/svg+xml; charset=utf-8');
			const csv = await (await fetch(`${P}/${kind}.csv?${RICH}`)).text();
			assert.ok(csv.split('\n').length > 100, kind);
		}
	});

	it('what is asked for and is not there is lost', async () => {
		for (const path of ['spread?indicator=800107x', 'funnel?indicator=800107&sex=femal'])
			assert.equal((await fetch(`${P}/${path}`)).status, 404, path);
	});
});
