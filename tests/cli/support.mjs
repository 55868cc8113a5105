// What the tests of the command line need: the program, a place to work in, a server.

import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const PATIENCE_MS = 30_000;

/** The program under test: `build/tartan`, or the one that TARTAN names. */
export const program = resolve(process.env.TARTAN ?? join(here, '../../build/tartan'));

// Colour belongs on a terminal only; none is wanted here at all.
const environment = () => ({ ...process.env, NO_COLOR: '1' });

/** An empty directory that is removed when the test is over. */
export function emptyDirectory(test) {
	const directory = mkdtempSync(join(tmpdir(), 'tartan-cli-'));
	test.after(() => rmSync(directory, { recursive: true, force: true }));
	return directory;
}

/** Runs the program to its end. */
export function run(words, options = {}) {
	const { status, signal, stdout, stderr } = spawnSync(program, words, {
		encoding: 'utf8',
		env: environment(),
		...options,
	});
	return { status, signal, stdout, stderr };
}

const HEADER =
	'Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,' +
	'Age,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Count,Denominator,' +
	'Compared to England value or percentiles\n';

/** Rows of one proportion with Wilson's limits: England, a region, some counties. */
export function figures({ indicator = 1, count = 80 } = {}) {
	const rows = [
		[',', 'E92000001,England,England', '33.46,46.92,80,200', 40, 'Not compared'],
		['E92000001,England', 'E12000004,East Midlands,Region', '33.46,46.92,80,200', 40, 'Similar'],
		['E12000004,East Midlands', 'E10000018,Leicestershire,County & UA', '28.73,41.84,70,200', 35, 'Similar'],
		['E12000004,East Midlands', 'E06000017,Rutland,County & UA', `,,${count},200`, count / 2, ''],
	];
	const lines = rows.map(([parent, area, rest, value, word]) => {
		return `${indicator},A proportion,${parent},${area},Persons,5-16 yrs,2015,${value},${rest},${word}`;
	});
	return `${HEADER}${lines.join('\n')}\n`;
}

/** Writes files, given by their paths, below a directory; resolves to its path. */
export function writeFolder(directory, files) {
	for (const [name, text] of Object.entries(files)) {
		const path = join(directory, name);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
	}
	return directory;
}

/** Builds a release of one indicator in a directory; settings are lines of tartan.yaml. */
export function release(directory, name, settings = [], count = 80) {
	writeFolder(directory, {
		[`${name}-source/figures.csv`]: figures({ count }),
		[`${name}-source/tartan.yaml`]: `${['title: Minds', ...settings].join('\n')}\n`,
	});
	const path = join(directory, `${name}.tartan`);
	const { status, stderr } = run(['build', join(directory, `${name}-source`), '-o', path]);
	if (status !== 0) throw new Error(stderr);
	return path;
}

/**
 * Starts `tartan serve` on any free port. `ready` resolves when it has told its address, which
 * is `url` then; `stop` sends SIGTERM and resolves to how it ended; `says` waits until a text
 * stands in what it wrote to stderr. The last of the words may be an object: what to change in
 * the environment.
 */
export function start(test, ...words) {
	const more = typeof words.at(-1) === 'object' ? words.pop() : {};
	const child = spawn(program, ['serve', '--port', '0', ...words], {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...environment(), ...more },
	});
	const said = { stdout: '', stderr: '' };
	child.stdout.setEncoding('utf8').on('data', (text) => (said.stdout += text));
	child.stderr.setEncoding('utf8').on('data', (text) => (said.stderr += text));
	const ended = new Promise((settle) => {
		child.once('close', (status, signal) => settle({ status, signal, ...said }));
	});
	test.after(() => child.kill('SIGKILL'));

	async function until(what, holds) {
		const begun = Date.now();
		while (!holds()) {
			if (child.exitCode !== null || Date.now() - begun > PATIENCE_MS)
				throw new Error(`no ${what}; the server said:\n${said.stderr}`);
			await sleep(20);
		}
	}
	const server = {
		pid: child.pid,
		said,
		says: (text) => until(`'${text}'`, () => said.stderr.includes(text)),
		stop: (signal = 'SIGTERM') => (child.kill(signal), ended),
	};
	server.ready = until('address', () => said.stdout.includes('\n')).then(() => {
		server.url = new URL(said.stdout.trim());
		return server;
	});
	// Whoever stops it before does not wait for it.
	server.ready.catch(() => {});
	return server;
}

/** The same, once it is ready. */
export const serve = (test, ...words) => start(test, ...words).ready;

/** One request on a connection of its own; the body stays as it was sent. */
export function ask(url, path, { method = 'GET', headers = {} } = {}) {
	return new Promise((settle, refuse) => {
		const request = http.request(
			{ host: url.hostname, port: url.port, path, method, headers, agent: false },
			(response) => {
				const parts = [];
				response.on('data', (part) => parts.push(part));
				response.on('end', () =>
					settle({
						status: response.statusCode,
						headers: response.headers,
						body: Buffer.concat(parts),
					}),
				);
			},
		);
		request.once('error', refuse);
		request.end();
	});
}
