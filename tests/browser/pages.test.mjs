// Every kind of page of both profiles: valid HTML, nothing asked for that should not be,
// no sideways scrolling however narrow the window or large the text, whole on paper.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { demoPages } from './pages.mjs';
import {
	assertFits,
	assertQuiet,
	assertValid,
	DESKTOP,
	openBrowser,
	Pages,
	url,
} from './support.mjs';

const pages = await demoPages();
// A phone, the narrowest that WCAG asks for (1.4.10), a desk and a desk zoomed to 200 %.
const WIDTHS = [1280, 640, 390, 320];
// Pixels of a browser's text as it comes.
const TEXT = 16;

/** All that has to be said of who may do what in a page. */
const POLICY = ["default-src 'none'", "style-src 'self'", "base-uri 'none'", "form-action 'self'"];

function assertPolicy(headers, where) {
	const policy = headers['content-security-policy'] ?? '';
	for (const rule of POLICY) assert.ok(policy.includes(rule), `${where}: ${policy}`);
	assert.doesNotMatch(policy, /unsafe|https?:|\*/, where);
	assert.equal(headers['x-content-type-options'], 'nosniff', where);
}

/** The size of text that a reader sets in the browser; twice as much has to do (WCAG 1.4.4). */
async function setText(page, pixels) {
	const session = await page.context().newCDPSession(page);
	await session.send('Page.setFontSizes', { fontSizes: { standard: pixels } });
	await session.detach();
}

/** In the browser: what is cut off of text, apart from what is hidden on purpose. */
function cutOff() {
	const cut = [];
	for (const element of document.querySelectorAll('main *, nav *, header *, footer *')) {
		const style = getComputedStyle(element);
		if (element.closest('.govuk-visually-hidden, svg') || style.display === 'inline') continue;
		const hides = /hidden|clip/.test(style.overflowX + style.overflowY);
		if (hides && element.scrollWidth > element.clientWidth + 1) cut.push(element.outerHTML);
	}
	return cut.map((html) => html.slice(0, 120));
}

/** In the browser, emulating paper: what is there that should not, or is cut. */
function wrongOnPaper() {
	const wrong = [];
	const shown = (element) => element.checkVisibility();
	for (const element of document.querySelectorAll('nav, form, button, .govuk-skip-link'))
		if (shown(element)) wrong.push(`${element.localName}.${element.className} is printed`);
	for (const region of document.querySelectorAll('main .scroll')) {
		const { overflow } = getComputedStyle(region);
		if (overflow !== 'visible' || region.scrollHeight > region.clientHeight + 1)
			wrong.push(`a region of overflow '${overflow}' is cut: ${region.ariaLabel}`);
	}
	for (const head of document.querySelectorAll('th'))
		if (getComputedStyle(head).position === 'sticky') wrong.push('a head that sticks');
	if (!shown(document.querySelector('h1'))) wrong.push('no heading');
	return [...new Set(wrong)];
}

describe('every kind of page', { concurrency: 2 }, () => {
	let browser;
	let lender;

	before(async () => {
		browser = await openBrowser();
		lender = new Pages(await browser.newContext({ viewport: DESKTOP }), url);
	});
	after(() => browser.close());

	for (const { name, address, status } of pages)
		it(name, () =>
			lender.lend(async (page, seen) => {
				const response = await page.goto(address);
				assert.equal(response.status(), status);
				assertPolicy(response.headers(), address);
				await assertValid(await response.text(), name);
				for (const width of WIDTHS) {
					await page.setViewportSize({ width, height: 800 });
					await assertFits(page);
				}
				await page.setViewportSize(DESKTOP);
				await setText(page, 2 * TEXT);
				await assertFits(page);
				assert.deepEqual(await page.evaluate(cutOff), []);
				await setText(page, TEXT);
				await page.emulateMedia({ media: 'print' });
				assert.deepEqual(await page.evaluate(wrongOnPaper), []);
				assertQuiet(seen, address);
			}));
});
