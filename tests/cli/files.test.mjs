// What people and other programs do to files while tartan uses them.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	readFileSync,
	readdirSync,
	renameSync,
	truncateSync,
	unlinkSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, emptyDirectory, figures, program, release, run, serve, start } from './support.mjs';

const QUESTION = '/minds/compare.csv?indicator=1';

/** Rutland's count, as the server tells it; each address is asked for the first time. */
async function rutland(server, question = `${QUESTION}&x=${Math.random()}`) {
	const { status, body } = await ask(server.url, question);
	assert.equal(status, 200);
	return /Rutland.*?,(\d+),200,/.exec(body.toString())?.[1];
}

/** A made-up source folder that takes a while to build, and its one file of figures. */
function longFolder(directory) {
	const source = join(directory, 'long');
	assert.equal(run(['simulate', '--one-file', '--figures', '150000', source]).status, 0);
	return { source, figures: join(source, 'figures.csv') };
}

/** The process that a server builds a folder in, once it has begun. */
async function builder(server) {
	const path = `/proc/${server.pid}/task/${server.pid}/children`;
	for (;;) {
		const children = readFileSync(path, 'utf8').trim();
		if (children) return Number(children);
		await sleep(1);
	}
}

test('the demo writes into no directory that holds anything', (t) => {
	const directory = emptyDirectory(t);
	writeFileSync(join(directory, 'mine.txt'), 'keep me');
	const { status, stderr } = run(['demo', directory, '--port', '0']);
	assert.equal(status, 1);
	assert.match(stderr, /holds files already, want a new or empty directory/);
	assert.deepEqual(readdirSync(directory), ['mine.txt']);
});

test('a table makes a source folder of a directory that holds a release too', async (t) => {
	const directory = emptyDirectory(t);
	const folder = join(directory, 'mixed');
	mkdirSync(folder);
	writeFileSync(join(folder, 'MINE.CSV'), figures({ indicator: 7 }));
	renameSync(release(directory, 'old'), join(folder, 'old.tartan'));
	const server = await serve(t, folder);
	assert.equal((await ask(server.url, '/mixed/compare.csv?indicator=7')).status, 200);
});

test('a release that is cut off in place is served on', async (t) => {
	const path = release(emptyDirectory(t), 'x');
	const server = await serve(t, path);
	truncateSync(path, 0);
	for (const page of ['/', '/minds/', '/minds/compare', '/minds/overview', '/minds/area'])
		assert.equal((await ask(server.url, page)).status, 200, page);
	assert.equal(await rutland(server), '80');
	await server.says('not a release: it does not begin as one; what was served before stays');
	assert.equal(await rutland(server), '80');
	assert.equal((await server.stop()).status, 0);
});

test('a release that is written over in place is served as it was, then as it is', async (t) => {
	const directory = emptyDirectory(t);
	const path = release(directory, 'x');
	const other = readFileSync(release(directory, 'other', [], 90));
	const server = await serve(t, path);
	writeFileSync(path, other, { flag: 'r+' });
	assert.equal(await rutland(server), '80');
	await server.says('serving the new figures');
	assert.equal(await rutland(server), '90');
});

// As rsync --inplace leaves it half-way: of the right length, its head new, its figures old.
test('a release that is written only in part is refused until it is whole', async (t) => {
	const directory = emptyDirectory(t);
	const path = release(directory, 'x');
	const other = readFileSync(release(directory, 'other', [], 90));
	const half = Buffer.from(readFileSync(path));
	assert.equal(half.length, other.length);
	other.copy(half, 0, 0, other.length - 64);
	const server = await serve(t, path);
	writeFileSync(path, half, { flag: 'r+' });
	await server.says('do not match their checksum; what was served before stays');
	assert.equal(await rutland(server), '80');
	writeFileSync(path, other, { flag: 'r+' });
	await server.says('serving the new figures');
	assert.equal(await rutland(server), '90');
});

test('a release of a directory that is cut off stays, others come and go', async (t) => {
	const directory = emptyDirectory(t);
	const shelf = join(directory, 'releases');
	mkdirSync(shelf);
	const move = (name, date, count) =>
		renameSync(release(directory, name, [`published: ${date}`], count), join(shelf, `${name}.tartan`));
	move('old', '2017-01-01', 70);
	move('new', '2018-01-01', 80);
	const server = await serve(t, shelf);
	assert.equal(await rutland(server), '80');
	truncateSync(join(shelf, 'new.tartan'), 100);
	await server.says('what was served before stays');
	assert.equal(await rutland(server), '80');
	move('newest', '2019-01-01', 90);
	await server.says('serving the new figures');
	while ((await rutland(server)) !== '90') await sleep(50);
});

test('a source that is cut off while it is read ends the build, which leaves nothing', async (t) => {
	const directory = emptyDirectory(t);
	const { source, figures } = longFolder(directory);
	const bytes = readFileSync(figures);
	const output = join(directory, 'x.tartan');
	for (let wait = 0; wait < 300; wait += 40) {
		writeFileSync(figures, bytes);
		const child = spawn(program, ['build', source, '-o', output]);
		let stderr = '';
		child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
		const ended = new Promise((settle) => child.once('close', (...how) => settle(how)));
		await sleep(wait);
		truncateSync(figures, 1000);
		const [status, signal] = await ended;
		assert.equal(signal, null, `after ${wait} ms`);
		if (status === 3) assert.match(stderr, /figures\.csv' changed while it was read\n/);
		else if (status === 1) assert.match(stderr, /fault/);
		else assert.equal(status, 0, stderr);
		assert.equal(existsSync(output), status === 0);
		assert.deepEqual(readdirSync(directory).sort(), status === 0 ? ['long', 'x.tartan'] : ['long']);
		if (status === 0) break;
	}
});

test('a build that is killed leaves nothing, at whatever moment', async (t) => {
	const directory = emptyDirectory(t);
	const { source } = longFolder(directory);
	const output = join(directory, 'x.tartan');
	for (const signal of ['SIGTERM', 'SIGKILL'])
		for (let wait = 0; wait < 400; wait += 80) {
			const child = spawn(program, ['build', '--quiet', source, '-o', output]);
			const ended = new Promise((settle) => child.once('close', settle));
			await sleep(wait);
			child.kill(signal);
			await ended;
			assert.deepEqual(readdirSync(directory).filter((name) => name !== 'x.tartan'), ['long']);
			if (!existsSync(output)) continue;
			assert.equal(run(['check', output]).status, 0);
			unlinkSync(output);
		}
});

test('a release beyond the limit on files is not written, and nothing is left', (t) => {
	const directory = emptyDirectory(t);
	const path = release(directory, 'x');
	const before = readFileSync(path);
	const limited = (words) =>
		spawnSync('sh', ['-c', `ulimit -f 1; exec "$0" ${words}`, program, directory], { encoding: 'utf8' });
	for (const name of ['x', 'new']) {
		const { status, signal, stderr } = limited(`build "$1/x-source" -o "$1/${name}.tartan"`);
		assert.equal(signal, null);
		assert.equal(status, 3);
		assert.match(stderr, /^tartan build: cannot write '.*\.tartan': File too large$/m);
	}
	const { status, stderr } = limited('simulate "$1/made-up"');
	assert.equal(status, 3);
	assert.match(stderr, /^tartan simulate: cannot write '.*': File too large$/m);
	assert.deepEqual(readdirSync(directory).sort(), ['made-up', 'x-source', 'x.tartan']);
	assert.deepEqual(readdirSync(join(directory, 'made-up')), []);
	assert.ok(readFileSync(path).equals(before));
});

/** Runs the program where TMPDIR has no more than 64 KiB; undefined where that cannot be had. */
function withLittleRoom(directory, words) {
	const script = 'mount -t tmpfs -o size=64k none "$TMPDIR" 2>/dev/null || exit 99; exec "$@"';
	const { status, stderr } = spawnSync('unshare', ['-m', 'sh', '-c', script, 'sh', program, ...words], {
		encoding: 'utf8',
		env: { ...process.env, TMPDIR: directory },
	});
	return status === null || status === 99 || stderr.includes('unshare:') ? undefined : { status, stderr };
}

test('a full directory for temporary files is named, with what to do', (t) => {
	const directory = emptyDirectory(t);
	const { source } = longFolder(directory);
	const room = join(directory, 'room');
	mkdirSync(room);
	const told = withLittleRoom(room, ['show', '--in', source, '1']);
	if (!told) return t.skip('no file system can be mounted here');
	assert.equal(told.status, 3, told.stderr);
	const where = `cannot write a temporary file in '${room}': No space left on device; TMPDIR may name another directory`;
	assert.ok(told.stderr.includes(where), told.stderr);
	assert.doesNotMatch(told.stderr, /dev.fd/);
});

test('a server outlives what it builds with', async (t) => {
	const directory = emptyDirectory(t);
	const { source, figures } = longFolder(directory);
	const server = await serve(t, source);
	const before = (await ask(server.url, '/')).body.toString();
	writeFileSync(figures, readFileSync(figures));
	process.kill(await builder(server), 'SIGKILL');
	await server.says('the build ended with signal 9');
	await server.says('what was served before stays');
	truncateSync(figures, 0);
	await server.says(`cannot build '${source}'; what was served before stays`);
	assert.equal((await ask(server.url, '/')).body.toString(), before);
	assert.equal((await server.stop()).status, 0);
});

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'])
	test(`${signal} ends a server also while it builds, first and later`, async (t) => {
		const directory = emptyDirectory(t);
		const scratch = join(directory, 'scratch');
		mkdirSync(scratch);
		const { source, figures } = longFolder(directory);
		for (const later of [false, true]) {
			const server = start(t, source, { TMPDIR: scratch });
			if (later) {
				await server.ready;
				writeFileSync(figures, readFileSync(figures));
			}
			const child = await builder(server);
			const { status, signal: by, stderr } = await server.stop(signal);
			assert.equal(by, null);
			assert.equal(status, 0, stderr);
			assert.match(stderr, /tartan serve: stopping\n$/);
			assert.throws(() => process.kill(child, 0), { code: 'ESRCH' });
			assert.deepEqual(readdirSync(scratch), []);
		}
	});

test('a demonstration that is ended removes its examples, at whatever moment', async (t) => {
	const scratch = emptyDirectory(t);
	for (let wait = 50; wait <= 1250; wait += 300) {
		const child = spawn(program, ['demo', '--port', '0'], { env: { ...process.env, TMPDIR: scratch } });
		const ended = new Promise((settle) => child.once('close', (...how) => settle(how)));
		await sleep(wait);
		child.kill('SIGTERM');
		const [status, signal] = await ended;
		assert.ok(status === 0 || signal === 'SIGTERM', `after ${wait} ms: ${status}`);
		assert.deepEqual(readdirSync(scratch), []);
	}
});

test('a server under nohup goes on without its terminal', async (t) => {
	const path = release(emptyDirectory(t), 'x');
	const child = spawn('nohup', [program, 'serve', '--port', '0', path]);
	t.after(() => child.kill('SIGKILL'));
	const ended = new Promise((settle) => child.once('close', (...how) => settle(how)));
	const url = await new Promise((settle) =>
		child.stdout.once('data', (text) => settle(new URL(text.toString().trim()))),
	);
	child.kill('SIGHUP');
	await sleep(600);
	assert.equal((await ask(url, '/')).status, 200);
	child.kill('SIGTERM');
	assert.deepEqual(await ended, [0, null]);
});
