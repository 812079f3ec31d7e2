import { describe } from 'vitest';
import { checkTolls } from './check-tolls.ts';

const posts = Array.from({ length: 29 }, (_, at) => at);

describe('any post of the shipped country', () => {
  checkTolls('maximum-pressure', [1, 54, 85, 156], posts);
});
