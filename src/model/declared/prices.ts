import { declare, type ParameterDeclaration } from './declare.ts';

/** Gates, inland posts and the pact: what holders ask and how much of it their own men collect. */
export const pricesParameters: readonly ParameterDeclaration[] = [
  declare(
    'pact.cohesion',
    'share',
    0,
    1,
    'prices',
    'kappa: weight a holder puts on the income of the other members of the pact when it sets a price; only its start where the pact may break',
  ),
  declare(
    'pact.gate_conduct',
    'share',
    0,
    1,
    'prices',
    'theta: share of the optimal gate price that is asked',
  ),
  declare(
    'pact.price_speed',
    'share',
    0.01,
    1,
    'prices',
    'a_t: share of the way to the wanted price covered in a month',
  ),
  declare(
    'posts.bypass_cost',
    'share',
    0,
    0.5,
    'prices',
    'delta: cost of driving around an inland post, share of cargo value; 0.5 and no traffic bypasses',
  ),
  declare(
    'posts.bypass_spread',
    'share',
    0.00005,
    0.1,
    'prices',
    's: how unlike trucks are in the cost of a bypass',
  ),
  declare(
    'customs.brokered_share',
    'share',
    0.01,
    0.9,
    'collection',
    "share of the fixing at a gate that the holders' brokers do at the start",
    'start',
  ),
  declare(
    'posts.stopped_share',
    'share',
    0.01,
    0.9,
    'collection',
    'share of trucks that an inland post stops at the start',
    'start',
  ),
  declare('posts.*.open', 'share', 0, 1, 'prices', 'whether an inland post stands: 1 stands, 0 removed'),
];
