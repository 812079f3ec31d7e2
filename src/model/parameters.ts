import { booksParameters } from './declared/books.ts';
import type { ParameterDeclaration } from './declared/declare.ts';
import { dollarParameters } from './declared/dollars.ts';
import { effortParameters } from './declared/effort.ts';
import { eliteParameters } from './declared/elite.ts';
import { enforcementParameters } from './declared/enforcement.ts';
import { forceParameters } from './declared/force.ts';
import { frontParameters } from './declared/fronts.ts';
import { menParameters } from './declared/men.ts';
import { moodParameters } from './declared/mood.ts';
import { neighbourParameters } from './declared/neighbours.ts';
import { pactParameters } from './declared/pact.ts';
import { patronParameters } from './declared/patron.ts';
import { pricesParameters } from './declared/prices.ts';
import { tradeParameters } from './declared/trade.ts';

/** What is said of a parameter where it is declared. */
export type { ParameterDeclaration };

/** Every parameter of the model: name, unit, bounds, rule, meaning. Values and sources stand in `worlds/`. */
export const parameterDeclarations: readonly ParameterDeclaration[] = [
  ...tradeParameters,
  ...pricesParameters,
  ...pactParameters,
  ...effortParameters,
  ...patronParameters,
  ...menParameters,
  ...forceParameters,
  ...moodParameters,
  ...enforcementParameters,
  ...neighbourParameters,
  ...dollarParameters,
  ...booksParameters,
  ...frontParameters,
  ...eliteParameters,
];

/** Kinds of entities whose attributes are parameters. */
export const parameterKinds = ['goods', 'crossings', 'posts', 'neighbours'] as const;
