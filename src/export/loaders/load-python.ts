import type { WrittenTable } from '../csv-file.ts';
import { type StorageType, storageOf } from '../storage-type.ts';
import type { Field } from '../table-declaration.ts';
import { quoted } from './quote.ts';

/** Types of pandas that can be missing. */
const types: Readonly<Record<StorageType, string>> = {
  text: 'string',
  int32: 'Int32',
  int64: 'Int64',
  double: 'float64',
  boolean: 'boolean',
  date: 'datetime64[ns]',
};

const functions = `
from importlib.util import find_spec
from pathlib import Path

import pandas

FOLDER = Path(__file__).resolve().parent.parent


def load_table(name, folder=FOLDER):
    """One table as a data frame: columns typed, missing as NA; attrs has label, labels and units."""
    spec = TABLES[name]
    if spec["parquet"] and find_spec("pyarrow"):
        frame = _typed(pandas.read_parquet(Path(folder) / spec["parquet"]), spec)
    else:
        frame = _read_csv(Path(folder) / spec["file"], spec)
    frame.attrs["label"] = spec["about"]
    frame.attrs["labels"] = {column: label for column, _, _, label in spec["columns"]}
    frame.attrs["units"] = {column: unit for column, _, unit, _ in spec["columns"] if unit}
    return frame


def load_study(tables=None, folder=FOLDER):
    """All tables, or those named, by name."""
    return {name: load_table(name, folder) for name in tables or TABLES}


def _read_csv(path, spec):
    wanted = {column: dtype for column, dtype, _, _ in spec["columns"]}
    dates = [column for column, dtype in wanted.items() if dtype.startswith("datetime")]
    read_as = {column: "Int8" if dtype == "boolean" else dtype for column, dtype in wanted.items() if column not in dates}
    frame = pandas.read_csv(
        path, dtype=read_as, parse_dates=dates, keep_default_na=False, na_values=[""],
        encoding="utf-8", float_precision="round_trip",
    )
    for column, dtype in wanted.items():
        if dtype == "string":
            # Texts that a spreadsheet would run as a formula stand behind an apostrophe.
            frame[column] = frame[column].str.replace("^'('*[=+@\\t\\r\\uff1d\\uff0b\\uff0d\\uff20-])", "\\\\1", regex=True)
    return _typed(frame, spec)


def _typed(frame, spec):
    return frame.astype({column: dtype for column, dtype, _, _ in spec["columns"]})
`;

/** The text of load/load.py: pandas, and pyarrow for large tables where it is installed. */
export function pythonLoader(tables: readonly WrittenTable[]): string {
  return `"""Loads the tables of this study into pandas, typed, with what each column is and its unit in attrs.

    import sys; sys.path.insert(0, "load")
    from load import load_table
    outcomes = load_table("outcomes")
    outcomes.attrs["units"]["income_total_usd"]
"""
${functions}

TABLES = {
${tables.map(tablePython).join('')}}
`;
}

function tablePython({ table, path, parquet }: WrittenTable): string {
  return `    ${quoted(table.name)}: {
        "file": ${quoted(path)},
        "parquet": ${parquet === undefined ? 'None' : quoted(parquet.path)},
        "about": ${quoted(table.description)},
        "columns": [
${table.fields.map(columnPython).join('')}        ],
    },
`;
}

function columnPython(field: Field): string {
  const parts = [field.name, types[storageOf(field)], field.unit, field.description].map(quoted);
  return `            (${parts.join(', ')}),\n`;
}
