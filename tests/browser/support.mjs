// What every browser test needs: the server's address, a browser, and the two judges of a
// page, axe (accessibility) and html-validate (markup).

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** The address of the server under test, without a slash at its end. */
export const url = process.env.TARTAN_URL;

/** The widths at which every page kind is looked at. */
export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };

/** Debian's Chromium; the caller closes it. */
export function openBrowser() {
	return chromium.launch({
		executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
		args: [
			'--headless',
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	});
}

/** Fails with the first findings when there are any. */
function assertNone(found, where) {
	const shown = found.slice(0, 20).join('\n');
	assert.ok(!found.length, `${found.length} findings on ${where}:\n${shown}`);
}

// The whole of WCAG 2.2 A and AA, and axe's own best practices. Rules that are new in 2.2
// have to be asked for. Style sheets need not be fetched once more.
const ALL = {
	resultTypes: ['violations'],
	preload: false,
	rules: { 'target-size': { enabled: true } },
};
// What the width of the window can change. Half of axe's time goes into contrasts, which
// it cannot.
const SIZES = { ...ALL, rules: { ...ALL.rules, 'color-contrast': { enabled: false } } };
// What colours forced by the reader can change.
const COLOURS = { ...ALL, runOnly: ['color-contrast', 'link-in-text-block'], rules: {} };

async function judge(page, options, how) {
	const { violations } = await page.evaluate((o) => globalThis.axe.run(o), options);
	const told = violations.map(
		({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.map((n) => n.html).join('\n    ')}`,
	);
	assertNone(told, `${page.url()}${how}`);
}

/**
 * Fails unless axe finds no breach of WCAG 2.2 A and AA, nor of its own best practices, in
 * the page as it stands. The page's policy forbids scripts that are not its own, so axe
 * comes in through the browser's debugger: open the page in a context with
 * `bypassCSP: true`.
 */
export async function assertAccessible(page) {
	await page.evaluate(axeSource);
	await judge(page, ALL, '');
}

/** The same on a desk, in colours that the reader forces upon the page, and on a phone. */
export async function assertAccessibleToAll(page) {
	await page.setViewportSize(DESKTOP);
	await assertAccessible(page);
	await page.emulateMedia({ forcedColors: 'active' });
	await judge(page, COLOURS, ' in forced colours');
	await page.emulateMedia({ forcedColors: null });
	await page.setViewportSize(PHONE);
	await judge(page, SIZES, ' on a phone');
}

/** Fails when the page itself, not a region of it, has to be scrolled sideways. */
export async function assertFits(page) {
	const [content, window] = await page.evaluate(() => [
		document.documentElement.scrollWidth,
		document.documentElement.clientWidth,
	]);
	assert.ok(content <= window, `${page.url()} is ${content} pixels wide in ${window}`);
}

/**
 * Collects what no page may do: ask for a script or for anything of another host, complain
 * in the console (as a breach of the page's policy does), fail to load something.
 */
export function watch(page, server) {
	const seen = [];
	page.on('pageerror', (error) => seen.push(`error: ${error.message}`));
	page.on('requestfailed', (request) => {
		// A download ends the navigation that began it.
		if (request.failure()?.errorText !== 'net::ERR_ABORTED') seen.push(`failed: ${request.url()}`);
	});
	page.on('request', (request) => {
		if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(`${server}/`))
			seen.push(`another host: ${request.url()}`);
		if (request.resourceType() === 'script') seen.push(`a script: ${request.url()}`);
	});
	page.on('console', (message) => {
		// Chromium's note that a page is one of our pages of status 404 or 400.
		const itself = message.location().url === page.url() && / status of 40[04]/.test(message.text());
		if (!itself) seen.push(`console: ${message.text()}`);
	});
	return seen;
}

/**
 * Pages to lend, one after the other, to tests that run side by side: opening a page costs
 * more than most looks at one. A page comes back as it went, or not at all.
 */
export class Pages {
	#context;
	#server;
	#free = [];

	constructor(context, server) {
		this.#context = context;
		this.#server = server;
	}

	async #open() {
		const page = await this.#context.newPage();
		return { page, seen: watch(page, this.#server) };
	}

	/** Calls `work` with a page and the list of what it must not have done. */
	async lend(work) {
		const lent = this.#free.pop() ?? (await this.#open());
		lent.seen.length = 0;
		await work(lent.page, lent.seen);
		await lent.page.emulateMedia({ media: null, forcedColors: null });
		this.#free.push(lent);
	}
}

/** Fails when something was seen. */
export function assertQuiet(seen, where) {
	assertNone(seen, where);
}

const validator = new HtmlValidate({
	extends: ['html-validate:recommended'],
	rules: {
		// Ours are written by a program: how they are laid out is nobody's concern.
		'no-trailing-whitespace': 'off',
		// A title says what the page shows, and the names of indicators are long.
		'long-title': 'off',
		// What is served here comes from here.
		'require-sri': 'off',
		// Boxes of one question share its name, as forms have always sent them.
		'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
	},
});

/** Fails unless the text is valid HTML. */
export async function assertValid(html, name) {
	const report = await validator.validateString(html);
	const told = report.results.flatMap(({ messages }) =>
		messages.map((m) => `${name}:${m.line}:${m.column}: ${m.ruleId}: ${m.message}`),
	);
	assertNone(told, name);
}
