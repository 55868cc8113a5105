// A folder of figures by sex, by age and by tenths of deprivation, made up by a formula: the
// more deprived, the higher, and ever more so.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const DECILES = [
	'Most deprived decile (IMD2019)',
	'Second most deprived decile (IMD2019)',
	'Third more deprived decile (IMD2019)',
	'Fourth more deprived decile (IMD2019)',
	'Fifth more deprived decile (IMD2019)',
	'Fifth less deprived decile (IMD2019)',
	'Fourth less deprived decile (IMD2019)',
	'Third less deprived decile (IMD2019)',
	'Second least deprived decile (IMD2019)',
	'Least deprived decile (IMD2019)',
];
const TYPE = 'County & UA deprivation deciles in England (IMD2019)';
const YEARS = ['2016', '2017', '2018', '2019', '2020'];
const HEAD = [
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
	'Count',
	'Denominator',
];
const ENGLAND = ['', '', 'E92000001', 'England', 'England'];
const AREAS = [
	['E06000015', 'Derby'],
	['E06000016', 'Leicester'],
	['E06000018', 'Nottingham'],
].map(([code, name]) => ['E12000004', 'East Midlands region', code, name, 'County & UA']);

/** Wilson's limits. */
function proportion(count, people) {
	const z = 1.959963984540054;
	const middle = 2 * count + z * z;
	const reach = z * Math.sqrt(z * z + 4 * count * (1 - count / people));
	const per = 100 / (2 * (people + z * z));
	return [(100 * count) / people, (middle - reach) * per, (middle + reach) * per, count, people];
}

const quoted = (cell) => (/[",]/.test(cell) ? `"${cell}"` : cell);

/** Writes the folder's files. */
export function writeUnequal(folder) {
	const rows = [HEAD];
	const add = (area, sex, age, category, year, share, people) =>
		rows.push([
			'93001',
			'Self-harm among young people',
			...area,
			sex,
			age,
			category ? TYPE : '',
			category,
			year,
			...proportion(Math.round(share * people), people),
		]);
	YEARS.forEach((year, y) => {
		const rise = 1 + y / 20;
		for (const [i, area] of [ENGLAND, ...AREAS].entries()) {
			const size = i ? 4000 + 1000 * i : 400_000;
			const share = (0.1 + i / 100) * rise;
			add(area, 'Persons', '10-24 yrs', '', year, share, 2 * size);
			add(area, 'Male', '10-24 yrs', '', year, share / 2, size);
			add(area, 'Female', '10-24 yrs', '', year, share * 1.5, size);
			add(area, 'Persons', '10-14 yrs', '', year, share / 2, size / 2);
			add(area, 'Persons', '15-19 yrs', '', year, share * 1.4, size / 2);
			add(area, 'Persons', '20-24 yrs', '', year, share * 1.1, size / 2);
		}
		DECILES.forEach((name, d) =>
			add(ENGLAND, 'Persons', '10-24 yrs', name, year, rise * 0.16 * 0.9 ** d, 80_000 + 10 * d),
		);
	});
	writeFileSync(join(folder, 'figures.csv'), rows.map((row) => `${row.map((c) => quoted(String(c))).join(',')}\r\n`).join(''));
	writeFileSync(
		join(folder, 'tartan.yaml'),
		'title: "Unequal"\nslug: unequal\nmade up: true\nbenchmark: England\n',
	);
	writeFileSync(
		join(folder, 'definitions.yaml'),
		'indicators:\n  93001:\n    value type: proportion\n    unit: "%"\n    polarity: low is good\n    decimals: 1\n',
	);
}
