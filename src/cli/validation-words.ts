import { formatMoney, formatShare } from '../figures/numbers.ts';
import type { ValidationDesign, ValidationResult } from '../study/validate.ts';
import { bandWords, type RowText } from '../study/validation-row.ts';

/** Replicates of `maabar validate`: under 45 s on two cores. */
export const quickDesign: Omit<ValidationDesign, 'studySeed'> = { replicates: 8, mapReplicates: 32 };
/** Replicates of `maabar validate --full`, the table of docs/validation.md. */
export const fullDesign: Omit<ValidationDesign, 'studySeed'> = { replicates: 32, mapReplicates: 128 };

/** The model's value with its interval, or why there is none. */
export function valueWords({ row, value, reason }: ValidationResult): string {
  if (value === undefined) return reason;
  const format = formatterOf(row.unit);
  const { estimate, lo, hi } = value;
  if (lo === null || hi === null || lo === hi) return format(estimate);
  return `${format(estimate)} [${format(lo)} to ${format(hi)}]`;
}

/** The band in the row's unit. */
export function wordsOfBand({ band, unit }: RowText): string {
  if (band.lo === 0 && band.hi === undefined) return 'above 0';
  if (band.hi === 0 && band.lo === undefined) return 'below 0';
  if (unit !== 'share' && unit !== 'usd') return bandWords(band);
  const format = formatterOf(unit);
  if (band.lo === undefined || band.hi === undefined) return bandWords(band);
  return band.lo === band.hi ? `exactly ${format(band.lo)}` : `${format(band.lo)} to ${format(band.hi)}`;
}

function formatterOf(unit: RowText['unit']): (value: number) => string {
  if (unit === 'usd') return formatMoney;
  if (unit === 'share') return (value) => formatShare(value + 0, 2);
  return (value) => value.toLocaleString('en', { maximumSignificantDigits: 3 });
}
