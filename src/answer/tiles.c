#include "answer/tiles.h"

#include <stddef.h>

/* By code. Found by pushing the middles of areas apart until each has a square of its
 * own, then exchanging squares as long as neighbours came nearer to each other. */
static const struct {
	struct str code;
	struct tile tile;
} tiles[] = {
	{ STR_IN_TABLE("E06000001"), { 6, 2 } },   /* Hartlepool */
	{ STR_IN_TABLE("E06000002"), { 7, 3 } },   /* Middlesbrough */
	{ STR_IN_TABLE("E06000003"), { 8, 3 } },   /* Redcar and Cleveland */
	{ STR_IN_TABLE("E06000004"), { 6, 3 } },   /* Stockton-on-Tees */
	{ STR_IN_TABLE("E06000005"), { 5, 3 } },   /* Darlington */
	{ STR_IN_TABLE("E06000006"), { 1, 7 } },   /* Halton */
	{ STR_IN_TABLE("E06000007"), { 2, 7 } },   /* Warrington */
	{ STR_IN_TABLE("E06000008"), { 2, 4 } },   /* Blackburn with Darwen */
	{ STR_IN_TABLE("E06000009"), { 2, 3 } },   /* Blackpool */
	{ STR_IN_TABLE("E06000010"), { 9, 5 } },   /* Kingston upon Hull, City of */
	{ STR_IN_TABLE("E06000011"), { 8, 5 } },   /* East Riding of Yorkshire */
	{ STR_IN_TABLE("E06000012"), { 8, 8 } },   /* North East Lincolnshire */
	{ STR_IN_TABLE("E06000013"), { 8, 7 } },   /* North Lincolnshire */
	{ STR_IN_TABLE("E06000014"), { 7, 4 } },   /* York */
	{ STR_IN_TABLE("E06000015"), { 6, 9 } },   /* Derby */
	{ STR_IN_TABLE("E06000016"), { 7, 9 } },   /* Leicester */
	{ STR_IN_TABLE("E06000017"), { 7, 10 } },  /* Rutland */
	{ STR_IN_TABLE("E06000018"), { 6, 8 } },   /* Nottingham */
	{ STR_IN_TABLE("E06000019"), { 3, 12 } },  /* Herefordshire, County of */
	{ STR_IN_TABLE("E06000020"), { 3, 10 } },  /* Telford and Wrekin */
	{ STR_IN_TABLE("E06000021"), { 3, 9 } },   /* Stoke-on-Trent */
	{ STR_IN_TABLE("E06000022"), { 3, 14 } },  /* Bath and North East Somerset */
	{ STR_IN_TABLE("E06000023"), { 2, 13 } },  /* Bristol, City of */
	{ STR_IN_TABLE("E06000024"), { 2, 14 } },  /* North Somerset */
	{ STR_IN_TABLE("E06000025"), { 3, 13 } },  /* South Gloucestershire */
	{ STR_IN_TABLE("E06000026"), { 1, 17 } },  /* Plymouth */
	{ STR_IN_TABLE("E06000027"), { 2, 17 } },  /* Torbay */
	{ STR_IN_TABLE("E06000030"), { 4, 14 } },  /* Swindon */
	{ STR_IN_TABLE("E06000031"), { 8, 10 } },  /* Peterborough */
	{ STR_IN_TABLE("E06000032"), { 9, 13 } },  /* Luton */
	{ STR_IN_TABLE("E06000033"), { 12, 10 } }, /* Southend-on-Sea */
	{ STR_IN_TABLE("E06000034"), { 13, 11 } }, /* Thurrock */
	{ STR_IN_TABLE("E06000035"), { 9, 19 } },  /* Medway */
	{ STR_IN_TABLE("E06000036"), { 7, 17 } },  /* Bracknell Forest */
	{ STR_IN_TABLE("E06000037"), { 5, 15 } },  /* West Berkshire */
	{ STR_IN_TABLE("E06000038"), { 6, 14 } },  /* Reading */
	{ STR_IN_TABLE("E06000039"), { 8, 15 } },  /* Slough */
	{ STR_IN_TABLE("E06000040"), { 7, 15 } },  /* Windsor and Maidenhead */
	{ STR_IN_TABLE("E06000041"), { 6, 15 } },  /* Wokingham */
	{ STR_IN_TABLE("E06000042"), { 7, 12 } },  /* Milton Keynes */
	{ STR_IN_TABLE("E06000043"), { 8, 18 } },  /* Brighton and Hove */
	{ STR_IN_TABLE("E06000044"), { 6, 17 } },  /* Portsmouth */
	{ STR_IN_TABLE("E06000045"), { 5, 17 } },  /* Southampton */
	{ STR_IN_TABLE("E06000046"), { 7, 19 } },  /* Isle of Wight */
	{ STR_IN_TABLE("E06000047"), { 5, 2 } },   /* County Durham */
	{ STR_IN_TABLE("E06000049"), { 3, 8 } },   /* Cheshire East */
	{ STR_IN_TABLE("E06000050"), { 2, 8 } },   /* Cheshire West and Chester */
	{ STR_IN_TABLE("E06000051"), { 2, 10 } },  /* Shropshire */
	{ STR_IN_TABLE("E06000052"), { 1, 16 } },  /* Cornwall */
	{ STR_IN_TABLE("E06000053"), { 0, 16 } },  /* Isles of Scilly */
	{ STR_IN_TABLE("E06000054"), { 4, 15 } },  /* Wiltshire */
	{ STR_IN_TABLE("E06000055"), { 8, 11 } },  /* Bedford */
	{ STR_IN_TABLE("E06000056"), { 8, 12 } },  /* Central Bedfordshire */
	{ STR_IN_TABLE("E06000057"), { 4, 1 } },   /* Northumberland */
	{ STR_IN_TABLE("E06000058"),
	    { 5, 16 } }, /* Bournemouth, Christchurch and Poole */
	{ STR_IN_TABLE("E06000059"), { 4, 16 } },  /* Dorset */
	{ STR_IN_TABLE("E06000060"), { 7, 13 } },  /* Buckinghamshire */
	{ STR_IN_TABLE("E06000061"), { 7, 11 } },  /* North Northamptonshire */
	{ STR_IN_TABLE("E06000062"), { 6, 12 } },  /* West Northamptonshire */
	{ STR_IN_TABLE("E06000063"), { 4, 2 } },   /* Cumberland */
	{ STR_IN_TABLE("E06000064"), { 4, 3 } },   /* Westmorland and Furness */
	{ STR_IN_TABLE("E06000065"), { 6, 4 } },   /* North Yorkshire */
	{ STR_IN_TABLE("E06000066"), { 3, 15 } },  /* Somerset */
	{ STR_IN_TABLE("E08000001"), { 2, 5 } },   /* Bolton */
	{ STR_IN_TABLE("E08000002"), { 3, 5 } },   /* Bury */
	{ STR_IN_TABLE("E08000003"), { 4, 7 } },   /* Manchester */
	{ STR_IN_TABLE("E08000004"), { 4, 6 } },   /* Oldham */
	{ STR_IN_TABLE("E08000005"), { 4, 5 } },   /* Rochdale */
	{ STR_IN_TABLE("E08000006"), { 3, 6 } },   /* Salford */
	{ STR_IN_TABLE("E08000007"), { 4, 8 } },   /* Stockport */
	{ STR_IN_TABLE("E08000008"), { 5, 7 } },   /* Tameside */
	{ STR_IN_TABLE("E08000009"), { 3, 7 } },   /* Trafford */
	{ STR_IN_TABLE("E08000010"), { 2, 6 } },   /* Wigan */
	{ STR_IN_TABLE("E08000011"), { 1, 5 } },   /* Knowsley */
	{ STR_IN_TABLE("E08000012"), { 0, 6 } },   /* Liverpool */
	{ STR_IN_TABLE("E08000013"), { 1, 6 } },   /* St. Helens */
	{ STR_IN_TABLE("E08000014"), { 1, 4 } },   /* Sefton */
	{ STR_IN_TABLE("E08000015"), { 1, 8 } },   /* Wirral */
	{ STR_IN_TABLE("E08000016"), { 6, 6 } },   /* Barnsley */
	{ STR_IN_TABLE("E08000017"), { 7, 6 } },   /* Doncaster */
	{ STR_IN_TABLE("E08000018"), { 7, 7 } },   /* Rotherham */
	{ STR_IN_TABLE("E08000019"), { 6, 7 } },   /* Sheffield */
	{ STR_IN_TABLE("E08000021"), { 4, 0 } },   /* Newcastle upon Tyne */
	{ STR_IN_TABLE("E08000022"), { 5, 0 } },   /* North Tyneside */
	{ STR_IN_TABLE("E08000023"), { 6, 0 } },   /* South Tyneside */
	{ STR_IN_TABLE("E08000024"), { 6, 1 } },   /* Sunderland */
	{ STR_IN_TABLE("E08000025"), { 4, 11 } },  /* Birmingham */
	{ STR_IN_TABLE("E08000026"), { 6, 11 } },  /* Coventry */
	{ STR_IN_TABLE("E08000027"), { 3, 11 } },  /* Dudley */
	{ STR_IN_TABLE("E08000028"), { 5, 10 } },  /* Sandwell */
	{ STR_IN_TABLE("E08000029"), { 5, 11 } },  /* Solihull */
	{ STR_IN_TABLE("E08000030"), { 5, 9 } },   /* Walsall */
	{ STR_IN_TABLE("E08000031"), { 4, 9 } },   /* Wolverhampton */
	{ STR_IN_TABLE("E08000032"), { 5, 4 } },   /* Bradford */
	{ STR_IN_TABLE("E08000033"), { 5, 5 } },   /* Calderdale */
	{ STR_IN_TABLE("E08000034"), { 5, 6 } },   /* Kirklees */
	{ STR_IN_TABLE("E08000035"), { 6, 5 } },   /* Leeds */
	{ STR_IN_TABLE("E08000036"), { 7, 5 } },   /* Wakefield */
	{ STR_IN_TABLE("E08000037"), { 5, 1 } },   /* Gateshead */
	{ STR_IN_TABLE("E09000001"), { 12, 15 } }, /* City of London */
	{ STR_IN_TABLE("E09000002"), { 13, 12 } }, /* Barking and Dagenham */
	{ STR_IN_TABLE("E09000003"), { 10, 13 } }, /* Barnet */
	{ STR_IN_TABLE("E09000004"), { 11, 18 } }, /* Bexley */
	{ STR_IN_TABLE("E09000005"), { 9, 14 } },  /* Brent */
	{ STR_IN_TABLE("E09000006"), { 10, 18 } }, /* Bromley */
	{ STR_IN_TABLE("E09000007"), { 11, 14 } }, /* Camden */
	{ STR_IN_TABLE("E09000008"), { 10, 17 } }, /* Croydon */
	{ STR_IN_TABLE("E09000009"), { 8, 14 } },  /* Ealing */
	{ STR_IN_TABLE("E09000010"), { 10, 12 } }, /* Enfield */
	{ STR_IN_TABLE("E09000011"), { 11, 17 } }, /* Greenwich */
	{ STR_IN_TABLE("E09000012"), { 12, 13 } }, /* Hackney */
	{ STR_IN_TABLE("E09000013"), { 9, 15 } },  /* Hammersmith and Fulham */
	{ STR_IN_TABLE("E09000014"), { 11, 13 } }, /* Haringey */
	{ STR_IN_TABLE("E09000015"), { 8, 13 } },  /* Harrow */
	{ STR_IN_TABLE("E09000016"), { 12, 11 } }, /* Havering */
	{ STR_IN_TABLE("E09000017"), { 7, 14 } },  /* Hillingdon */
	{ STR_IN_TABLE("E09000018"), { 7, 16 } },  /* Hounslow */
	{ STR_IN_TABLE("E09000019"), { 12, 14 } }, /* Islington */
	{ STR_IN_TABLE("E09000020"), { 10, 14 } }, /* Kensington and Chelsea */
	{ STR_IN_TABLE("E09000021"), { 9, 16 } },  /* Kingston upon Thames */
	{ STR_IN_TABLE("E09000022"), { 11, 16 } }, /* Lambeth */
	{ STR_IN_TABLE("E09000023"), { 12, 18 } }, /* Lewisham */
	{ STR_IN_TABLE("E09000024"), { 10, 16 } }, /* Merton */
	{ STR_IN_TABLE("E09000025"), { 13, 13 } }, /* Newham */
	{ STR_IN_TABLE("E09000026"), { 12, 12 } }, /* Redbridge */
	{ STR_IN_TABLE("E09000027"), { 8, 16 } },  /* Richmond upon Thames */
	{ STR_IN_TABLE("E09000028"), { 12, 17 } }, /* Southwark */
	{ STR_IN_TABLE("E09000029"), { 9, 17 } },  /* Sutton */
	{ STR_IN_TABLE("E09000030"), { 13, 14 } }, /* Tower Hamlets */
	{ STR_IN_TABLE("E09000031"), { 11, 12 } }, /* Waltham Forest */
	{ STR_IN_TABLE("E09000032"), { 10, 15 } }, /* Wandsworth */
	{ STR_IN_TABLE("E09000033"), { 11, 15 } }, /* Westminster */
	{ STR_IN_TABLE("E10000003"), { 9, 11 } },  /* Cambridgeshire */
	{ STR_IN_TABLE("E10000007"), { 5, 8 } },   /* Derbyshire */
	{ STR_IN_TABLE("E10000008"), { 2, 16 } },  /* Devon */
	{ STR_IN_TABLE("E10000011"), { 9, 18 } },  /* East Sussex */
	{ STR_IN_TABLE("E10000012"), { 11, 11 } }, /* Essex */
	{ STR_IN_TABLE("E10000013"), { 4, 13 } },  /* Gloucestershire */
	{ STR_IN_TABLE("E10000014"), { 6, 16 } },  /* Hampshire */
	{ STR_IN_TABLE("E10000015"), { 9, 12 } },  /* Hertfordshire */
	{ STR_IN_TABLE("E10000016"), { 10, 19 } }, /* Kent */
	{ STR_IN_TABLE("E10000017"), { 3, 4 } },   /* Lancashire */
	{ STR_IN_TABLE("E10000018"), { 6, 10 } },  /* Leicestershire */
	{ STR_IN_TABLE("E10000019"), { 8, 9 } },   /* Lincolnshire */
	{ STR_IN_TABLE("E10000020"), { 9, 10 } },  /* Norfolk */
	{ STR_IN_TABLE("E10000024"), { 7, 8 } },   /* Nottinghamshire */
	{ STR_IN_TABLE("E10000025"), { 5, 14 } },  /* Oxfordshire */
	{ STR_IN_TABLE("E10000028"), { 4, 10 } },  /* Staffordshire */
	{ STR_IN_TABLE("E10000029"), { 10, 11 } }, /* Suffolk */
	{ STR_IN_TABLE("E10000030"), { 8, 17 } },  /* Surrey */
	{ STR_IN_TABLE("E10000031"), { 5, 12 } },  /* Warwickshire */
	{ STR_IN_TABLE("E10000032"), { 7, 18 } },  /* West Sussex */
	{ STR_IN_TABLE("E10000034"), { 4, 12 } },  /* Worcestershire */
	{ STR_IN_TABLE("E12000001"), { 1, 0 } },   /* North East */
	{ STR_IN_TABLE("E12000002"), { 0, 1 } },   /* North West */
	{ STR_IN_TABLE("E12000003"), { 1, 1 } },   /* Yorkshire and The Humber */
	{ STR_IN_TABLE("E12000004"), { 1, 2 } },   /* East Midlands */
	{ STR_IN_TABLE("E12000005"), { 0, 2 } },   /* West Midlands */
	{ STR_IN_TABLE("E12000006"), { 2, 2 } },   /* East of England */
	{ STR_IN_TABLE("E12000007"), { 2, 3 } },   /* London */
	{ STR_IN_TABLE("E12000008"), { 1, 3 } },   /* South East */
	{ STR_IN_TABLE("E12000009"), { 0, 3 } },   /* South West */
	{ STR_IN_TABLE("E54000008"), { 2, 2 } },   /* Cheshire and Merseyside */
	{ STR_IN_TABLE("E54000010"), { 2, 3 } }, /* Staffordshire and Stoke-on-Trent */
	{ STR_IN_TABLE("E54000011"), { 1, 3 } }, /* Shropshire, Telford and Wrekin */
	{ STR_IN_TABLE("E54000013"), { 5, 3 } }, /* Lincolnshire */
	{ STR_IN_TABLE("E54000015"),
	    { 4, 3 } }, /* Leicester, Leicestershire and Rutland */
	{ STR_IN_TABLE("E54000018"), { 4, 4 } }, /* Coventry and Warwickshire */
	{ STR_IN_TABLE("E54000019"), { 2, 4 } }, /* Herefordshire and Worcestershire */
	{ STR_IN_TABLE("E54000022"), { 6, 3 } }, /* Norfolk and Waveney */
	{ STR_IN_TABLE("E54000023"), { 7, 4 } }, /* Suffolk and North East Essex */
	{ STR_IN_TABLE("E54000024"),
	    { 5, 5 } }, /* Bedfordshire, Luton and Milton Keynes */
	{ STR_IN_TABLE("E54000025"), { 6, 5 } }, /* Hertfordshire and West Essex */
	{ STR_IN_TABLE("E54000026"), { 7, 5 } }, /* Mid and South Essex */
	{ STR_IN_TABLE("E54000027"), { 5, 6 } }, /* North West London */
	{ STR_IN_TABLE("E54000028"), { 6, 6 } }, /* North Central London */
	{ STR_IN_TABLE("E54000029"), { 7, 6 } }, /* North East London */
	{ STR_IN_TABLE("E54000030"), { 6, 8 } }, /* South East London */
	{ STR_IN_TABLE("E54000031"), { 6, 7 } }, /* South West London */
	{ STR_IN_TABLE("E54000032"), { 5, 8 } }, /* Kent and Medway */
	{ STR_IN_TABLE("E54000034"), { 4, 6 } }, /* Frimley */
	{ STR_IN_TABLE("E54000036"), { 0, 8 } }, /* Cornwall and the Isles of Scilly */
	{ STR_IN_TABLE("E54000037"), { 2, 8 } }, /* Devon */
	{ STR_IN_TABLE("E54000038"), { 2, 7 } }, /* Somerset */
	{ STR_IN_TABLE("E54000039"),
	    { 2, 6 } }, /* Bristol, North Somerset and South Gloucestershire */
	{ STR_IN_TABLE("E54000040"),
	    { 3, 6 } }, /* Bath and North East Somerset, Swindon and Wiltshire */
	{ STR_IN_TABLE("E54000041"), { 3, 8 } }, /* Dorset */
	{ STR_IN_TABLE("E54000042"), { 4, 7 } }, /* Hampshire and Isle of Wight */
	{ STR_IN_TABLE("E54000043"), { 3, 5 } }, /* Gloucestershire */
	{ STR_IN_TABLE("E54000044"),
	    { 4, 5 } }, /* Buckinghamshire, Oxfordshire and Berkshire West */
	{ STR_IN_TABLE("E54000048"), { 3, 0 } }, /* Lancashire and South Cumbria */
	{ STR_IN_TABLE("E54000050"), { 4, 0 } }, /* North East and North Cumbria */
	{ STR_IN_TABLE("E54000051"), { 4, 1 } }, /* Humber and North Yorkshire */
	{ STR_IN_TABLE("E54000054"), { 3, 1 } }, /* West Yorkshire */
	{ STR_IN_TABLE("E54000055"), { 3, 3 } }, /* Birmingham and Solihull */
	{ STR_IN_TABLE("E54000056"), { 6, 4 } }, /* Cambridgeshire and Peterborough */
	{ STR_IN_TABLE("E54000057"), { 2, 1 } }, /* Greater Manchester */
	{ STR_IN_TABLE("E54000058"), { 3, 2 } }, /* Derby and Derbyshire */
	{ STR_IN_TABLE("E54000059"), { 5, 4 } }, /* Northamptonshire */
	{ STR_IN_TABLE("E54000060"), { 5, 2 } }, /* Nottingham and Nottinghamshire */
	{ STR_IN_TABLE("E54000061"), { 4, 2 } }, /* South Yorkshire */
	{ STR_IN_TABLE("E54000062"), { 3, 4 } }, /* Black Country */
	{ STR_IN_TABLE("E54000063"), { 5, 7 } }, /* Surrey Heartlands */
	{ STR_IN_TABLE("E54000064"), { 4, 8 } }, /* Sussex */
};

bool
tile_of(struct str code, struct tile *tile)
{
	size_t from = 0, until = sizeof tiles / sizeof *tiles;

	if (str_starts(code, STR("n")))
		code = str_slice(code, 1, code.len);
	while (from < until) {
		size_t middle = from + (until - from) / 2;
		int order = str_order(tiles[middle].code, code);
		if (order == 0) {
			*tile = tiles[middle].tile;
			return true;
		}
		if (order < 0)
			from = middle + 1;
		else
			until = middle;
	}
	return false;
}
