// The reference vectors through the program itself: its columns, its options, its figures.
//
// The files come from the R package PHEindicatormethods and stay outside the repository;
// TARTAN_VECTORS says where they are, and without them all is skipped.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { calc, parse } from './tables.mjs';

const directory = process.env.TARTAN_VECTORS ?? '';
const skip = existsSync(join(directory, 'phe_rate.csv')) ? false : 'there are no reference vectors';

const vectors = (name) => parse(readFileSync(join(directory, name), 'utf8'));

/** Rows by what they say in some columns. */
function group(rows, ...names) {
	const groups = new Map();
	for (const row of rows) {
		const key = JSON.stringify(names.map((name) => row[name]));
		if (!groups.has(key)) groups.set(key, []);
		groups.get(key).push(row);
	}
	return [...groups.values()];
}

const isMissing = (text) => text === 'NA' || text === 'NaN' || text === undefined;

let compared = 0;

/** A figure within a relative tolerance, or a word. */
function expectCell(got, wanted, tolerance, where) {
	compared++;
	if (isMissing(wanted)) {
		assert.equal(got, '', where);
	} else if (wanted === '' || Number.isNaN(Number(wanted))) {
		assert.equal(got, wanted, where);
	} else {
		const distance = Math.abs(Number(got) - Number(wanted));
		assert.ok(
			got !== '' && distance <= tolerance * Math.abs(Number(wanted)),
			`${where}: ${got}, wanted ${wanted}`,
		);
	}
}

/** Rows side by side. `names`: columns that are called alike; or pairs, ours first. */
function expectRows(got, wanted, names, tolerance = 1e-12) {
	assert.equal(got.length, wanted.length);
	for (const [i, row] of wanted.entries())
		for (const name of names) {
			const [ours, theirs] = typeof name === 'string' ? [name, name] : name;
			expectCell(got[i][ours], row[theirs], tolerance, `row ${i + 1}, ${ours} of ${JSON.stringify(row)}`);
		}
}

const LIMITS = ['lower95_0cl', 'upper95_0cl', 'lower99_8cl', 'upper99_8cl'];
const BOTH = ['--confidence', '95,99.8'];
const by = (key, rows) => Object.fromEntries(rows.map((row) => [row[key], row]));

for (const [method, file] of [
	['proportion', 'phe_proportion.csv'],
	['rate', 'phe_rate.csv'],
])
	test(`${method}, row by row`, { skip }, () => {
		for (const rows of group(vectors(file), 'multiplier')) {
			const options = ['--multiplier', rows[0].multiplier, '--confidence', '95,99.8,90'];
			const got = calc(method, options, { x: 'x', n: 'n' }, rows);
			const limits = ['95', '99_8', '90'].flatMap((level) =>
				['lower', 'upper'].map((end) => [
					`${end}${level.includes('_') ? level : `${level}_0`}cl`,
					`${end}${level.replace('_', '')}`,
				]),
			);
			expectRows(got, rows, ['value', 'statistic', ...limits], 1e-10);
			const answered = rows.map((row, i) => [got[i], row]).filter(([, row]) => !isMissing(row.value));
			expectRows(answered.map(([ours]) => ours), answered.map(([, row]) => row), ['method']);
		}
	});

for (const method of ['proportion', 'rate'])
	test(`${method}, in groups`, { skip }, () => {
		const rows = vectors(`phe_${method}_grouped.in.csv`);
		const columns = { Area: 'Area', Numerator: 'Numerator', Denominator: 'Denominator' };
		const options = ['--x', 'Numerator', '--n', 'Denominator', '--by', 'Area', ...BOTH];
		const got = by('Area', calc(method, options, columns, rows));
		for (const row of vectors(`phe_${method}_grouped.out.csv`)) {
			const names = ['value', ...LIMITS, 'confidence', 'statistic'];
			if (!isMissing(row.value)) names.push('Numerator', 'Denominator', 'method');
			expectRows([got[row.Area]], [row], names, 1e-10);
		}
	});

test('mean', { skip }, () => {
	const rows = vectors('phe_mean.in.csv');
	const options = ['--x', 'values', ...BOTH];
	const columns = { area: 'area', values: 'values' };
	const got = by('area', calc('mean', [...options, '--by', 'area'], columns, rows));
	[got['(all)']] = calc('mean', options, columns, rows);
	const names = ['value_sum', 'value_count', 'stdev', 'value', ...LIMITS, 'confidence', 'statistic', 'method'];
	for (const row of vectors('phe_mean.out.csv')) expectRows([got[row.area]], [row], names);
});

for (const [name, file, columns] of [
	['dsr', 'calculate_dsr', { case: 'case', x: 'x', n: 'n', stdpop: 'stdpop' }],
	[
		'dsr of events that are not independent',
		'calculate_dsr_nonindependent',
		{ case: 'case', x: 'x', n: 'n', stdpop: 'stdpop', ageband: 'ageband', eventfreq: 'freq' },
	],
])
	test(name, { skip }, () => {
		const rows = vectors(`${file}.in.csv`);
		for (const wanted of group(vectors(`${file}.out.csv`), 'multiplier')) {
			const options = ['--by', 'case', '--missing', 'zero', '--multiplier', wanted[0].multiplier, ...BOTH];
			const got = by('case', calc('dsr', options, columns, rows));
			for (const row of wanted) {
				const names = ['total_count', 'total_pop', 'value', ...LIMITS, 'confidence', 'method'];
				// Of too few events the package says so here, tartan in the note.
				if (isMissing(row.value)) assert.match(got[row.case].note, /fewer than 10 events/);
				else names.push('statistic');
				expectRows([got[row.case]], [row], names);
			}
		}
	});

for (const [method, file, names] of [
	['israte', 'ISRate', ['observed', 'expected', 'ref_rate', 'value']],
	['isratio', 'ISRatio', ['observed', 'expected', 'value']],
]) {
	const options = ['--multiplier', method === 'israte' ? '100000' : '100', ...BOTH];
	// A missing population or reference is nobody to the package; tartan wants to be told.
	const rows = () =>
		vectors('calculate_ISR.in.csv').map((row) => ({
			...row,
			n: isMissing(row.n) ? '0' : row.n,
			x_ref: isMissing(row.x_ref) ? '0' : row.x_ref,
		}));
	const all = [...names, ...LIMITS, 'confidence', 'statistic', 'method'];
	const columns = { case: 'case', x: 'x', n: 'n', x_ref: 'x_ref', n_ref: 'n_ref' };

	test(method, { skip }, () => {
		const got = by('case', calc(method, [...options, '--by', 'case', '--missing', 'zero'], columns, rows()));
		for (const row of vectors(`calculate_${file}.out.csv`)) expectRows([got[row.case]], [row], all, 1e-10);
	});

	test(`${method} of totals`, { skip }, () => {
		const totals = by('area', vectors('calculate_ISR_totals.in.csv'));
		const known = rows().filter((row) => row.case in totals);
		for (const row of known) row.observed_totals = totals[row.case].total_count;
		const { x, ...others } = columns;
		const table = { ...others, observed_totals: 'observed_totals' };
		const got = by('case', calc(method, [...options, '--by', 'case'], table, known));
		for (const row of vectors(`calculate_${file}_totals.out.csv`))
			expectRows([got[row.area]], [row], all, 1e-10);
	});
}

test('life expectancy', { skip }, () => {
	const columns = { area: 'area', startage: 'startage', deaths: 'deaths', pops: 'pops' };
	const options = ['--by', 'area', ...BOTH];
	const got = new Map();
	for (const row of calc('life-expectancy', options, columns, vectors('phe_life_expectancy.in.csv')))
		got.set(`${row.area} ${row.startage}`, row);
	for (const row of vectors('phe_life_expectancy.out.csv')) {
		const names = ['value', ...LIMITS];
		const ours = got.get(`${row.area} ${row.startage}`);
		// Of a table that is refused the package tells people and deaths all the same.
		if (ours.pops_used !== '') names.push('pops_used', 'dths_used');
		else assert.notEqual(ours.note, '');
		expectRows([ours], [row], names);
	}
});

test('quantile', { skip }, () => {
	const rows = vectors('phe_quantile.in.csv');
	const columns = { row: 'row', IndSexRef: 'IndSexRef', ParentCode: 'ParentCode', values: 'Value' };
	const groups = { none: [], IndSexRef: ['--by', 'IndSexRef'], IndSexReg: ['--by', 'IndSexRef,ParentCode'] };
	for (const wanted of group(vectors('phe_quantile.out.csv'), 'grouping', 'nquantiles', 'invert')) {
		const { grouping, nquantiles, invert } = wanted[0];
		const options = ['--nquantiles', nquantiles, '--invert', invert, ...groups[grouping]];
		const got = by('row', calc('quantile', options, columns, rows));
		expectRows(wanted.map((row) => got[row.row]), wanted, ['quantile'], 0);
	}
});

// What the package calls the columns of a table of limits, of each statistic.
const FUNNELS = [
	['proportion', ['Population']],
	['ratio', ['Observed_events', '2s_exp_events', '3s_exp_events']],
	['rate', ['Events', '2s_population_1_year', '3s_population_1_year']],
];
const AREAS = { numerator: 'x', denominator: 'n', rate: 'rate' };

for (const [statistic, [size, ...places]] of FUNNELS)
	test(`funnel limits of a ${statistic}`, { skip }, () => {
		const areas = vectors('funnel.in.csv');
		const names = [
			size,
			...['2s_limit', '3s_limit', ...places].flatMap((name) => [`lower_${name}`, `upper_${name}`]),
			'statistic',
			'method',
		];
		if (statistic !== 'ratio') names.push('baseline');
		const wanted = vectors(`calculate_funnel_limits_${statistic}.out.csv`);
		for (const rows of group(wanted, 'case', 'ratio_type', 'rate_type', 'years_of_data')) {
			const options = ['--statistic', statistic, '--way', 'published'];
			for (const name of ['ratio_type', 'rate_type', 'years_of_data'])
				if (rows[0][name]) options.push(`--${name}`, rows[0][name]);
			const own = areas.filter((area) => area.case === rows[0].case);
			expectRows(calc('funnel-limits', options, AREAS, own), rows, names, 1e-9);
		}
	});

test('funnel significance', { skip }, () => {
	const wanted = vectors('assign_funnel_significance.csv');
	for (const rows of group(wanted, 'statistic', 'rate_type', 'case')) {
		const options = ['--statistic', rows[0].statistic];
		if (!isMissing(rows[0].rate_type)) options.push('--rate_type', rows[0].rate_type);
		for (const way of ['exact', 'published']) {
			const got = calc('funnel-points', [...options, '--way', way], AREAS, rows);
			for (const [i, row] of rows.entries())
				if (row.significance.startsWith('Not applicable'))
					assert.match(got[i].note, /^fewer than ten events are not shown/);
				else expectCell(got[i].significance, row.significance, 0, JSON.stringify(row));
		}
	}
});

test('funnel points', { skip }, () => {
	for (const rows of group(vectors('calculate_funnel_points.csv'), 'rate_type', 'years_of_data', 'case')) {
		const [{ rate_type, years_of_data, multiplier }] = rows;
		const options = ['--statistic', 'rate', '--rate_type', rate_type, '--years_of_data', years_of_data];
		options.push('--multiplier', multiplier, '--way', 'published');
		expectRows(calc('funnel-points', options, AREAS, rows), rows, ['rate_chart', 'denominator_derived']);
	}
});

/** Limits of inequality within what the package's simulation and ours stray by. */
function expectLimits(got, row) {
	const ending = row.transform === 'TRUE' ? '' : 'cl';
	// With a logarithmic line it takes a multiplier below 1 for a negative one.
	const turned = row.transform === 'TRUE' && row.value_type === '1' && 0 < row.multiplier && row.multiplier < 1;
	for (const level of ['95_0', '99_8'])
		for (const index of ['sii', 'rii'])
			for (const [end, other] of [
				['lower', 'upper'],
				['upper', 'lower'],
			]) {
				const wanted = Number(row[`${index}_${end}${level}${ending}`]);
				const deviation = Number(row[`sd_${index}_${end}${level}${ending}`]);
				const figure = Number(got[`${index}_${turned ? other : end}${level}cl`]);
				const ours = turned && index === 'rii' ? 1 / figure : figure;
				const reach = 5 * deviation * (1 + 1 / Math.sqrt(Number(row.runs)));
				compared++;
				assert.ok(Math.abs(ours - wanted) <= reach, `${index} ${end}${level} of ${row.case}: ${ours}, ${wanted}`);
			}
}

for (const set of ['DSR_data', 'LE_data', 'prevalence_data', 'testdata_k5', 'testdata_k10', 'testdata_k15'])
	test(`inequality, ${set}`, { skip }, () => {
		const strata = vectors(`phe_sii_${set}.in.csv`);
		const limits = vectors(`phe_sii_${set}.ci.csv`);
		const keys = ['value_type', 'transform', 'error_input', 'multiplier'];
		for (const rows of group(vectors(`phe_sii_${set}.out.csv`), ...keys)) {
			const [{ value_type, transform, error_input, multiplier }] = rows;
			const cases = new Set(rows.map((row) => row.case));
			const columns = { case: 'case', quantile: 'quantile', population: 'population', value: 'value' };
			if (error_input === 'se') columns.se = 'se';
			else Object.assign(columns, { lower_cl: 'lower', upper_cl: 'upper' });
			const options = ['--by', 'case', '--value_type', value_type, '--transform', transform];
			options.push('--multiplier', multiplier, '--repetitions', '10000', ...BOTH);
			const own = strata.filter((row) => cases.has(row.case));
			const got = by('case', calc('sii', options, columns, own));
			for (const row of rows) {
				const ours = got[row.case];
				// The package multiplies the intercept only where it transforms.
				const times = transform === 'TRUE' ? 1 : Math.abs(multiplier);
				const intercept = String(Number(ours.intercept) / times);
				expectRows([{ ...ours, intercept }], [row], ['sii', 'rii', 'intercept'], 1e-9);
			}
			for (const row of limits)
				if (keys.every((key) => row[key] === rows[0][key])) expectLimits(got[row.case], row);
		}
	});

test('trend', { skip }, () => {
	const wanted = vectors('trend_marker.csv');
	const words = { NoChange: 'No significant change', Increasing: 'Increasing', Decreasing: 'Decreasing' };
	const rows = wanted.flatMap((row) =>
		[1, 2, 3, 4, 5].map((i) => ({
			case: row.case,
			...Object.fromEntries(['x', 'n', 'v', 'lo', 'up'].map((name) => [name, row[`${name}${i}`]])),
		})),
	);
	const columns = { case: 'case', value: 'v', lowercl: 'lo', uppercl: 'up', x: 'x', n: 'n' };
	for (const [kind, marker, chi, slope] of [
		['weighted', 'marker', 'chi2', 'slope'],
		['proportion', 'prop_marker', 'prop_chi2', 'prop_slope_logit'],
	]) {
		const got = calc('trend', ['--by', 'case', '--test', kind], columns, rows);
		for (const [i, row] of wanted.entries()) {
			assert.equal(got[i].case, row.case);
			assert.equal(got[i].trend, words[row[marker]]);
			expectRows([got[i]], [row], [['chi_squared', chi], ['slope', slope]], 1e-7);
		}
	}
});

test('the figures were compared', { skip }, (t) => {
	t.diagnostic(`${compared} figures and words of the reference`);
	assert.ok(compared > 50000);
});
