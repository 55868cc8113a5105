// Reading what the server sends without a browser: links and forms of a page, text of an
// element, and the published form of a CSV file.

import assert from 'node:assert/strict';

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const unescaped = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ENTITIES[name]);

/** The text of a piece of markup: tags dropped, entities resolved, spaces made single. */
export function textOf(markup) {
	return unescaped(markup.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ').trim();
}

/** The text of the page's first element of that name; '' when it has none. */
export function elementText(html, name) {
	return textOf(new RegExp(`<${name}[ >].*?</${name}>`, 's').exec(html)?.[0] ?? '');
}

/** Every address that the page holds, as written. */
export function linksOf(html) {
	return [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, address]) => unescaped(address));
}

const attribute = (tag, name) => {
	const found = new RegExp(` ${name}="([^"]*)"`).exec(tag);
	return found && unescaped(found[1]);
};

/** A form's fields: of each, its name, what it can be set to, and what it is set to. */
function fieldsOf(form) {
	const fields = [];
	for (const [tag] of form.matchAll(/<input [^>]*>/g)) {
		const value = attribute(tag, 'value');
		// A box that is not ticked is not sent.
		const sent = / type="checkbox"/.test(tag) && !/ checked/.test(tag) ? undefined : value;
		fields.push({ name: attribute(tag, 'name'), options: [value], value: sent });
	}
	for (const [select] of form.matchAll(/<select .*?<\/select>/gs)) {
		const options = [...select.matchAll(/<option [^>]*>/g)].map(([tag]) => tag);
		const chosen = options.find((tag) => / selected/.test(tag)) ?? options[0];
		fields.push({
			name: attribute(select, 'name'),
			options: options.map((tag) => attribute(tag, 'value')),
			value: chosen && attribute(chosen, 'value'),
		});
	}
	return fields;
}

/** The addresses that the page's forms lead to: as they stand, and with one field changed. */
export function formsOf(html) {
	const addresses = [];
	for (const [form, head] of html.matchAll(/(<form [^>]*>).*?<\/form>/gs)) {
		const fields = fieldsOf(form);
		const send = (changed, value) => {
			const query = new URLSearchParams(
				fields
					.map((field) => [field.name, field === changed ? value : field.value])
					.filter(([, sent]) => sent !== undefined),
			);
			addresses.push(`${attribute(head, 'action')}?${query}`);
		};
		send();
		for (const field of fields)
			for (const option of field.options) if (option !== field.value) send(field, option);
	}
	return addresses;
}

/** The 27 columns of the published form; two are named after what is compared with. */
const COLUMNS = [
	'Indicator ID',
	'Indicator Name',
	'Parent Code',
	'Parent Name',
	'Area Code',
	'Area Name',
	'Area Type',
	'Sex',
	'Age',
	'Category Type',
	'Category',
	'Time period',
	'Value',
	'Lower CI 95.0 limit',
	'Upper CI 95.0 limit',
	'Lower CI 99.8 limit',
	'Upper CI 99.8 limit',
	'Count',
	'Denominator',
	'Value note',
	'Recent Trend',
	'Compared to England value or percentiles',
	/^Compared to (.+ value or )?percentiles$/,
	'Time period Sortable',
	'New data',
	'Compared to goal',
	'Time period range',
];

/** Where a column stands. */
export const column = (name) => COLUMNS.indexOf(name);

const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y;

/** One row with quoted cells, from `start`; its cells and where the next begins. */
function quotedRow(text, start) {
	const cells = [];
	CELL.lastIndex = start;
	for (;;) {
		const found = CELL.exec(text);
		assert.ok(found, `a cell that is no CSV: ${text.slice(start, start + 200)}`);
		cells.push(found[1]?.replaceAll('""', '"') ?? found[2]);
		if (found[3] !== ',') return [cells, CELL.lastIndex];
	}
}

/** The rows of an RFC 4180 file, one after the other; fails where it is none. */
export function* rowsOf(text) {
	for (let at = 0; at < text.length; ) {
		const end = text.indexOf('\r\n', at);
		assert.ok(end >= 0, 'the last line of a CSV file has no end');
		const line = text.slice(at, end);
		if (line.includes('"')) {
			const [cells, next] = quotedRow(text, at);
			at = next;
			yield cells;
		} else {
			at = end + 2;
			yield line.split(',');
		}
	}
}

const NUMBERS = [12, 13, 14, 15, 16, 17, 18];
const VERDICT = /^(|Not compared|Similar|Better|Worse|Lower|Higher|Best|Worst|Lowest|Highest)$/;
const TREND =
	/^(|Cannot be calculated|No significant change|(In|De)creasing( and getting (better|worse))?)$/;

function assertRow(cells, where) {
	assert.equal(cells.length, COLUMNS.length, `cells of ${where}: ${cells}`);
	for (const at of NUMBERS)
		assert.ok(
			cells[at] === '' || Number.isFinite(Number(cells[at])),
			`'${cells[at]}' in ${where}`,
		);
	const [value, lower, upper] = cells.slice(12, 15);
	// Published values are sometimes rounded, and their limits are not.
	const slack = 0.5 * 10 ** -(value.split('.')[1]?.length ?? 0);
	if (value && lower)
		assert.ok(Number(lower) <= Number(value) + slack, `lower limit in ${where}: ${cells}`);
	if (value && upper)
		assert.ok(Number(value) <= Number(upper) + slack, `upper limit in ${where}: ${cells}`);
	assert.ok(cells[0] && cells[1] && cells[4] && cells[5] && cells[11], `a gap in ${where}: ${cells}`);
	assert.match(cells[20], TREND, where);
	assert.match(cells[21], VERDICT, where);
	assert.match(cells[22], VERDICT, where);
	assert.match(cells[23], /^\d{8}$/, where);
	assert.match(cells[26], /^\d+[ymqwd]$/, where);
}

/** Fails unless the file has the published form; its rows, without the header. */
export function readFigures(text, where, keep = true) {
	const rows = rowsOf(text);
	const header = rows.next().value;
	const kept = [];
	let count = 0;
	assert.equal(header.length, COLUMNS.length, `columns of ${where}`);
	COLUMNS.forEach((name, at) => {
		if (name instanceof RegExp) assert.match(header[at], name, where);
		else assert.equal(header[at], name, where);
	});
	for (const cells of rows) {
		assertRow(cells, where);
		count++;
		if (keep) kept.push(cells);
	}
	return keep ? kept : count;
}
