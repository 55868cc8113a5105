// Every kind of page of both profiles, on a phone and on a desk, under axe.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { demoPages } from './pages.mjs';
import { assertAccessible, DESKTOP, openBrowser, PHONE } from './support.mjs';

const pages = await demoPages();
const WIDTHS = { 'on a phone': PHONE, 'on a desk': DESKTOP };

describe('axe finds nothing', { concurrency: 2 }, () => {
	const contexts = {};
	let browser;

	before(async () => {
		browser = await openBrowser();
		for (const [where, viewport] of Object.entries(WIDTHS))
			contexts[where] = await browser.newContext({ viewport, bypassCSP: true });
	});
	after(() => browser.close());

	for (const { name, address, status } of pages)
		for (const where of Object.keys(WIDTHS))
			it(`${name}, ${where}`, async () => {
				const page = await contexts[where].newPage();
				const response = await page.goto(address);
				assert.equal(response.status(), status, address);
				await assertAccessible(page);
				await page.close();
			});
});
