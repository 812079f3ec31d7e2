import { UsageError } from './usage-error.ts';

/** Reads repeated `--vary`: `name=lo:hi` for a range, `name=a,b,c` for values. Throws UsageError for any other form, or a name given twice. */
export function readVariations(given: readonly string[]): Readonly<Record<string, object>> {
  const vary: Record<string, object> = {};
  for (const text of given) {
    const at = text.indexOf('=');
    const name = text.slice(0, at).trim();
    const spread = at < 1 ? undefined : readSpread(text.slice(at + 1));
    if (spread === undefined)
      throw new UsageError(
        `--vary "${text}" is neither name=lo:hi nor name=a,b,c, such as --vary "patron.transfer=2e7:6e7".`,
      );
    if (Object.hasOwn(vary, name)) throw new UsageError(`--vary gives "${name}" twice. Keep one of the two.`);
    vary[name] = spread;
  }
  return vary;
}

function readSpread(text: string): object | undefined {
  const isRange = text.includes(':');
  const numbers = text.split(isRange ? ':' : ',').map(readNumber);
  if (numbers.some(Number.isNaN) || (isRange && numbers.length !== 2)) return undefined;
  return isRange ? { range: numbers } : { values: numbers };
}

function readNumber(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}
