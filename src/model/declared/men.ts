import { declare, type ParameterDeclaration } from './declare.ts';

/** Fighters whom a faction pays itself, and the faction's cash. */
export const menParameters: readonly ParameterDeclaration[] = [
  declare('men.wage', 'usd_per_month', 0, 1e5, 'men', 'pay of a fighter whom the faction itself pays'),
  declare(
    'men.reserve_months',
    'months',
    0,
    60,
    'men',
    'months of starting income that a faction wants in cash',
  ),
  declare(
    'men.spending_rate',
    'share',
    0,
    1,
    'men',
    'share of cash above the reserve spent in a month on leaders, clients and operations',
  ),
  declare('men.desertion', 'share', 0, 1, 'men', 'share of unpaid men who leave in a month'),
  declare(
    'men.recruitment',
    'share',
    0,
    1,
    'men',
    'monthly growth of own-paid men when cash is twice the wanted reserve',
  ),
  declare(
    'men.capacity_elasticity',
    'elasticity',
    0,
    3,
    'men',
    'how strongly coercive capacity follows the number of fighters',
  ),
];
