import { declare, type ParameterDeclaration } from './declare.ts';

/** Neighbours: their sanctions, borders and prices. */
export const neighbourParameters: readonly ParameterDeclaration[] = [
  declare(
    'gap.enabled',
    'switch',
    0,
    1,
    'neighbours',
    "sanctions widen a neighbour's price gap and so what is smuggled; off, only openness of borders counts",
  ),
  declare(
    'gap.sanctions_response',
    'ratio',
    0,
    20,
    'neighbours',
    "z: how much full sanctions widen a neighbour's price gap, as a multiple of it",
  ),
  declare(
    'gap.fuel_response',
    'ratio',
    0,
    50,
    'neighbours',
    'rise of the base of the fuel line for each share by which fuel abroad gets cheaper than at the start',
  ),
  declare(
    'neighbours.*.sanctions',
    'share',
    0,
    1,
    'neighbours',
    "s: sanctions on the neighbour; where the neighbour is the patron, the patron's count when they are higher",
  ),
  declare(
    'neighbours.*.border_open',
    'share',
    0,
    1,
    'neighbours',
    'how open the border with the neighbour is; multiplies the openness of its crossings',
  ),
  declare(
    'neighbours.*.price_gap',
    'share',
    0,
    0.5,
    'neighbours',
    'gap0: how much cheaper smuggled goods are there without sanctions, share of cargo value',
  ),
];
