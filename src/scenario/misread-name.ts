/** What programs that load tables make of a text that looks like something else. */
type Reading = 'a number' | 'missing' | 'true or false' | 'a date';

const monthName =
  'jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?';

/**
 * What spreadsheets, R, Stata, pandas or DuckDB read as no text, whatever the case of its letters: R's `type.convert` (NA, Inf, T), the default
 * `na_values` of `pandas.read_csv` (null, none, n/a), Excel's months (mar-5) and error values.
 */
const readings: readonly (readonly [RegExp, Reading])[] = [
  [/^[+-]?(\d[\d_]*\.?\d*|\.\d+)(e[+-]?\d+)?%?$/i, 'a number'],
  [/^[+-]?0x[\da-f]+(\.[\da-f]*)?(p[+-]?\d+)?$/i, 'a number'],
  [/^[+-]?inf(inity)?$/i, 'a number'],
  [/^[+-]?nan$|^(na|n\/a|n\.a|null|nil|none)$|^#n\/?a$|^[+-]?1\.#(ind|qnan)$/i, 'missing'],
  [/^(true|false|t|f)$/i, 'true or false'],
  [/^\d{1,4}-\d{1,2}(-\d{1,4})?$/, 'a date'],
  [new RegExp(`^((${monthName})-?\\d{1,4}|\\d{1,4}-?(${monthName}))$`, 'i'), 'a date'],
];

/** What a name would be read as in a table, or undefined where every program reads it as text. */
export function readingOf(name: string): Reading | undefined {
  return readings.find(([pattern]) => pattern.test(name.trim()))?.[1];
}

/** A sentence on a name that programs misread, `what` before it (`The id`) and `mend` after it; undefined for any other name. */
export function wordMisread(name: string, what: string, mend: string): string | undefined {
  const reading = readingOf(name);
  if (reading === undefined) return undefined;
  return `${what} "${name}" looks like ${reading === 'missing' ? 'a missing value' : reading}: spreadsheets, R or pandas would read it as that, not as text, in every table. ${mend}`;
}
