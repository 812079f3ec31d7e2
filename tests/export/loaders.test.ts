import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../fixtures/duckdb.ts';
import { makeStudy } from '../fixtures/made-study.ts';
import { makeTinyFolder, printedRows } from '../fixtures/tiny-folder.ts';
import { tinyRows, tinyTable } from '../fixtures/tiny-table.ts';

let tiny = '';
let study = '';
beforeAll(async () => {
  tiny = await makeTinyFolder();
  const made = (await makeStudy()).study.folder;
  study = mkdtempSync(join(tmpdir(), 'alone-'));
  for (const part of [
    'load',
    'tables',
    'summary',
    'runs.csv',
    'outcomes.csv',
    'parameters.csv',
    'checks.csv',
    'codebook.csv',
    'datapackage.json',
  ])
    cpSync(join(made, part), join(study, part), { recursive: true });
  rmSync(made, { recursive: true });
});
afterAll(() => {
  for (const folder of [tiny, study]) rmSync(folder, { recursive: true });
});

/** Tables of the study with their rows, `runs 6`, as datapackage.json has them. */
function described(): readonly string[] {
  const { resources } = JSON.parse(readFileSync(join(study, 'datapackage.json'), 'utf8'));
  return resources.map(({ name, rows }: { name: string; rows: number }) => `${name} ${rows}`);
}

/** Runs a script in a folder and gives its lines; what it says on stderr fails the test. */
function lines(command: string, script: string, folder: string): readonly string[] {
  const file = join(folder, `script${command.includes('Rscript') ? '.R' : '.py'}`);
  writeFileSync(file, script);
  const ended = spawnSync(command, [file], { cwd: folder, encoding: 'utf8' });
  expect([ended.status, ended.stderr]).toEqual([0, '']);
  return ended.stdout.trimEnd().split('\n');
}

const works = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;
/** Numbers in the shortest form, whatever the program printed. */
const rowsOf = (printedLines: readonly string[]) =>
  printedLines.map((line) =>
    line.split('\t').map((cell, at) => (at === 4 && cell !== 'NA' ? String(Number(cell)) : cell)),
  );

describe('load.sql', () => {
  const load = (folder: string) => readFileSync(join(folder, 'load', 'load.sql'), 'utf8');

  it.each(['tiny', 'large'])('brings every cell of %s into DuckDB, typed', async (name) => {
    const rows = await query(`${load(tiny)} SELECT * FROM ${name}`, tiny);
    expect(rows.map((row) => row.map((cell) => cell ?? 'NA'))).toEqual(
      tinyRows.map((row) => row.map((cell) => (cell === null ? 'NA' : String(cell === 0 ? 0 : cell)))),
    );
    const types = await query(
      `${load(tiny)} SELECT data_type FROM duckdb_columns() WHERE table_name = '${name}'`,
      tiny,
    );
    expect(types.flat()).toEqual(['VARCHAR', 'INTEGER', 'BIGINT', 'DATE', 'DOUBLE', 'BOOLEAN', 'VARCHAR']);
  });

  it('says of each column what it is, with its unit', async () => {
    const comments = await query(
      `${load(tiny)} SELECT comment FROM duckdb_columns() WHERE table_name = 'tiny' ORDER BY column_index`,
      tiny,
    );
    expect(comments.flat().slice(3, 5)).toEqual(["the month's first day", 'an amount [US dollars]']);
  });

  it('loads a study from its folder alone, every table with all its rows', async () => {
    const counts = [];
    for (const table of described()) {
      const name = table.split(' ')[0];
      const [[rows]] = await query(`${load(study)} SELECT count(*) FROM ${name}`, study);
      counts.push(`${name} ${rows}`);
    }
    expect(counts).toEqual(described());
  });
});

describe('load.R', () => {
  const missing = !works('Rscript', '--version');

  it('brings every cell into R, typed, with label and unit', ({ skip }) => {
    skip(missing, 'Rscript is not on this machine');
    const script = `
      source("load/load.R")
      for (name in c("tiny", "large")) {
        data <- load_table(name)
        cat(vapply(data, function(column) class(column)[1], ""), sep = "\\t"); cat("\\n")
        cat(attr(data$amount_usd, "label"), attr(data$amount_usd, "unit"), attr(data, "label"), sep = "|"); cat("\\n")
        show <- function(x) if (is.na(x)) "NA" else if (inherits(x, "Date")) format(x) else if (is.logical(x)) as.integer(x) else
          if (is.character(x)) paste(utf8ToInt(x), collapse = " ") else sprintf("%.17g", x)
        for (row in seq_len(nrow(data))) {
          cat(vapply(data, function(column) as.character(show(column[row])), ""), sep = "\\t"); cat("\\n")
        }
      }`;
    const read = lines('Rscript', script, tiny);
    for (const half of [read.slice(0, 8), read.slice(8)]) {
      expect(half[0].split('\t')).toEqual([
        'character',
        'integer',
        'numeric',
        'Date',
        'numeric',
        'logical',
        'character',
      ]);
      expect(half[1]).toBe(`an amount|US dollars|${tinyTable.description}`);
      expect(rowsOf(half.slice(2))).toEqual(printedRows);
    }
  });

  it('loads a study from its folder alone, every table with all its rows', ({ skip }) => {
    skip(missing, 'Rscript is not on this machine');
    const script =
      'source("load/load.R"); s <- load_study(); for (n in names(s)) cat(n, nrow(s[[n]]), "\\n")';
    expect(lines('Rscript', script, study).map((line) => line.trim())).toEqual(described());
  });
});

describe('load.py', () => {
  const pandas = ['python3', '/usr/bin/python3', 'python'].find((each) => works(each, '-c', 'import pandas'));
  const missing = 'no Python with pandas is on this machine';
  const start = 'import sys; sys.dont_write_bytecode = True; sys.path.insert(0, "load")\n';

  it('is a program that Python takes', ({ skip }) => {
    skip(!works('python3', '--version'), 'no Python is on this machine');
    const script = 'import ast; ast.parse(open("load/load.py", encoding="utf-8").read()); print("whole")';
    expect(lines('python3', script, tiny)).toEqual(['whole']);
  });

  it('brings every cell into pandas, typed, with label and unit', ({ skip }) => {
    skip(pandas === undefined, missing);
    const script = `${start}
import pandas
from load import load_table
def show(x):
    if pandas.isna(x): return "NA"
    if isinstance(x, str): return " ".join(str(ord(c)) for c in x)
    if hasattr(x, "strftime"): return x.strftime("%Y-%m-%d")
    return repr(float(x)) if isinstance(x, float) else str(int(x))
for name in ["tiny", "large"]:
    frame = load_table(name)
    print(*frame.dtypes, sep="\\t")
    print(frame.attrs["labels"]["amount_usd"], frame.attrs["units"]["amount_usd"], frame.attrs["label"], sep="|")
    for row in frame.itertuples(index=False): print(*map(show, row), sep="\\t")
`;
    const read = lines(pandas!, script, tiny);
    for (const half of [read.slice(0, 8), read.slice(8)]) {
      expect(half[0].split('\t')).toEqual([
        'string',
        'Int32',
        'Int64',
        'datetime64[ns]',
        'float64',
        'boolean',
        'string',
      ]);
      expect(half[1]).toBe(`an amount|US dollars|${tinyTable.description}`);
      expect(rowsOf(half.slice(2))).toEqual(printedRows);
    }
  });

  it('loads a study from its folder alone, every table with all its rows', ({ skip }) => {
    skip(pandas === undefined, missing);
    const script = `${start}from load import load_study\nfor name, frame in load_study().items(): print(name, len(frame))`;
    expect(lines(pandas!, script, study)).toEqual(described());
  });
});

describe('load.do', () => {
  const stata = () => readFileSync(join(tiny, 'load', 'load.do'), 'utf8');

  it('imports texts as texts, labels what it imports, and asserts the declared bounds', () => {
    expect(stata()).toContain(
      'import delimited "tables/tiny.csv", clear varnames(1) case(preserve) encoding("UTF-8") asdouble stringcols(1 4 7)',
    );
    expect(stata()).toContain(`label variable amount_usd \`"an amount [US dollars]"'`);
    expect(stata()).toContain('assert seq >= 1 | missing(seq)');
    expect(stata()).toContain('assert study_seed <= 9007199254740991 | missing(study_seed)');
    expect(stata()).toContain('assert inlist(at_war, 0, 1) | missing(at_war)');
  });

  it('opens and closes every block and quote, and keeps labels within 80 characters', () => {
    const text = readFileSync(join(study, 'load', 'load.do'), 'utf8');
    const count = (pattern: RegExp) => (text.match(pattern) ?? []).length;
    expect(count(/\{\n/g)).toBe(count(/^\}/gm));
    expect(count(/`"/g)).toBe(count(/"'/g));
    for (const [, label] of text.matchAll(/`"(.*)"'/g)) expect(label.length).toBeLessThanOrEqual(80);
  });
});
