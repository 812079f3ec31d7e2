import { declare, type ParameterDeclaration } from './declare.ts';

/** The political elite: what leaves state spending, and posts of officials for sale. */
export const eliteParameters: readonly ParameterDeclaration[] = [
  declare(
    'elite.embezzled_share',
    'share',
    0,
    0.9,
    'elite',
    'e0: share of state spending embezzled; 0 turns the rule off',
  ),
  declare('elite.audit_effect', 'ratio', 0, 10, 'elite', 'th_a: how strongly audit lowers embezzlement'),
  declare(
    'elite.seats_effect',
    'ratio',
    0,
    10,
    'elite',
    "th_s: how strongly factions' seats raise embezzlement",
  ),
  declare(
    'elite.fronts_share',
    'share',
    0,
    0.5,
    'elite',
    'share of what is embezzled that goes to front companies',
  ),
  declare(
    'elite.factions_share',
    'share',
    0,
    0.5,
    'elite',
    'share of what is embezzled that is open to factions, as contracts',
  ),
  declare(
    'elite.immunity_share',
    'share',
    0,
    1,
    'elite',
    'share of acts that officials would punish for which protection was bought, without audit and seats; 0 and none is sold',
  ),
  declare(
    'elite.immunity_fee',
    'share',
    0,
    1,
    'elite',
    'price of protection, as a share of what the punishment would have cost',
  ),
  declare(
    'elite.post_turnover',
    'share',
    0,
    1,
    'elite',
    "share of officials' posts sold anew in a month; 0 and none is for sale",
  ),
  declare('elite.post_price', 'months', 0, 120, 'elite', 'price of a post in months of its expected take'),
];
