// Every kind of page of both profiles under axe: on a desk, on a phone, in forced colours.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { demoPages } from './pages.mjs';
import { assertAccessibleToAll, openBrowser } from './support.mjs';

const pages = await demoPages();

describe('axe finds nothing', { concurrency: 2 }, () => {
	let browser;
	let context;

	before(async () => {
		browser = await openBrowser();
		context = await browser.newContext({ bypassCSP: true });
	});
	after(() => browser.close());

	for (const { name, address, status } of pages)
		it(name, async () => {
			const page = await context.newPage();
			const response = await page.goto(address);
			assert.equal(response.status(), status, address);
			await assertAccessibleToAll(page);
			await page.close();
		});
});
