// Tables that go through `tartan calc` and come back.

import assert from 'node:assert/strict';
import { run } from './support.mjs';

/** Rows of a CSV as objects. */
export function parse(text) {
	const records = [];
	for (const line of text.trimEnd().split('\n')) {
		const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)];
		records.push(cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain));
	}
	const [names, ...rows] = records;
	return rows.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i]])));
}

const cell = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Puts rows through a method. `columns`: what the table has, and what it is called there. */
export function calc(method, options, columns, rows) {
	const names = Object.entries(columns);
	const lines = rows.map((row) => names.map(([, from]) => cell(row[from] ?? '')).join(','));
	const input = `${names.map(([name]) => name).join(',')}\n${lines.join('\n')}\n`;
	const { status, stdout, stderr } = run(['calc', method, ...options], { input, maxBuffer: 1 << 28 });
	assert.equal(status, 0, stderr);
	return parse(stdout);
}
