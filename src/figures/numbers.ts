/** How a figure writes an amount of money: one divisor for all its numbers, so that they can be compared by eye. */
export interface MoneyScale {
  readonly divisor: number;
  /** `$m`, `$k`, `$bn` or `$`. */
  readonly word: string;
  readonly suffix: string;
}

const scales: readonly MoneyScale[] = [
  { divisor: 1e9, word: '$bn', suffix: 'bn' },
  { divisor: 1e6, word: '$m', suffix: 'm' },
  { divisor: 1e3, word: '$k', suffix: 'k' },
];

const dollars: MoneyScale = { divisor: 1, word: '$', suffix: '' };

/** The scale in which `largestUsd` has one to three digits before the point; plain dollars below a thousand. */
export function moneyScale(largestUsd: number): MoneyScale {
  const size = Math.abs(largestUsd);
  return scales.find((scale) => size >= scale.divisor * 0.9995) ?? dollars;
}

/** `$39.3m`, `$850k`, `$1.20bn`, `-$3.1m`: three significant digits, never an exponent below a thousand billions. */
export function formatMoney(usd: number): string {
  if (!Number.isFinite(usd)) return '-';
  const scale = moneyScale(usd);
  const sign = usd < 0 ? '-' : '';
  return `${sign}$${threeDigits(Math.abs(usd) / scale.divisor)}${scale.suffix}`;
}

/** An amount in a figure's own scale, without its word: `39.3`. */
export function inScale(usd: number, scale: MoneyScale): string {
  return Number.isFinite(usd) ? threeDigits(usd / scale.divisor) : '-';
}

/** `16.1%` for 0.161. */
export function formatShare(share: number, digits = 1): string {
  return Number.isFinite(share) ? `${(share * 100).toFixed(digits)}%` : '-';
}

function threeDigits(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= 99.95) return value.toFixed(0);
  return size >= 9.995 ? value.toFixed(1) : value.toFixed(2);
}
