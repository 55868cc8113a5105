// A server of the program under test, on a free port, for as long as a test needs it.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const PATIENCE_MS = 60_000;

/** The program under test: `build/tartan`, or the one that TARTAN names. */
export const program = resolve(process.env.TARTAN ?? join(here, '../../build/tartan'));

function freePort() {
	return new Promise((settle, refuse) => {
		const server = createServer();
		server.once('error', refuse);
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address();
			server.close(() => settle(port));
		});
	});
}

/**
 * Starts the program ('demo', or 'serve' with paths) in an empty directory; resolves when
 * it answers, to its address without a slash at the end and what stops it.
 */
export async function startServer(...words) {
	const port = await freePort();
	const directory = mkdtempSync(join(tmpdir(), 'tartan-browser-'));
	const child = spawn(program, [...words, '--port', String(port)], {
		cwd: directory,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let said = '';
	let ended = false;
	child.stdout.on('data', (data) => (said += data));
	child.stderr.on('data', (data) => (said += data));
	const gone = new Promise((settle) => child.once('close', settle));
	child.once('error', (error) => (said += error.message));
	gone.then(() => (ended = true));

	const stop = async () => {
		child.kill('SIGTERM');
		await Promise.race([gone, sleep(5000)]);
		if (!ended) child.kill('SIGKILL');
		rmSync(directory, { recursive: true, force: true });
	};
	const url = `http://127.0.0.1:${port}`;
	for (const start = Date.now(); Date.now() - start < PATIENCE_MS; await sleep(50)) {
		if (ended) break;
		try {
			if ((await fetch(url)).ok) return { url, stop };
		} catch {
			// Not listening yet.
		}
	}
	await stop();
	throw new Error(`the server did not answer at ${url}; it said:\n${said}`);
}
