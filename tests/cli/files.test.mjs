// What people and other programs do to files while tartan uses them.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ask, emptyDirectory, release, serve } from './support.mjs';

const QUESTION = '/minds/compare.csv?indicator=1';

/** Rutland's count, as the server tells it; each address is asked for the first time. */
async function rutland(server, question = `${QUESTION}&x=${Math.random()}`) {
	const { status, body } = await ask(server.url, question);
	assert.equal(status, 200);
	return /Rutland.*?,(\d+),200,/.exec(body.toString())?.[1];
}

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
	while ((await rutland(server)) !== '90') await new Promise((settle) => setTimeout(settle, 50));
});
