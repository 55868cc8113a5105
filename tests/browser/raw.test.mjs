// Folders that hold nothing but downloads from Fingertips become profiles that can be read:
// real files beside the checkout, where they are, each folder alone and all together.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { pagesOf } from './pages.mjs';
import { elementText, formsOf, linksOf, readFigures, textOf } from './read.mjs';
import { program, startServer } from './server.mjs';
import {
	assertAccessible,
	assertFits,
	assertQuiet,
	assertValid,
	DESKTOP,
	openBrowser,
	Pages,
	PHONE,
	watch,
} from './support.mjs';

const downloads = join(
	dirname(fileURLToPath(import.meta.url)),
	'../../../shared/data/fingertips',
);
// Of each folder, an indicator and an area in its files.
const FOLDERS = {
	'cyp-2019': ['self-harm', 'Derby'],
	'suicide-2019': ['Suicide', 'Derby'],
	'lambeth-2023': ['Reception: ', 'Lambeth'],
};
const TOGETHER = 'together';
const missing = Object.keys(FOLDERS).filter((name) => !existsSync(join(downloads, name)));
const skip = missing.length > 0 && `there is no ${missing}`;

/** Builds each folder, and one of all of them; the releases' paths. */
function buildAll(directory) {
	const all = join(directory, TOGETHER);
	mkdirSync(all);
	for (const name of Object.keys(FOLDERS))
		cpSync(join(downloads, name), join(all, name), { recursive: true });
	return [...Object.keys(FOLDERS), TOGETHER].map((name) => {
		const from = name === TOGETHER ? all : join(all, name);
		const to = join(directory, `${name}.tartan`);
		execFileSync(program, ['build', from, '-o', to], { stdio: 'pipe' });
		return to;
	});
}

/** Home, a domain, areas compared, one area, its years, its figures. */
async function journey(page, server, name, [indicator, area]) {
	await page.goto(`${server}/${name}/`);
	const follow = async (within, text) => {
		await page.locator(within).getByRole('link', { name: text }).first().click();
		await page.waitForLoadState();
		await assertFits(page);
	};

	await follow('nav.views', 'Overview');
	assert.match(await page.locator('main table').first().textContent(), /England/);
	const words = await page.locator('main table').first().textContent();
	assert.match(words, /(worse|better|similar|higher|lower) (than|to) England/);
	await follow('main tbody', new RegExp(indicator, 'i'));
	const rows = page.locator('main tbody tr');
	assert.match(await rows.first().textContent(), /^England/);
	assert.ok((await rows.count()) >= 2);
	await follow('main tbody', new RegExp(`^${area}$`));
	assert.match(await page.locator('h1').textContent(), new RegExp(area));
	await follow('nav.views', 'Area profile');
	assert.match(await page.locator('h1').textContent(), new RegExp(area));
	await follow('main tbody', new RegExp(indicator, 'i'));
	const waiting = page.waitForEvent('download');
	await page.getByRole('main').getByRole('link', { name: /CSV/ }).first().click();
	assert.equal(await (await waiting).failure(), null);
}

/** One address; the addresses that its page leads to. */
async function visit(address) {
	const response = await fetch(address);
	const text = await response.text();
	const type = response.headers.get('content-type');
	assert.equal(response.status, 200, address);
	if (type.startsWith('text/csv')) readFigures(text, address);
	if (!type.startsWith('text/html')) return [];
	assert.ok(elementText(text, 'h1'), address);
	assert.doesNotMatch(textOf(text), /\b(nan|-?inf)\b/i, address);
	return [...linksOf(text), ...formsOf(text)]
		.filter((link) => link.startsWith('/'))
		.map((link) => new URL(link, address).href.replace(/#.*/, ''));
}

describe('raw downloads', { concurrency: 2, skip }, () => {
	const directory = mkdtempSync(join(tmpdir(), 'tartan-raw-'));
	let server;
	let browser;
	let lender;

	before(async () => {
		server = await startServer('serve', ...buildAll(directory));
		browser = await openBrowser();
		lender = new Pages(await browser.newContext({ bypassCSP: true }), server.url);
	});
	after(async () => {
		await browser?.close();
		await server?.stop();
		rmSync(directory, { recursive: true, force: true });
	});

	const finePages = async (name) =>
		(await pagesOf(server.url, name)).filter(({ status }) => status === 200);

	for (const name of [...Object.keys(FOLDERS), TOGETHER]) {
		it(`${name}: a journey`, async () => {
			const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
			const page = await context.newPage();
			const seen = watch(page, server.url);
			await journey(page, server.url, name, FOLDERS[name] ?? FOLDERS['cyp-2019']);
			assertQuiet(seen, name);
			await context.close();
		});

		it(`${name}: every link of its pages`, async () => {
			const kinds = await finePages(name);
			const found = await Promise.all(kinds.map(({ address }) => visit(address)));
			for (const address of new Set(found.flat())) await visit(address);
		});
	}

	// Together they make no other kinds of page.
	for (const name of Object.keys(FOLDERS))
		it(`${name}: every kind of page`, () =>
			lender.lend(async (page) => {
				for (const { name: kind, address } of await finePages(name)) {
					await page.setViewportSize(PHONE);
					const response = await page.goto(address);
					assert.equal(response.status(), 200, address);
					await assertValid(await response.text(), `${name}, ${kind}`);
					await assertFits(page);
					await page.setViewportSize(DESKTOP);
					await assertAccessible(page);
				}
			}));
});
