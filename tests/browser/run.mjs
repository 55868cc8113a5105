// Runs the browser tests against a server of its own.
//
//   node tests/browser/run.mjs [FILE...]
//
// Starts `build/tartan demo` (or the program named by TARTAN) on a free port, waits until
// it answers, runs every *.test.mjs here with Node's test runner and stops the server. With
// TARTAN_URL set it tests what runs there instead. The last line is "N passed, N failed".

import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { program, startServer } from './server.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** Runs Node's test runner; resolves to its counts. */
function runTests(files, url) {
	return new Promise((settle) => {
		// Two files at a time: some wait for the browser, some for nothing but themselves.
		const options = ['--test', '--test-reporter=tap', '--test-concurrency=2'];
		const child = spawn(process.execPath, [...options, ...files], {
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

	if (!existsSync(program)) {
		console.log(`there is no '${program}', want \`make build\` first`);
		return { passed: 0, failed: 1 };
	}
	const server = await startServer('demo');
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
