import { contestLines, effortLines } from '../lines.ts';
import { declare, huge, type ParameterDeclaration } from './declare.ts';

/** Need, learning and effort over revenue lines. */
export const effortParameters: readonly ParameterDeclaration[] = [
  declare('need.enabled', 'switch', 0, 1, 'need', 'need moves effort and men; off is the null model'),
  declare(
    'need.sensitivity',
    'elasticity',
    0,
    5,
    'need',
    'sg: how strongly a fall of operations money raises the drive for local income',
  ),
  declare('need.local_weight', 'share', 0, 1, 'need', 'phi_o: share of local income that can pay operations'),
  declare(
    'learning.enabled',
    'switch',
    0,
    1,
    'learning',
    'skill follows experience; off holds skill at its start',
  ),
  declare('learning.rate', 'share', 0, 1, 'learning', 'LR: gain in skill for each doubling of experience'),
  declare(
    'learning.forgetting',
    'share',
    0.0005,
    0.5,
    'learning',
    'dep: share of experience lost in a month',
  ),
  declare(
    'effort.speed_up',
    'ratio',
    0,
    1,
    'need',
    'psi: fastest monthly rise of effort on a line, in logarithms',
  ),
  declare(
    'effort.speed_down',
    'ratio',
    0,
    1,
    'need',
    'psi: fastest monthly fall of effort on a line, in logarithms',
  ),
  declare(
    'effort.crowding',
    'ratio',
    0,
    5,
    'need',
    'kE: how much dearer effort gets as the total of efforts rises',
  ),
  declare(
    'contest.outside',
    'index',
    0,
    1000,
    'need',
    'xi: capacity of everyone else who lives off the contested lines',
  ),
  ...effortLines.map((line) =>
    declare(
      `lines.${line}.returns`,
      'elasticity',
      0.05,
      2,
      'need',
      `nu: how much the yield of ${line} rises with effort`,
    ),
  ),
  ...contestLines.map((line) =>
    declare(
      `lines.${line}.base`,
      'usd_per_month',
      0,
      huge,
      'need',
      `what there is to take on the ${line} line, before effort and rivals`,
    ),
  ),
];
