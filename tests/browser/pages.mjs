// The pages to look at: one of every kind a profile has, and of every way to be lost.

import { url } from './support.mjs';

/** The profiles that `tartan demo` serves. */
export const PROFILES = ['leicestershire-2018', 'made-up-england'];

// A rate with limits, both sexes, fifteen years and areas that hide small counts.
const RICH = 'indicator=800107';
// A proportion with counts, which can be added up.
const COUNTED = 'indicator=800106';

const OF_DEMO = {
	'leicestershire-2018': [
		['overview of wards', 'overview?type=ward'],
		['compare districts', 'compare?indicator=ehcp_semh_pct&type=district-ua'],
		['a group of areas', 'area?area=E10000018&domain=school-years'],
	],
	'made-up-england': [
		['overview of regions', 'overview?type=region&domain=primary-prevention-adversity'],
		['overview against the region', 'overview?benchmark=parent&sort=7'],
		['compare with verdicts', `compare?${RICH}&area=E06000016`],
		['compare the past', `compare?${RICH}&sex=female&period=2009-10&sort=-name`],
		['map of all areas', `map?${RICH}&parent=all&area=E06000016`],
		['map in fifths', `map?${RICH}&colours=quintiles`],
		['map of values', `map?${RICH}&parent=all&colours=continuous`],
		['map of regions', `map?${RICH}&type=region`],
		['why of a trend', `why?${RICH}&area=E06000016`],
		['area of one domain', 'area?area=E09000001&domain=identification-of-need'],
		['trends with a band', `trends?${RICH}&area=E06000016`],
		['spread with an area', `spread?${RICH}&area=E06000016`],
		['funnel of rates', `funnel?${RICH}&area=E06000016&parent=all`],
		['by sex', `inequalities?${RICH}&area=E06000016&by=sex`],
		['by sex over time', `inequality-trends?${RICH}&area=E06000016&by=sex`],
		['trends of a region', `trends?${RICH}&area=E12000004&type=region`],
		['areas to take together', 'group'],
		['a group made', 'group?area=E06000016+E06000017'],
		['area profile of a group', 'area?area=E06000016+E06000017+E10000018'],
		['a parent made on the spot', `compare?${COUNTED}&parent=E12000004+-E06000018`],
		['compared with a group', `trends?${COUNTED}&area=E06000016&benchmark=E06000017+E10000018`],
		['why of a group', `why?${COUNTED}&area=E06000016+E06000017+E10000018`],
	],
};

/** A profile's pages: `{ name, address, status }`. */
export async function pagesOf(server, profile) {
	const base = `${server}/${profile}/`;
	const list = await (await fetch(`${base}definitions`)).text();
	const key = /definitions\?[^"]*?indicator=([^"&]+)/.exec(list)[1];
	const fine = [
		['home', ''],
		['overview', 'overview'],
		['compare', 'compare'],
		['map', 'map'],
		['area', 'area'],
		['trends', 'trends'],
		['spread', 'spread'],
		['funnel', 'funnel'],
		['inequalities', 'inequalities'],
		['inequalities over time', 'inequality-trends'],
		['root', 'england'],
		['definitions', 'definitions'],
		['definition', `definitions?indicator=${key}`],
		['download', 'download'],
		['help', 'help'],
		['search', 'search?q=leicester+self+harm'],
		['search for nothing there is', 'search?q=xyzzy'],
		['why', 'why'],
		...(server === url ? OF_DEMO[profile] : []),
	];
	const lost = [
		['no such page', 'overvieww'],
		['no such indicator', `compare?indicator=${key}x`],
		['no such area', 'area?area=E0600001'],
		['no such domain', 'overview?domain=zzz'],
		['no such group', 'area?area=E06000016+E99999999'],
	];
	return [
		...fine.map(([name, path]) => ({ name, address: base + path, status: 200 })),
		...lost.map(([name, path]) => ({ name, address: base + path, status: 404 })),
		{ name: 'no sense', address: `${base}overview?area=%ff`, status: 400 },
	];
}

/** The pages that belong to no profile. */
export const SITE_PAGES = [
	{ name: 'profiles', address: `${url}/`, status: 200 },
	{ name: 'no such profile', address: `${url}/made-up-englan/`, status: 404 },
	{ name: 'nothing of the kind', address: `${url}/zzz/zzz/zzz`, status: 404 },
];

/** All of them, with the profile's name before each. */
export async function demoPages() {
	const lists = PROFILES.map(async (profile) =>
		(await pagesOf(url, profile)).map((page) => ({ ...page, name: `${profile}, ${page.name}` })),
	);
	return [...SITE_PAGES, ...(await Promise.all(lists)).flat()];
}
