// Follows the links and the forms of the demo's profiles, and of a national profile of which
// most domains wait for their figures: each address answers 200 with a page, a chart or a
// table that is whole.
//
// The addresses of a profile are every combination of indicator, sex, age, area, period and
// so on: far too many. One is asked for when something about it is new: its page with one
// value of a parameter or with that set of parameters, and where it is a link, with an
// indicator's variant or area type. Of areas, parents, periods, orders and sets, the first
// few are enough. Pages are read in waves, so that the choice does not depend on which
// answer comes first.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { PROFILES } from './pages.mjs';
import { elementText, formsOf, linksOf, readFigures } from './read.mjs';
import { program, startServer } from './server.mjs';
import { openBrowser, url } from './support.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const DOWNLOADS = join(root, '../shared/data/fingertips/cyp-2019');

const AT_ONCE = 8;
const SAMPLED = ['area', 'parent', 'period', 'sort'];
const FEW = 8;
// Parts of a profile that hold nothing but what its indicators hold, read on their own.
const LARGE = /\/download\.csv\?(domain|type)=/;
const MADE_UP = 'made-up-england';

/** Of these addresses, those of this server, as paths without fragments. */
function pathsOf(addresses, where) {
	const paths = [];
	for (const address of addresses) {
		if (/^(mailto|https?):/.test(address)) continue;
		const path = address.replace(/#.*/, '');
		if (path === '') continue;
		assert.ok(path.startsWith('/'), `'${address}' in ${where} is no path from the root`);
		paths.push(path);
	}
	return paths;
}

/** Every page says where it is, and whether its figures are made up. */
function assertPage(html, address) {
	assert.ok(elementText(html, 'title'), `${address} has no title`);
	assert.ok(elementText(html, 'h1'), `${address} has no heading`);
	assert.ok(elementText(html, 'footer'), `${address} has no end`);
	assert.doesNotMatch(html, /\b(nan|-?inf|undefined|\(null\))\b/i, address);
	if (address.startsWith(`/${MADE_UP}/`))
		assert.match(elementText(html, 'aside'), /figures are made up/, address);
}

/** What comes first of a long answer; the rest is declined. */
async function beginning(response) {
	const reader = response.body.getReader();
	const { value } = await reader.read();
	await reader.cancel();
	return new TextDecoder().decode(value);
}

class Crawl {
	constructor(server) {
		this.server = server;
	}

	seen = new Set();
	known = new Set();
	samples = new Map();
	count = { html: 0, svg: 0, csv: 0, json: 0, asset: 0 };
	rows = new Map();
	charts = [];
	faults = [];

	/** Among the first few of its kind. */
	sampled(kind, value) {
		if (!this.samples.has(kind)) this.samples.set(kind, new Set());
		const values = this.samples.get(kind);
		if (values.size < FEW) values.add(value);
		return values.has(value);
	}

	/** What an address shows; where it shows something new, it is worth a look. */
	*traits(address, isLink) {
		const [path, query] = address.split('?');
		const asked = new URLSearchParams(query);
		const told = (...names) => names.map((name) => asked.get(name) ?? '').join(' ');
		const names = [...asked.keys()].join();

		if (this.sampled(path, names)) yield `${path} with ${names}`;
		for (const [name, value] of asked)
			if (!SAMPLED.includes(name) || this.sampled(`${path} ${name}`, value))
				yield `${path} ${name}=${value}`;
		// Definitions and downloads only keep the state for the next page.
		if (!isLink || !/(compare|trends|why)(\.\w+)?$/.test(path)) return;
		yield `${path} of ${told('indicator', 'sex', 'age', 'category')}`;
		yield `${path} for ${told('indicator', 'type')}`;
	}

	/** Of these addresses, those worth asking for. */
	choose(addresses, isLink) {
		const chosen = [];
		for (const address of addresses) {
			if (this.seen.has(address)) continue;
			this.seen.add(address);
			const before = this.known.size;
			for (const trait of this.traits(address, isLink)) this.known.add(trait);
			if (this.known.size > before) chosen.push(address);
		}
		return chosen;
	}

	/** Reads one answer; the addresses it leads to, by its links and by its forms. */
	async visit(address) {
		const response = await fetch(this.server + address);
		const text = LARGE.test(address) ? await beginning(response) : await response.text();
		const type = response.headers.get('content-type') ?? '';
		assert.equal(response.status, 200, address);
		// A form leads to the address of what it asks for, in which nothing is left of it.
		assert.equal(response.redirected, /[?&]form=/.test(address), address);
		assert.doesNotMatch(response.url, /[?&]form=/);
		if (address.startsWith('/assets/')) {
			this.count.asset++;
			assert.match(response.headers.get('cache-control'), /immutable/, address);
		} else if (type.startsWith('text/html')) {
			this.count.html++;
			assertPage(text, address);
			return [linksOf(text), formsOf(text)].map((all) => pathsOf(all, address));
		} else if (type.startsWith('image/svg')) {
			this.count.svg++;
			this.charts.push([address, text]);
		} else if (type.startsWith('text/csv')) {
			this.count.csv++;
			if (!LARGE.test(address)) this.rows.set(address, readFigures(text, address, false));
			assert.match(response.headers.get('content-disposition'), /^attachment; filename=/);
		} else if (type === 'application/json') {
			this.count.json++;
			assert.ok(JSON.parse(text).numbers, address);
		} else assert.fail(`${address} is '${type}'`);
		return [[], []];
	}

	async run(start) {
		for (let wave = [start]; wave.length; ) {
			const led = new Array(wave.length);
			let next = 0;
			const work = async () => {
				for (let i = next++; i < wave.length; i = next++)
					led[i] = await this.visit(wave[i]).catch((error) => {
						this.faults.push(error.message);
						return [[], []];
					});
			};
			await Promise.all(Array.from({ length: AT_ONCE }, work));
			wave = [
				...this.choose(led.flatMap(([links]) => links), true),
				...this.choose(led.flatMap(([, forms]) => forms), false),
			];
		}
	}
}

/** In the browser, which has a true XML parser: what is wrong with these charts. */
function faultsOfCharts(charts) {
	const faults = [];
	for (const [address, text] of charts) {
		const chart = new DOMParser().parseFromString(text, 'image/svg+xml');
		const root = chart.documentElement;
		const told = (name) => root.querySelector(`:scope > ${name}`)?.textContent;
		if (chart.querySelector('parsererror')) faults.push(`${address} is no XML`);
		else if (root.localName !== 'svg') faults.push(`${address} is a ${root.localName}`);
		else if (!told('title') || !told('desc')) faults.push(`${address} does not say what it shows`);
		else if (/\b(nan|inf)\b/i.test(text)) faults.push(`${address} holds what is no number`);
		else if (address.startsWith('/made-up-england/') && !root.textContent.includes('made up'))
			faults.push(`${address} does not say that it is made up`);
	}
	return faults;
}

describe('every link', { concurrency: 1 }, () => {
	const crawl = new Crawl(url);
	let browser;

	before(async () => {
		browser = await openBrowser();
		await crawl.run('/');
	});
	after(() => browser.close());

	it('answers 200 with what it promises', (t) => {
		const { html, svg, csv, asset } = crawl.count;
		t.diagnostic(`${html} pages, ${svg} charts, ${csv} tables, ${asset} assets`);
		assert.deepEqual(crawl.faults.slice(0, 20), [], `${crawl.faults.length} faults`);
		assert.ok(html > 1000 && svg > 100 && csv > 100 && asset >= 2);
	});

	it('to a chart is XML with a title and a description', async () => {
		const page = await browser.newPage();
		for (let at = 0; at < crawl.charts.length; at += 100)
			assert.deepEqual(await page.evaluate(faultsOfCharts, crawl.charts.slice(at, at + 100)), []);
	});

	for (const profile of PROFILES)
		it(`to the indicators of ${profile} adds up to the whole`, () => {
			const whole = `/${profile}/download.csv`;
			const parts = [...crawl.rows].filter(([path]) => path.startsWith(`${whole}?indicator=`));
			const sum = parts.reduce((total, [, rows]) => total + rows, 0);
			assert.ok(crawl.rows.get(whole) > 300);
			assert.equal(sum, crawl.rows.get(whole));
		});
});

/** The national profile's layout in a folder with figures: real ones where they are. */
function layOut(folder) {
	cpSync(join(root, 'examples/cyp-mental-health'), folder, { recursive: true });
	if (existsSync(DOWNLOADS)) {
		for (const name of readdirSync(DOWNLOADS)) cpSync(join(DOWNLOADS, name), join(folder, name));
		return;
	}
	const made = join(folder, '..', 'made-up');
	execFileSync(program, ['simulate', '--figures', '20000', made], { stdio: 'pipe' });
	for (const name of readdirSync(made).filter((one) => one.endsWith('.csv')))
		cpSync(join(made, name), join(folder, name));
}

describe('every link of a profile with empty domains', { concurrency: 1 }, () => {
	const directory = mkdtempSync(join(tmpdir(), 'tartan-links-'));
	let server;
	let crawl;

	before(async () => {
		const folder = join(directory, 'profile');
		layOut(folder);
		server = await startServer('serve', folder);
		crawl = new Crawl(server.url);
		await crawl.run('/');
	});
	after(async () => {
		await server?.stop();
		rmSync(directory, { recursive: true, force: true });
	});

	it('answers 200 with what it promises', (t) => {
		const { html, svg, csv } = crawl.count;
		t.diagnostic(`${html} pages, ${svg} charts, ${csv} tables`);
		assert.deepEqual(crawl.faults.slice(0, 20), [], `${crawl.faults.length} faults`);
		assert.ok(html > 100 && svg > 20 && csv > 20);
	});

	it('leads to no domain without figures, and says that it has none', async () => {
		const home = await (await fetch(server.url)).text();
		assert.match(home, /<h3[^>]*>Finance<\/h3>/);
		assert.ok(elementText(home, 'main').includes('No figures yet.'));
		for (const address of crawl.seen) assert.doesNotMatch(address, /domain=finance/);
	});
});
