// Every kind of page of both profiles under axe: on a desk, on a phone, in forced colours.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { demoPages } from './pages.mjs';
import { assertAccessibleToAll, openBrowser, Pages, url } from './support.mjs';

const pages = await demoPages();

describe('axe finds nothing', { concurrency: 2 }, () => {
	let browser;
	let lender;

	before(async () => {
		browser = await openBrowser();
		lender = new Pages(await browser.newContext({ bypassCSP: true }), url);
	});
	after(() => browser.close());

	for (const { name, address, status } of pages)
		it(name, () =>
			lender.lend(async (page) => {
				const response = await page.goto(address);
				assert.equal(response.status(), status, address);
				await assertAccessibleToAll(page);
			}));
});
