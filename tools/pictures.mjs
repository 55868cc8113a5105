#!/usr/bin/env node
// Takes the pictures that the documents show, from a running server.
//
//   build/tartan demo --port 8017 &
//   node tools/pictures.mjs http://127.0.0.1:8017
//
// docs/pictures/overview.png: the top of the rug of a domain in a window 1280 pixels wide.

import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const PICTURES = [
	{
		name: 'overview.png',
		path: '/made-up-england/overview?domain=protective-factors',
		window: { width: 1280, height: 1060 },
	},
];
// A picture in a document is loaded by everybody who reads it.
const LARGEST = 200_000;

const folder = join(dirname(fileURLToPath(import.meta.url)), '../docs/pictures');

async function take(browser, server, { name, path, window }) {
	const page = await browser.newPage({ viewport: window });
	const response = await page.goto(server + path);
	if (!response.ok()) throw new Error(`${server}${path} answers ${response.status()}`);
	const file = join(folder, name);
	await page.screenshot({ path: file });
	await page.close();
	const { size } = statSync(file);
	if (size > LARGEST) throw new Error(`${name} has ${size} bytes, want at most ${LARGEST}`);
	console.log(`docs/pictures/${name}: ${window.width} x ${window.height}, ${size} bytes`);
}

async function main([server]) {
	if (!server) throw new Error('usage: node tools/pictures.mjs http://ADDRESS:PORT');
	const browser = await chromium.launch({
		executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
		args: ['--no-sandbox', '--disable-gpu'],
	});
	try {
		mkdirSync(folder, { recursive: true });
		for (const picture of PICTURES) await take(browser, server.replace(/\/$/, ''), picture);
	} finally {
		await browser.close();
	}
}

await main(process.argv.slice(2)).catch((error) => {
	console.error(`pictures: ${error.message}`);
	process.exitCode = 1;
});
