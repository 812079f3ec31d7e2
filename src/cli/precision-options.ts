import { InvalidArgumentError } from 'commander';
import { wholeNumber } from './whole-number.ts';

const count = wholeNumber(1, 1e6);

/** Reads `--replicates`: a whole number from 1 to a million, or `auto`. Throws InvalidArgumentError for anything else. */
export function replicates(text: string): number | 'auto' {
  if (text === 'auto') return text;
  try {
    return count(text);
  } catch {
    throw new InvalidArgumentError('It must be a whole number from 1 to 1000000, or auto.');
  }
}

/** Reads a share above 0 and below 1, `5%` or `0.05`. Throws InvalidArgumentError for anything else. */
export function share(text: string): number {
  const [, digits, sign] = /^(\d*\.?\d+)(%?)$/.exec(text) ?? [];
  const value = sign === '%' ? Number(digits) / 100 : Number(digits);
  if (value > 0 && value < 1) return value;
  throw new InvalidArgumentError('It must be a share above 0 and below 1, such as 5% or 0.05.');
}
