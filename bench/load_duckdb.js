// bench/load_duckdb.js - seconds that DuckDB takes to load a CSV file into memory.
//
// usage: node load_duckdb.js FILE [RUNS]
//
// Two threads, all else as DuckDB chooses: delimiter, quotes and column types found out by
// itself, as anybody would load a download. Prints one line a run; starting the program is
// not counted.
import { rmSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const [file, runs = '3', where = ':memory:'] = process.argv.slice(2);
if (!file || !(Number(runs) >= 1)) {
	console.error('usage: node load_duckdb.js FILE [RUNS [DATABASE]]');
	process.exit(2);
}

const path = file.replaceAll("'", "''");
for (let run = 0; run < Number(runs); run++) {
	rmSync(where, { force: true });
	const database = await DuckDBInstance.create(where, { threads: '2' });
	const connection = await database.connect();
	const begin = process.hrtime.bigint();
	await connection.run(
		`CREATE TABLE figures AS SELECT * FROM read_csv('${path}')`);
	await connection.run('CHECKPOINT');
	const end = process.hrtime.bigint();
	const counted = await connection.runAndReadAll('SELECT count(*) FROM figures');
	console.error(`duckdb: ${counted.getRows()[0][0]} rows`);
	console.log((Number(end - begin) / 1e9).toFixed(3));
	connection.closeSync();
	database.closeSync();
}
