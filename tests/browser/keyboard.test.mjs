// The pages without a mouse: Tab reaches everything in the order of the page, what has the
// focus can be seen, wide tables scroll by the arrow keys.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DESKTOP, openBrowser, Pages, PHONE, url } from './support.mjs';

const BOTH = [PHONE, DESKTOP];
// A phone on its side, or a desk much enlarged.
const LOW = { width: 640, height: 360 };
const PAGES = [
	['home', '', [PHONE]],
	['overview', 'overview?domain=finance', BOTH],
	['upright heads', 'overview?parent=E12000009&domain=protective-factors', [DESKTOP]],
	['low heads', 'overview?parent=E12000009&domain=finance', [LOW]],
	['compare', 'compare?indicator=800107', BOTH],
	['area profile', 'area?area=E06000016&domain=finance', BOTH],
	['trends', 'trends?indicator=800107&area=E06000016', BOTH],
	['download', 'download', [PHONE]],
	['not found', 'compare?indicator=none', [PHONE]],
];

/** In the browser: numbers everything that the keyboard has to reach; how much it is. */
function numberAll() {
	const wanted = 'a[href], button, select, input:not([type=hidden]), summary, [tabindex="0"]';
	const all = [...document.querySelectorAll(wanted)].filter((one) => one.checkVisibility());
	all.forEach((one, i) => (one.dataset.order = i));
	return all.length;
}

/** In the browser: what is wrong with how the focused element shows, and its number. */
function focused() {
	const one = document.activeElement;
	if (one === document.body) return null;
	const { left, top, right, bottom } = one.getBoundingClientRect();
	const style = getComputedStyle(one);
	const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
	const marked = ring || style.boxShadow !== 'none';
	// A long link may stand in two lines, whose corners are empty: any point will do.
	const points = [...one.getClientRects()].flatMap((r) =>
		[0.1, 0.5, 0.9].map((part) => [r.left + part * r.width, (r.top + r.bottom) / 2]),
	);
	const seen = points.some(([x, y]) => one.contains(document.elementFromPoint(x, y)));
	const around = one.matches('.scroll');
	const inside = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
	return {
		order: Number(one.dataset.order),
		wrong: [
			!marked && 'has no ring',
			!inside && 'is out of the window',
			!seen && !around && 'is covered by something',
		].filter(Boolean),
		html: one.outerHTML.slice(0, 160),
	};
}

/** Presses the key until the focus has gone round; fails where it is unseen or astray. */
async function goRound(page, key, orders) {
	for (const order of orders) {
		await page.keyboard.press(key);
		const now = await page.evaluate(focused);
		assert.ok(now, `nothing has the focus after ${key}, want number ${order}`);
		assert.equal(now.order, order, `${key} leads to ${now.html}`);
		assert.deepEqual(now.wrong, [], `${now.html} after ${key}`);
	}
}

/** Every part of a page that scrolls sideways can be reached, is named, and scrolls. */
async function scrollAll(page) {
	const regions = page.locator('main .scroll');
	for (const region of await regions.all()) {
		assert.equal(await region.getAttribute('tabindex'), '0');
		assert.ok(await region.getAttribute('aria-label'));
		const hidden = await region.evaluate((one) => one.scrollWidth - one.clientWidth);
		if (hidden <= 0) continue;
		await region.focus();
		await page.keyboard.press('ArrowRight');
		await page.waitForFunction((one) => one.scrollLeft > 0, await region.elementHandle());
	}
	const others = await page.evaluate(() =>
		[...document.querySelectorAll('body *')]
			.filter((one) => /auto|scroll/.test(getComputedStyle(one).overflowX))
			.filter((one) => one.scrollWidth > one.clientWidth && one.tabIndex < 0)
			.map((one) => one.outerHTML.slice(0, 120)),
	);
	assert.deepEqual(others, [], 'scrolls but cannot be reached');
}

describe('the keyboard', { concurrency: 2 }, () => {
	let browser;
	let lender;

	before(async () => {
		browser = await openBrowser();
		lender = new Pages(await browser.newContext(), url);
	});
	after(() => browser.close());

	for (const [name, path, windows] of PAGES)
		for (const viewport of windows)
			it(`${name}, ${viewport.width} px`, () =>
				lender.lend(async (page) => {
					await page.setViewportSize(viewport);
					await page.goto(`${url}/made-up-england/${path}`);
					const count = await page.evaluate(numberAll);
					const orders = Array.from({ length: count }, (_, i) => i);

					await goRound(page, 'Tab', orders);
					await goRound(page, 'Shift+Tab', orders.slice(0, -1).reverse());
					await scrollAll(page);
				}));

	it('skips to what the page is about', async () => {
		const page = await browser.newPage({ viewport: PHONE });
		await page.goto(`${url}/made-up-england/overview`);
		await page.keyboard.press('Tab');
		const skip = page.getByRole('link', { name: 'Skip to main content' });
		assert.ok(await skip.evaluate((one) => one === document.activeElement));
		const box = await skip.boundingBox();
		assert.ok(box.height >= 24 && box.y >= 0, 'the link cannot be seen');
		await page.keyboard.press('Enter');
		assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
		await page.keyboard.press('Tab');
		assert.ok(await page.evaluate(() => document.activeElement.closest('main')));
		await page.close();
	});

	it('opens what is folded and sends forms', async () => {
		const page = await browser.newPage({ viewport: DESKTOP });
		await page.goto(`${url}/made-up-england/download`);
		await page.locator('summary').focus();
		await page.keyboard.press('Enter');
		assert.ok(await page.locator('details a').first().isVisible());
		await page.goto(`${url}/made-up-england/`);
		await page.getByRole('combobox').focus();
		await page.keyboard.type('Rutl');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await page.waitForURL(/area=E06000017/);
		assert.match(await page.locator('h1').textContent(), /Rutland/);
		await page.close();
	});
});
