// Groups of areas that must not be added up as they are named: a hidden count among them
// that could be worked out, or an area beside those that took its place.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { ask, emptyDirectory, run, serve, writeFolder } from './support.mjs';

const HEADER =
	'Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,' +
	'Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Count,Denominator,Value note\n';

const HIDDEN = 'Value suppressed for disclosure control reasons';

/** Rows of a crude rate: code, name, type, parent, year, count (null: hidden), people. */
function figures(rows) {
	const lines = rows.map(([code, name, type, parent, year, count, people]) => {
		const value = count === null ? '' : (count / people) * 1e5;
		return `1,Admissions,${parent},,${code},${name},${type},Persons,5 yrs,${year},${value},,,` +
			`${count ?? ''},${people},${count === null ? HIDDEN : ''}`;
	});
	return `${HEADER}${lines.join('\n')}\n`;
}

const DEFINITIONS = 'indicators: {1: {value type: crude rate, multiplier: 100000, confidence limits: byar}}\n';

/** Four districts of a county over two years; what the first year hides is said. */
function hiding(t, hidden) {
	const counts = { A1: 3, A2: 12, A3: 25, A4: 4 };
	const rows = [];
	for (const year of [2021, 2022]) {
		const more = year === 2021 ? 1 : 0;
		rows.push(['C1', 'County', 'County', '', year, 44 + 4 * more, 40000]);
		for (const [code, count] of Object.entries(counts))
			rows.push([code, `District ${code}`, 'District', 'C1', year,
				year === 2022 && hidden.includes(code) ? null : count + more, 10000]);
	}
	return writeFolder(join(emptyDirectory(t), 'guard'), {
		'figures.csv': figures(rows),
		'definitions.yaml': DEFINITIONS,
	});
}

const show = (folder, group, ...words) => run(['show', '--in', folder, '1', group, ...words]).stdout;
const lineOf = (text, year) => text.split('\n').find((line) => new RegExp(`^${year} +[\\d\\[]`).test(line)) ?? '';

test('a group with one hidden count is refused, though anyone could reckon it', async (t) => {
	const folder = hiding(t, ['A1']);
	assert.match(lineOf(show(folder, 'A1+A2'), 2021), /^2021 +17 /);
	assert.match(lineOf(show(folder, 'A1+A2'), 2022), /^2022 +\[x\] this group is not shown/);
	assert.match(lineOf(show(folder, 'A2+A3'), 2022), /^2022 +37 /);
	const server = await serve(t, folder);
	for (const form of ['why.json', 'trends.csv', 'compare.csv', 'trends.svg', 'why', 'area']) {
		const address = `/guard/${form}?indicator=1&type=district&area=A1+A2&parent=A1+A2&period=2022`;
		const { body } = await ask(server.url, address);
		assert.doesNotMatch(body.toString(), /,2022,75,|>75\.0<|15 of 20,000|,15,20000,/, form);
	}
});

test('a group with two hidden counts that stay open is added up where anyone can', (t) => {
	const folder = hiding(t, ['A1', 'A4']);
	assert.match(lineOf(show(folder, 'A1+A4'), 2022), /^2022 +7 /);
	assert.match(lineOf(show(folder, 'A1+A2'), 2022), /^2022 +\[x\] this group is not shown/);
	assert.match(lineOf(show(folder, 'A1+A2+A4'), 2022), /^2022 +19 /);
});

/** A county divided in two in April 2021, and a city beside it. */
function divided(t, late = []) {
	const rows = [];
	const add = (code, name, year, count, people) =>
		rows.push([code, name, 'County & UA', 'E12000004', year, count, people]);
	for (const year of [2019, 2020, 2021, 2022]) {
		rows.push(['E12000004', 'East', 'Region', '', year, 100, 300000]);
		add('E06000016', 'City', year, 40, 100000);
		if (year < 2021 || late.includes(year)) add('E10000021', 'Shire', year, 60, 100000);
		if (year >= 2021) {
			add('E06000061', 'North Shire', year, 31, 50000);
			add('E06000062', 'West Shire', year, 32, 50000);
		}
	}
	return writeFolder(join(emptyDirectory(t), 'divided'), {
		'figures.csv': figures(rows),
		'definitions.yaml': DEFINITIONS,
		'changes.csv':
			'Area Code,Predecessor code,Date\nE06000061,E10000021,2021-01-01\nE06000062,E10000021,2021-01-01\n',
	});
}

test('a region without its city has a figure before and after a county is divided', (t) => {
	const told = show(divided(t), 'E12000004+-E06000016');
	assert.match(lineOf(told, 2020), /^2020 +60 /);
	assert.match(lineOf(told, 2021), /^2021 +63 /);
});

test('a county and those that took its place are counted once', (t) => {
	const told = show(divided(t, [2021, 2022]), 'E12000004+-E06000016', '--why');
	assert.match(told, /Sum +63 of 100,000/);
	assert.doesNotMatch(told, /\bShire +60 of/);
});

test('a county beside one that took its place is no group', (t) => {
	const { status, stderr } = run(['show', '--in', divided(t), '1', 'E10000021+E06000061']);
	assert.notEqual(status, 0);
	assert.match(stderr, /North Shire took the place of Shire and would be counted twice/);
});
