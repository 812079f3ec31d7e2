import { declare, type ParameterDeclaration } from './declare.ts';

/** What is traced through the books. */
export const booksParameters: readonly ParameterDeclaration[] = [
  declare(
    'books.origins',
    'switch',
    0,
    1,
    'books',
    'money is traced to where it came from; off spends no time on it and reads 0. No decision looks at it',
  ),
];
