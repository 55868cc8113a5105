// What a phone shows without being scrolled sideways: the figures, not only their names;
// and what a finger finds to press.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertFits, openBrowser, Pages, PHONE, url } from './support.mjs';

const P = `${url}/made-up-england`;
// The narrowest window in which WCAG wants pages to do without sideways scrolling (1.4.10).
const NARROWEST = { width: 320, height: 640 };
const TARGET = 24;

/** The boxes of all that a selector finds and a reader sees. */
const boxesOf = (page, selector) =>
	page.evaluate(
		(wanted) =>
			[...document.querySelectorAll(wanted)]
				.filter((one) => one.checkVisibility())
				.map((one) => {
					const { left, top, right, bottom, width, height } = one.getBoundingClientRect();
					return { left, top, right, bottom, width, height, text: one.textContent.trim() };
				}),
		selector,
	);

/** In the browser: how much two colours contrast (WCAG 2.2), 1 to 21. */
function contrastOf([selector, other]) {
	const groundOf = (one) => {
		for (let at = one; at; at = at.parentElement) {
			const colour = getComputedStyle(at).backgroundColor;
			if (!/, 0\)$/.test(colour)) return colour;
		}
		return 'rgb(255, 255, 255)';
	};
	const luminance = (colour) => {
		const [r, g, b] = colour
			.match(/[\d.]+/g)
			.map((part) => part / 255)
			.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const one = document.querySelector(selector);
	const [a, b] = [groundOf(one), groundOf(other ? one.closest(other) : one.parentElement)]
		.map(luminance)
		.sort((x, y) => y - x);
	return (a + 0.05) / (b + 0.05);
}

describe('on a phone', { concurrency: 2 }, () => {
	let browser;
	let lender;

	before(async () => {
		browser = await openBrowser();
		lender = new Pages(await browser.newContext({ viewport: PHONE }), url);
	});
	after(() => browser.close());

	/** A test of one page in a window. */
	const look = (name, viewport, path, work) =>
		it(name, () =>
			lender.lend(async (page) => {
				await page.setViewportSize(viewport);
				await page.goto(`${P}/${path}`);
				await assertFits(page);
				await work(page);
			}));

	for (const viewport of [PHONE, NARROWEST])
		look(`the first area stands beside the indicator, ${viewport.width} px`, viewport, 'overview', async (page) => {
			const heads = await boxesOf(page, '.rug thead th');
			assert.match(heads[1].text, /^Derby/, 'the first of the areas');
			for (const cell of await boxesOf(page, '.rug tbody td:first-of-type, .rug tbody th + td'))
				assert.ok(cell.right <= viewport.width, `${cell.text} ends at ${cell.right}`);
			const [name] = await boxesOf(page, '.rug tbody th');
			assert.match(name.text, /, 20\d\d/, 'the period');
			assert.match(name.text, /England\s*[\d.]+/, 'what it is compared with');
			assert.match(name.text, /East Midlands\s*[\d.]+/, 'the parent');
		});

	look('two areas stand beside the indicator', PHONE, 'overview', async (page) => {
		const [, one, two] = await boxesOf(page, '.rug tbody tr:first-child > *');
		assert.ok(one.right < PHONE.width && two.right < PHONE.width);
	});

	look('an area stands among the others', PHONE, 'area?area=E06000016', async (page) => {
		const drawings = await boxesOf(page, '.figures td.spine svg');
		assert.ok(drawings.length > 50);
		for (const drawing of drawings) {
			assert.ok(drawing.right <= PHONE.width, `ends at ${drawing.right}`);
			assert.ok(drawing.width >= 120, `is ${drawing.width} wide`);
		}
	});

	for (const path of ['overview', 'compare', 'trends?indicator=800107'])
		look(`the views take two lines: ${path}`, PHONE, path, async (page) => {
			const lines = new Set((await boxesOf(page, 'nav.views li')).map(({ top }) => Math.round(top)));
			assert.ok(lines.size <= 2, `${lines.size} lines`);
			for (const link of await boxesOf(page, 'nav.views a'))
				assert.ok(link.height >= TARGET, `${link.text} is ${link.height} high`);
		});

	look('what sorts is a sign with a name', PHONE, 'overview', async (page) => {
		const links = await boxesOf(page, '.rug a.sort');
		assert.ok(links.length > 20);
		for (const link of links) {
			assert.ok(link.width >= TARGET && link.height >= TARGET, JSON.stringify(link));
			assert.ok(link.width <= 2 * TARGET, `${link.text} is ${link.width} wide`);
			assert.match(link.text, /^.\uFE0E?\s*Sort (areas|indicators) by .{4}/);
		}
		assert.equal(new Set(links.map(({ text }) => text)).size, links.length, 'names of their own');
	});

	look('a table that is cut fades out, one that is whole does not', PHONE, 'overview', async (page) => {
		const fade = () =>
			page.evaluate(() => {
				const region = document.querySelector('.scroll');
				const { right } = region.getBoundingClientRect();
				const table = region.querySelector('table').getBoundingClientRect();
				const sign = getComputedStyle(region, '::after');
				return { shown: sign.content !== 'none', over: table.right - right, width: parseFloat(sign.width) };
			});
		const before = await fade();
		assert.ok(before.shown && before.over > before.width, 'lies on the table');
		await page.evaluate(() => (document.querySelector('.scroll').scrollLeft = 1e6));
		assert.ok((await fade()).over <= 1 - before.width, 'lies beside the table');
	});

	look('the button looks like one', PHONE, 'overview', async (page) => {
		assert.ok((await page.evaluate(contrastOf, ['.filters button', '.filters'])) >= 3);
		const [button] = await boxesOf(page, '.filters button');
		assert.ok(button.height >= 36);
	});

	look('the way up is told once', PHONE, 'compare', async (page) => {
		const crumbs = await boxesOf(page, '.govuk-breadcrumbs li');
		assert.deepEqual(crumbs.map(({ text }) => text), ['Identification of need']);
	});

	look('heads stay when the rug is scrolled', PHONE, 'overview', async (page) => {
		const placesOf = () => boxesOf(page, '.rug thead th:first-child, .rug tbody tr:nth-child(9) th');
		await page.evaluate(() => {
			const region = document.querySelector('.scroll');
			region.scrollIntoView();
			region.scrollTop = 300;
			region.scrollLeft = 200;
		});
		const [head, name] = await placesOf();
		const [region] = await boxesOf(page, '.scroll');
		assert.ok(Math.abs(head.top - region.top) < 4, 'the head of the columns');
		assert.ok(Math.abs(name.left - region.left) < 4, 'the head of the row');
	});
});
