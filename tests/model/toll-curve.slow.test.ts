import { describe } from 'vitest';
import { checkTolls } from './check-tolls.ts';

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

describe('any post of two gates in any month', () => {
  checkTolls(
    'two-gates',
    upTo(60).map((at) => at + 1),
    upTo(3),
  );
});

describe('any post of the shipped country, every second year', () => {
  checkTolls(
    'maximum-pressure',
    upTo(7).map((at) => 24 * at + 5),
    upTo(29),
  );
});
