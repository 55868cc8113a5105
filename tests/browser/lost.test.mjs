// Wrong addresses: status 404 and a page that names what was not found, offers the nearest
// that exists as a link that works, and other ways on that work too.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { elementText, linksOf, textOf } from './read.mjs';
import { url } from './support.mjs';

const P = '/made-up-england';

// What is asked for, what the page has to name, and what it has to offer.
const LOST = {
	'a profile': ['/made-up-englan/', 'profile “made-up-englan”', `${P}/`],
	'a page of a profile that is not there': [
		'/leicestershire-2019/compare?type=ward',
		'profile “leicestershire-2019”',
		'/leicestershire-2018/',
	],
	'a page': [`${P}/comparee`, 'page “comparee”', `${P}/compare`],
	'a form of a page': [`${P}/help.csv`, 'page “help.csv”', `${P}/help`],
	'a domain': [`${P}/overview?domain=finanse`, 'domain “finanse”', `${P}/overview?domain=finance`],
	'an indicator': [
		`${P}/compare?indicator=800106x`,
		'indicator “800106x”',
		`${P}/compare?indicator=800106`,
	],
	'an indicator to define': [
		`${P}/definitions?indicator=80010`,
		'indicator “80010”',
		`${P}/definitions?indicator=800101`,
	],
	'an area': [`${P}/area?area=Leicster`, 'area “Leicster”', `${P}/area?area=E06000016`],
	'an area over time': [
		`${P}/trends?indicator=800107&area=E9200001`,
		'area “E9200001”',
		`${P}/trends?indicator=800107&area=E92000001`,
	],
	'a kind of area': [
		`${P}/overview?type=regions`,
		'area type “regions”',
		`${P}/overview?type=region`,
	],
	'a parent': [
		`${P}/overview?parent=North%20Eest%20region`,
		'parent area “North Eest region”',
		`${P}/overview?parent=E12000001`,
	],
	'an area to compare with': [
		`${P}/compare?benchmark=Englnd`,
		'area to compare with “Englnd”',
		`${P}/compare?benchmark=E92000001`,
	],
	'a period': [
		`${P}/compare?indicator=800107&period=2012-3`,
		'period “2012-3”',
		`${P}/compare?indicator=800107&period=2012-13`,
	],
	'a sex': [
		`${P}/compare?indicator=800107&sex=femal`,
		'sex “femal”',
		`${P}/compare?indicator=800107&sex=female`,
	],
	'an age': [
		`${P}/compare?indicator=800107&age=10-24-yr`,
		'age “10-24-yr”',
		`${P}/compare?indicator=800107&age=10-24-yrs`,
	],
	'a period before all that the indicator has': [
		`${P}/compare?indicator=800107&period=1999`,
		'period “1999”',
		`${P}/compare?indicator=800107&period=2009-10`,
	],
	'a chart': [
		`${P}/compare.svg?indicator=800106x`,
		'indicator “800106x”',
		`${P}/compare?indicator=800106`,
	],
	'a table': [`${P}/area.csv?area=Leicster`, 'area “Leicster”', `${P}/area?area=E06000016`],
};

// Nothing resembles these: the page still names them and leads on.
const UNHEARD_OF = {
	'an unheard-of area': [`${P}/area?area=Atlantis%20%3Cb%3E`, 'area “Atlantis <b>”'],
	'an unheard-of period': [`${P}/compare?period=zzz`, 'period “zzz”'],
	'an unheard-of group': [`${P}/compare?category=zzz`, 'category “zzz”'],
	'an unheard-of page': [`${P}/qqqqqqqq`, 'page “qqqqqqqq”'],
	'an unheard-of profile': ['/qqqqqqqq/', 'profile “qqqqqqqq”'],
	'an unheard-of file': ['/assets/qqqqqqqq.css', 'file “qqqqqqqq.css”'],
};

// All of these exist, but not together: what the page has to say, and what is nearest.
const APART = {
	'a sex that the indicator has not': [
		`${P}/compare?indicator=800101&sex=female`,
		'“Mental health disorders” has no figures for female',
		/indicator=800101&sex=persons/,
	],
	'an age': [
		`${P}/trends?indicator=800107&age=5-16-yrs&area=E06000016`,
		'has no figures for 5-16 yrs',
		/trends\?.*age=10-24-yrs.*area=E06000016/,
	],
	'a kind of period': [
		`${P}/compare?indicator=800107&period=2013`,
		'has no figures for 2013',
		/period=2013-14/,
	],
	'an area of another kind': [
		`${P}/area?type=region&area=E06000016`,
		'Leicester is not one of the regions',
		/area=E12000004/,
	],
	'a parent of other areas': [
		`${P}/overview?type=region&parent=E12000004`,
		'There are no regions in East Midlands',
		/overview\?type=region&parent=all/,
	],
	'a table of what is apart': [
		`${P}/compare.csv?indicator=800101&sex=female`,
		'has no figures for female',
		/sex=persons/,
	],
};

/** The page that says that something is not there; fails unless it does. */
async function lostPage(address, named) {
	const response = await fetch(url + address);
	const html = await response.text();
	assert.equal(response.status, 404, address);
	assert.match(response.headers.get('content-type'), /^text\/html/);
	assert.match(elementText(html, 'title'), /not found/i);
	assert.ok(elementText(html, 'h1').includes(named), elementText(html, 'h1'));
	assert.doesNotMatch(html, /<b>/);
	return html;
}

/** Every link of the page works: from a wrong turning all ways lead back. */
async function assertWaysOn(html) {
	const links = new Set(linksOf(html).filter((link) => link.startsWith('/')));
	for (const link of links) {
		const response = await fetch(url + link);
		await response.body.cancel();
		assert.equal(response.status, 200, link);
	}
}

describe('not found', () => {
	for (const [name, [address, named, nearest]] of Object.entries(LOST))
		it(name, async () => {
			const html = await lostPage(address, named);
			const offer = /<p[^>]*>Did you mean .*?<\/p>/s.exec(html)?.[0] ?? '';
			assert.ok(offer, `no offer in: ${textOf(html)}`);
			assert.deepEqual(linksOf(offer), [nearest]);
			await assertWaysOn(html);
		});

	for (const [name, [address, named, nearest]] of Object.entries(APART))
		it(name, async () => {
			const html = await lostPage(address, named);
			const offer = /<p[^>]*>The nearest that there is: .*?<\/p>/s.exec(html)?.[0] ?? '';
			const [link] = linksOf(offer);
			assert.match(link, nearest);
			await assertWaysOn(html);
		});

	it('who picks another indicator in a form is led to the nearest, and told so', async () => {
		const sent = `${P}/compare?indicator=800101&sex=female&period=2012-13&form=1`;
		const response = await fetch(url + sent);
		const html = await response.text();
		assert.equal(response.status, 200);
		assert.ok(response.redirected);
		assert.doesNotMatch(response.url, /form=|female|2012/);
		assert.match(textOf(html), /so this page shows another sex \(Persons\) and another period/);
		// Nothing of that is taken along.
		for (const link of linksOf(html)) assert.doesNotMatch(link, /changed=|form=/);
		await assertWaysOn(html);
	});

	for (const [name, [address, named]] of Object.entries(UNHEARD_OF))
		it(name, async () => assertWaysOn(await lostPage(address, named)));

	it('an address that makes no sense is another matter', async () => {
		for (const query of ['area=%ff', `area=${'x'.repeat(600)}`, 'area=%0a%00']) {
			const response = await fetch(`${url}${P}/overview?${query}`);
			const html = await response.text();
			assert.equal(response.status, 400, query);
			assert.match(elementText(html, 'h1'), /does not make sense/);
			await assertWaysOn(html);
		}
	});

	it('what is asked for twice or means nothing here is no fault', async () => {
		for (const query of ['area=zzz&area=E06000016', 'utm_source=x', 'sort=zzz'])
			assert.equal((await fetch(`${url}${P}/compare?${query}`)).status, 200, query);
	});
});
