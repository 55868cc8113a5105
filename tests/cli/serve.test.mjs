// The server as clients see it: answers byte by byte, changes of what it serves, its end.

import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { ask, emptyDirectory, figures, release, run, serve, writeFolder } from './support.mjs';

test('pages answer, and what is not there is not found', async (t) => {
	const server = await serve(t, release(emptyDirectory(t), 'x'));
	for (const path of ['/', '/minds/', '/minds/compare', '/minds/overview', '/minds/area']) {
		const { status, headers, body } = await ask(server.url, path);
		assert.equal(status, 200, path);
		assert.equal(headers['content-type'], 'text/html; charset=utf-8', path);
		assert.equal(Number(headers['content-length']), body.length, path);
		assert.match(body.toString(), /^<!DOCTYPE html>/, path);
	}
	for (const path of ['/mnids/', '/minds/none', '/none', '/minds/compare?indicator=none']) {
		const { status, body } = await ask(server.url, path);
		assert.equal(status, 404, path);
		assert.match(body.toString(), /^<!DOCTYPE html>/, path);
	}
	assert.match((await ask(server.url, '/mnids/')).body.toString(), /minds/);
});

test('HEAD answers as GET does, without the body', async (t) => {
	const server = await serve(t, release(emptyDirectory(t), 'x'));
	for (const path of ['/minds/', '/none']) {
		const get = await ask(server.url, path);
		const head = await ask(server.url, path, { method: 'HEAD' });
		assert.equal(head.status, get.status);
		assert.equal(head.body.length, 0);
		for (const name of ['content-length', 'content-type', 'etag', 'cache-control'])
			assert.equal(head.headers[name], get.headers[name], name);
	}
});

test('a page that is known need not be sent again', async (t) => {
	const server = await serve(t, release(emptyDirectory(t), 'x'));
	const { etag } = (await ask(server.url, '/minds/')).headers;
	assert.match(etag, /^"[^"]+"$/);
	for (const known of [etag, '*', `"other", ${etag}`, `W/${etag}`]) {
		const headers = { 'If-None-Match': known };
		const { status, body, headers: sent } = await ask(server.url, '/minds/', { headers });
		assert.equal(status, 304, known);
		assert.equal(body.length, 0);
		assert.equal(sent.etag, etag);
	}
	const other = { headers: { 'If-None-Match': '"other"' } };
	assert.equal((await ask(server.url, '/minds/', other)).status, 200);
	assert.equal((await ask(server.url, '/none', { headers: { 'If-None-Match': '*' } })).status, 404);
});

test('packed bodies are the plain body', async (t) => {
	const server = await serve(t, release(emptyDirectory(t), 'x'));
	const plain = await ask(server.url, '/minds/compare');
	assert.equal(plain.headers['content-encoding'], undefined);
	const etags = new Set([plain.headers.etag]);
	for (const [accepted, encoding, unpack] of [
		['gzip', 'gzip', gunzipSync],
		['br', 'br', brotliDecompressSync],
		['gzip, deflate, br', 'br', brotliDecompressSync],
		['br;q=0, gzip', 'gzip', gunzipSync],
	]) {
		const headers = { 'Accept-Encoding': accepted };
		const packed = await ask(server.url, '/minds/compare', { headers });
		assert.equal(packed.headers['content-encoding'], encoding, accepted);
		assert.match(packed.headers.vary, /Accept-Encoding/);
		assert.ok(unpack(packed.body).equals(plain.body), accepted);
		assert.ok(packed.body.length < plain.body.length);
		etags.add(packed.headers.etag);
	}
	assert.equal(etags.size, 3, 'each encoding has a tag of its own');
	const none = await ask(server.url, '/minds/compare', { headers: { 'Accept-Encoding': 'identity' } });
	assert.ok(none.body.equals(plain.body));
});

// Long enough to be written in several parts.
test('a long download is packed on its way', async (t) => {
	const directory = emptyDirectory(t);
	const words = ['simulate', '--one-file', '--figures', '30000', join(directory, 'made-up')];
	assert.equal(run(words).status, 0);
	const server = await serve(t, join(directory, 'made-up'));
	const get = (accepted) =>
		ask(server.url, '/made-up-england/download.csv', { headers: { 'Accept-Encoding': accepted } });
	const plain = await get('identity');
	assert.ok(plain.body.length > 3 * 1024 * 1024);
	assert.equal(plain.headers['transfer-encoding'], 'chunked');
	assert.equal(plain.headers['content-encoding'], undefined);
	for (const [encoding, unpack] of [
		['gzip', gunzipSync],
		['br', brotliDecompressSync],
	]) {
		const packed = await get(encoding);
		assert.equal(packed.headers['content-encoding'], encoding);
		assert.match(packed.headers.vary, /Accept-Encoding/);
		assert.match(packed.headers['content-disposition'], /^attachment; filename="/);
		assert.ok(packed.body.length < plain.body.length / 3);
		assert.ok(unpack(packed.body).equals(plain.body));
	}
});

test('a target in absolute form is the same page', async (t) => {
	const server = await serve(t, release(emptyDirectory(t), 'x'));
	const plain = await ask(server.url, '/minds/compare?indicator=1');
	for (const host of ['http://example.org', 'https://example.org:443', server.url.origin]) {
		const absolute = await ask(server.url, `${host}/minds/compare?indicator=1`);
		assert.equal(absolute.status, 200);
		assert.ok(absolute.body.equals(plain.body), host);
	}
	assert.equal((await ask(server.url, 'http://example.org')).status, 200);
});

test('other methods are refused, with those that are not', async (t) => {
	const server = await serve(t, release(emptyDirectory(t), 'x'));
	for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
		const { status, headers } = await ask(server.url, '/minds/', { method });
		assert.equal(status, 405, method);
		assert.equal(headers.allow, 'GET, HEAD');
	}
	assert.equal((await ask(server.url, '/minds/')).status, 200);
});

test('many requests at once are all answered', async (t) => {
	const server = await serve(t, '--threads', '3', release(emptyDirectory(t), 'x'));
	const answers = await Promise.all(
		Array.from({ length: 200 }, (_, i) => ask(server.url, i % 2 ? '/minds/compare' : '/none')),
	);
	answers.forEach(({ status }, i) => assert.equal(status, i % 2 ? 200 : 404));
});

for (const signal of ['SIGTERM', 'SIGINT'])
	test(`${signal} ends the server with status 0`, async (t) => {
		const server = await serve(t, release(emptyDirectory(t), 'x'));
		const { status, stdout, stderr } = await server.stop(signal);
		assert.equal(status, 0);
		assert.match(stdout, /^http:\/\/127\.0\.0\.1:\d+\/\n$/);
		assert.match(stderr, /tartan serve: stopping\n$/);
	});

test('a port that is taken is a failure of the system', async (t) => {
	const path = release(emptyDirectory(t), 'x');
	const server = await serve(t, path);
	const { status, stdout, stderr } = run(['serve', '--port', server.url.port, path]);
	assert.equal(status, 3);
	assert.equal(stdout, '');
	assert.match(stderr, /^tartan serve: /);
});

test('two profiles are served side by side', async (t) => {
	const directory = emptyDirectory(t);
	const server = await serve(t, release(directory, 'x'), release(directory, 'y', ['slug: bodies']));
	const home = (await ask(server.url, '/')).body.toString();
	assert.match(home, /href="\/minds\/"/);
	assert.match(home, /href="\/bodies\/"/);
	for (const path of ['/minds/', '/bodies/'])
		assert.equal((await ask(server.url, path)).status, 200);
});

test('two profiles of one name are refused', (t) => {
	const directory = emptyDirectory(t);
	const [x, y] = [release(directory, 'x'), release(directory, 'y')];
	for (const paths of [[x, y], [x, `${directory}/y-source`], [`${directory}/x-source`, y]]) {
		const { status, stdout, stderr } = run(['serve', '-p', '0', ...paths]);
		assert.equal(status, 1);
		assert.equal(stdout, '');
		assert.ok(stderr.includes(`'${paths[0]}' and '${paths[1]}' are both called 'minds' in addresses`), stderr);
	}
});

test('of a directory of releases the newest that is due is served', async (t) => {
	const directory = emptyDirectory(t);
	const shelf = join(directory, 'releases');
	mkdirSync(shelf);
	for (const [name, ...settings] of [
		['a-new', 'published: 2018-02-28', 'summary: The new one'],
		['b-old', 'published: 2017-02-28', 'summary: The old one'],
		['c-early', 'published: 2199-01-01', 'summary: The early one'],
		['d-other', 'slug: other', 'summary: Another one'],
	])
		renameSync(release(directory, name, settings), join(shelf, `${name}.tartan`));
	writeFileSync(join(shelf, 'e-broken.tartan'), 'no release');
	const server = await serve(t, shelf);
	const home = (await ask(server.url, '/minds/')).body.toString();
	assert.match(home, /The new one/);
	assert.equal((await ask(server.url, '/other/')).status, 200);
	assert.match(server.said.stderr, /e-broken\.tartan.*; left out/);
	assert.match(server.said.stderr, /c-early\.tartan' is due on 2199-01-01\n/);
});

test('a source folder is built again when it changes, and stays when it cannot be', async (t) => {
	const directory = emptyDirectory(t);
	const source = writeFolder(join(directory, 'minds'), {
		'figures.csv': figures({ count: 80 }),
		'tartan.yaml': 'title: Minds\n',
	});
	const before = readdirSync(source);
	const server = await serve(t, source);
	const count = async () => {
		const { body } = await ask(server.url, '/minds/compare.csv?indicator=1');
		return /Rutland.*?,(\d+),200,/.exec(body.toString())?.[1];
	};
	assert.equal(await count(), '80');
	writeFileSync(join(source, 'figures.csv'), figures({ count: 90 }));
	await server.says('serving the new figures');
	assert.equal(await count(), '90');
	writeFileSync(join(source, 'figures.csv'), figures({ count: 90 }).replace('Rutland,County & UA,Persons', 'Rutland,County & UA,Sheep'));
	await server.says("unknown sex 'Sheep'");
	await server.says('what was served before stays');
	assert.equal(await count(), '90');
	writeFileSync(join(source, 'figures.csv'), figures({ count: 100 }));
	while ((await count()) !== '100') await new Promise((settle) => setTimeout(settle, 50));
	assert.equal((await server.stop()).status, 0);
	assert.deepEqual(readdirSync(source), before);
});

test('a release that is replaced is picked up', async (t) => {
	const directory = emptyDirectory(t);
	const path = release(directory, 'x', ['summary: The first']);
	const server = await serve(t, path);
	assert.match((await ask(server.url, '/minds/')).body.toString(), /The first/);
	const { etag } = (await ask(server.url, '/minds/')).headers;
	release(directory, 'x', ['summary: The second']);
	await server.says('serving the new figures');
	const fresh = await ask(server.url, '/minds/', { headers: { 'If-None-Match': etag } });
	assert.equal(fresh.status, 200);
	assert.match(fresh.body.toString(), /The second/);
});

test('nothing is left of what was built for serving', async (t) => {
	const directory = emptyDirectory(t);
	const scratch = join(directory, 'scratch');
	mkdirSync(scratch);
	const source = writeFolder(join(directory, 'minds'), { 'figures.csv': figures() });
	const server = await serve(t, source, { TMPDIR: scratch });
	assert.deepEqual(readdirSync(scratch), []);
	assert.equal((await server.stop()).status, 0);
	assert.deepEqual(readdirSync(scratch), []);
});

test('a change between values that round to the same is shown with the digits that differ', async (t) => {
	const directory = emptyDirectory(t);
	const later = figures().replaceAll(',2015,', ',2016,').replace(',2016,40,', ',2016,40.04,').split('\n').slice(1);
	writeFolder(directory, { 'figures.csv': figures() + later.join('\n'), 'tartan.yaml': 'title: Minds\n' });
	const server = await serve(t, directory);
	const page = (await ask(server.url, '/minds/england')).body.toString();
	assert.match(page, />40\.04</);
	assert.match(page, /from 40\.00 in 2015/);
	assert.equal((await server.stop()).status, 0);
});
