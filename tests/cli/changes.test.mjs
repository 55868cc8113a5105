// Areas that change: a figure is of the ground its area covered in its time.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { ask, emptyDirectory, run, serve, writeFolder } from './support.mjs';

const HEADER =
	'Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,' +
	'Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Count,Denominator\n';

// Code, name, first and last year with figures.
const AREAS = [
	['E08000020', 'Gateshead (old)', 2010, 2013],
	['E08000037', 'Gateshead', 2014, 2019],
	['E06000001', 'Hartlepool', 2010, 2019],
	['E06000098', 'Tees North', 2010, 2015],
	['E06000097', 'Tees South', 2010, 2015],
	['E06000099', 'Tees', 2016, 2019],
];

const CHANGES = `Area Code,Predecessor code,Predecessor name,Date
E08000037,E08000020,,2014-01-01
E06000001,E06000001,,01/04/2018
E06000099,E06000098,,2016-01-01
E06000099,E06000097,,2016-01-01
E06000098,E07000001,Old Town,2009-04-01
`;

function figures() {
	const row = (parent, area, type, year, value) =>
		`1,Need,${parent},${area},${type},Persons,5 yrs,${year},${value},${value - 2},${value + 2},,`;
	const lines = [];
	for (let year = 2010; year <= 2019; year++) {
		lines.push(row(',', 'E92000001,England', 'England', year, 30));
		for (const [code, name, from, until] of AREAS)
			if (from <= year && year <= until)
				lines.push(row('E92000001,England', `${code},${name}`, 'County & UA', year, year - 1990));
	}
	return `${HEADER}${lines.join('\n')}\n`;
}

function folder(test, changes = CHANGES) {
	const directory = writeFolder(join(emptyDirectory(test), 'tees'), {
		'figures.csv': figures(),
		'changes.csv': changes,
	});
	return directory;
}

const show = (directory, ...words) => run(['show', '--in', directory, '1', ...words]).stdout;

/** What follows the head of the table, without spaces to spare. */
const lines = (text) =>
	text
		.split('\n')
		.filter((line) => /^(20\d\d |--)/.test(line))
		.slice(1)
		.map((line) => line.replace(/ +/g, ' ').slice(0, 40));

test('a boundary that changed is marked in a trend and breaks its test', (t) => {
	const told = show(folder(t), 'Hartlepool');
	const rows = lines(told);
	assert.match(rows[1], /^2018 28 /);
	assert.equal(rows[2], '-- boundary changed in April 2018 --');
	assert.match(rows[3], /^2017 27 /);
	assert.match(told.replace(/\s+/g, ' '), /because the area's boundary changed within the five periods/);
});

test('an area in the place of one other goes on where that ended, with a mark', (t) => {
	const rows = lines(show(folder(t), 'Gateshead'));
	assert.equal(rows.length, 11);
	assert.match(rows[5], /^2014 24 /);
	assert.equal(rows[6], '-- boundary changed in January 2014; before'.slice(0, 40));
	assert.match(show(folder(t), 'Gateshead'), /2014; before it Gateshead \(old\) \(E08000020\) --/);
	assert.match(rows[7], /^2013 23 /);
});

test('an area made of two is joined to neither', (t) => {
	const rows = lines(show(folder(t), 'Tees'));
	assert.ok(!rows.some((row) => row.startsWith('--')));
	assert.match(rows[3], /^2016 26 /);
	assert.match(rows[4], /^2015 .*no figure/);
});

test('areas are compared with those of their time', (t) => {
	const directory = folder(t);
	const now = show(directory), then = show(directory, '--period', '2012');
	assert.ok(now.includes('Tees  ') && now.includes('Gateshead  '));
	assert.ok(!now.includes('Tees North') && !now.includes('(old)'));
	assert.ok(then.includes('Tees North') && then.includes('Gateshead (old)'));
	assert.ok(!then.includes('Tees  ') && !then.includes('Gateshead  '));
});

test('pages say what became of an area, with links', async (t) => {
	const server = await serve(t, folder(t));
	const page = async (address) => (await ask(server.url, address)).body.toString();
	const text = (html) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');

	const tees = await page('/tees/area?area=E06000099');
	assert.match(text(tees), /Tees came into being in January 2016 from Tees South and Tees North\./);
	assert.match(tees, /<a [^>]*href="[^"]*area=E06000097[^"]*"[^>]*>Tees South<\/a>/);
	const north = await page('/tees/area?area=E06000098');
	assert.match(text(north), /Tees North became part of Tees in January 2016\./);
	const trend = await page('/tees/trends?indicator=1&area=E08000037');
	assert.match(text(trend), /Boundary changed in January 2014: figures above and below are of different areas/);
	assert.match(text(trend), /2013 Gateshead \(old\) \(E08000020\)/);
	assert.match(text(trend), /The boundary of Gateshead changed in January 2014\./);
	const csv = await page('/tees/trends.csv?indicator=1&area=E08000037');
	assert.match(csv, /E08000020,Gateshead \(old\),.*,2013,23,/);
	assert.ok(!(await page('/tees/overview?type=county-ua')).includes('Tees North'));
});

test('who looks for an area that is no more finds what it became', async (t) => {
	const server = await serve(t, folder(t));
	const { body } = await ask(server.url, '/tees/search.json?q=old+town');
	const { areas } = JSON.parse(body);
	assert.deepEqual(areas.map(({ code }) => code), ['E06000098']);
	assert.match(areas[0].details, /Old Town became part of it/);
});

test('a table of changes that says nothing of use is told by its places', (t) => {
	const directory = folder(t, 'Area Code,Predecessor code,Date\nE06000001,,April\n,,2019-04-01\n');
	const { status, stderr, stdout } = run(['check', directory]);
	assert.equal(status, 1);
	assert.match(stdout + stderr, /changes.csv:2:12: fault: no date 'April'; wanted one such as '2019-04-01'/);
	assert.match(stdout + stderr, /changes.csv:3:1: fault: no code of an area/);
});
