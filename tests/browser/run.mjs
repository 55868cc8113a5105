// Runs the browser tests against a server of its own.
//
//   node tests/browser/run.mjs [FILE...]
//
// Starts `build/tartan demo` (or the program named by TARTAN) on a free port, waits until
// it answers, runs every *.test.mjs here with Node's test runner and stops the server. With
// TARTAN_URL set it tests what runs there instead. The last line is "N passed, N failed".

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const PATIENCE_MS = 60_000;

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

/** Starts the program in an empty directory; resolves when it answers. */
async function startServer(program) {
	const port = await freePort();
	const directory = mkdtempSync(join(tmpdir(), 'tartan-browser-'));
	const child = spawn(program, ['demo', '--port', String(port)], {
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
	for (const start = Date.now(); Date.now() - start < PATIENCE_MS; await sleep(100)) {
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

/** Runs Node's test runner; resolves to its counts. */
function runTests(files, url) {
	return new Promise((settle) => {
		const child = spawn(process.execPath, ['--test', '--test-reporter=tap', ...files], {
			env: { ...process.env, TARTAN_URL: url },
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		let output = '';
		child.stdout.on('data', (data) => {
			output += data;
			process.stdout.write(data);
		});
		child.once('close', (status) => {
			const count = (name) =>
				Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
			const failed = count('fail') + count('cancelled');
			settle({ passed: count('pass'), failed: failed || Number(status !== 0) });
		});
	});
}

async function main(names) {
	const files = names.length
		? names.map((name) => resolve(name))
		: readdirSync(here)
				.filter((name) => name.endsWith('.test.mjs'))
				.sort()
				.map((name) => join(here, name));
	if (!files.length) return { passed: 0, failed: 0 };
	if (process.env.TARTAN_URL) return runTests(files, process.env.TARTAN_URL);

	const program = resolve(process.env.TARTAN ?? join(here, '../../build/tartan'));
	if (!existsSync(program)) {
		console.log(`there is no '${program}', want \`make build\` first`);
		return { passed: 0, failed: 1 };
	}
	const server = await startServer(program);
	try {
		return await runTests(files, server.url);
	} finally {
		await server.stop();
	}
}

const { passed, failed } = await main(process.argv.slice(2)).catch((error) => {
	console.log(error.message);
	return { passed: 0, failed: 1 };
});
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
