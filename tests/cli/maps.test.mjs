// Outlines of areas, from a GeoJSON file in the source folder to the map that is served:
// made up ones, and each of the files that the Office for National Statistics published.
//
// Those stay outside the repository; TARTAN_DATA says where, and without it they are skipped.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { emptyDirectory, run, start, writeFolder } from './support.mjs';

const BOUNDARIES = join(process.env.TARTAN_DATA ?? '', 'boundaries');
const files = existsSync(BOUNDARIES)
	? readdirSync(BOUNDARIES).filter((name) => name.endsWith('.geojson'))
	: [];
const skip = files.length ? false : 'there are no boundaries';

const HEADER =
	'Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,' +
	'Age,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Count,Denominator';

/** A proportion of every area, with Wilson's limits left to the program's reader. */
function figures(areas, type) {
	const rows = areas.map(([code, name], i) => {
		const value = 5 + ((i * 7) % 40) / 2;
		return `1,A proportion,E92000001,England,${code},"${name}",${type},Persons,5-16 yrs,2023,` +
			`${value},${value - 2},${value + 2},,`;
	});
	const root = '1,A proportion,,,E92000001,England,England,Persons,5-16 yrs,2023,15,14,16,,';
	return `${[HEADER, root, ...rows].join('\n')}\n`;
}

const square = (west, south) => [
	[west, south],
	[west + 1, south],
	[west + 1, south + 1],
	[west, south + 1],
	[west, south],
];

const feature = (properties, ...rings) => ({
	type: 'Feature',
	properties,
	geometry: { type: 'Polygon', coordinates: rings },
});

const collection = (...features) => JSON.stringify({ type: 'FeatureCollection', features });

const AREAS = [
	['E06000001', 'Hartlepool'],
	['E06000002', 'Middlesbrough'],
	['E06000003', 'Redcar and Cleveland'],
];

/** Builds a folder and serves it; resolves to a reader of its pages. */
async function served(t, sources, settings = 'slug: maps\nbenchmark: England\n') {
	const folder = writeFolder(emptyDirectory(t), { 'tartan.yaml': settings, ...sources });
	const release = join(folder, 'x.tartan');
	const built = run(['build', folder, '-o', release]);
	assert.equal(built.status, 0, built.stderr);
	const server = start(t, release);
	await server.ready;
	const get = async (path) => {
		const reply = await fetch(new URL(`/maps/${path}`, server.url));
		assert.equal(reply.status, 200, path);
		return reply.text();
	};
	return { get, said: built.stderr };
}

const areasOf = (svg) => [...svg.matchAll(/<path d="([^"]+)" fill="([^"]+)"\/>/g)];

test('areas are matched by code, whatever the property is called', async (t) => {
	const { get, said } = await served(t, {
		'figures.csv': figures(AREAS, 'County & UA'),
		'outlines.json': collection(
			feature({ FID: 1, name: 'Hartlepool', ZZ99CD: 'E06000001' }, square(-2, 54)),
			feature({ FID: 2, name: 'Middlesbrough', ZZ99CD: 'E06000002' }, square(-1, 54)),
			feature({ FID: 3, name: 'Elsewhere', ZZ99CD: 'W06000001' }, square(-3, 54)),
		),
	});
	assert.match(said, /outlines\.json: note: 1 of 3 outlines have no area in this profile \('W06000001'\)/);
	const page = await get('map?parent=all');
	assert.match(page, /Not on the map: Redcar and Cleveland\./);
	assert.equal(areasOf(page).length, 2);
	assert.match(page, /<title>Middlesbrough, 2023: 8\.5%? \(6\.5 to 10\.5\), (lower|better|worse) /);
	assert.match(page, /<a href="\/maps\/trends\?[^"]*area=E06000001[^"]*" tabindex="-1">/);
});

test('neighbours share their border', async (t) => {
	const { get } = await served(t, {
		'figures.csv': figures(AREAS.slice(0, 2), 'County & UA'),
		'outlines.json': collection(
			feature({ code: 'E06000001' }, [[-2, 54], [-1, 54], [-1.1, 54.4], [-0.9, 54.6], [-1, 55], [-2, 55], [-2, 54]]),
			feature({ code: 'E06000002' }, [[0, 54], [0, 55], [-1, 55], [-0.9, 54.6], [-1.1, 54.4], [-1, 54], [0, 54]]),
		),
	});
	const places = areasOf(await get('map.svg?parent=all')).map(([, d]) => {
		let x = 0, y = 0;
		return new Set([...d.matchAll(/([Ml]?)(-?\d+) ?(-?\d+)/g)].map(([, command, a, b]) => {
			[x, y] = command === 'M' ? [+a, +b] : [x + +a, y + +b];
			return `${x},${y}`;
		}));
	});
	assert.equal(places.length, 2);
	assert.equal([...places[0]].filter((place) => places[1].has(place)).length, 4);
});

test('without outlines areas are tiles', async (t) => {
	const { get } = await served(t, { 'figures.csv': figures(AREAS, 'County & UA') });
	const page = await get('map?parent=all');
	assert.equal(areasOf(page).length, 3);
	assert.match(page, /Every area is a square of the same size/);
});

test('areas of no known kind have no map, but their table', async (t) => {
	const { get } = await served(t, { 'figures.csv': figures([['X1', 'One'], ['X2', 'Two']], 'Ward') });
	const page = await get('map?parent=all');
	assert.match(page, /There is no map of these areas/);
	assert.match(page, /<th scope="row"><a [^>]*>One<\/a>/);
	assert.equal(areasOf(page).length, 0);
});

test('every way to colour a map', async (t) => {
	const areas = AREAS.concat([['E06000004', 'Stockton-on-Tees'], ['E06000005', 'Darlington']]);
	const { get } = await served(t, { 'figures.csv': figures(areas, 'County & UA') });
	for (const [colours, legend, fills] of [
		['comparison', /Compared with England/, 2],
		['quintiles', /Fifths of areas/, 5],
		['quartiles', /Quarters of areas/, 4],
		['continuous', /5\.0? to 19\.0?/, 5],
	]) {
		const page = await get(`map?parent=all&colours=${colours}`);
		assert.match(page, legend, colours);
		assert.match(page, new RegExp(`<option value="${colours}" selected>`));
		const used = new Set(areasOf(page).map(([, , fill]) => fill));
		assert.ok(used.size >= Math.min(fills, 3), `${colours}: ${[...used]}`);
	}
});

for (const name of files)
	test(`${basename(name)} is a map`, { skip }, async (t) => {
		const text = readFileSync(join(BOUNDARIES, name), 'utf8');
		const { features } = JSON.parse(text);
		const areas = features.map(({ properties }) => {
			const keys = Object.keys(properties);
			return [properties[keys.find((key) => key.endsWith('CD'))], properties[keys.find((key) => key.endsWith('NM'))]];
		});
		const { get, said } = await served(t, { 'figures.csv': figures(areas, 'Patch'), [name]: text });
		assert.doesNotMatch(said, /outlines/);
		const svg = await get('map.svg?parent=all');
		const drawn = areasOf(svg);
		const London = areas.filter(([code]) => code.startsWith('E09')).length;
		assert.ok([areas.length, areas.length + London].includes(drawn.length), `${drawn.length} of ${areas.length}`);
		assert.ok(svg.length < 150_000, `${svg.length} bytes`);
		const packed = gzipSync(svg).length;
		assert.ok(packed < 60_000, `${packed} bytes compressed`);
		assert.ok(brotliCompressSync(svg).length < packed);
	});
