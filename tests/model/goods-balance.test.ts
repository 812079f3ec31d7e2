import { describe, expect, it } from 'vitest';
import { columnOf } from '../../src/engine/recorder.ts';
import { assertGoodsBalance, createGoodsBalance } from '../../src/model/goods-balance.ts';
import { playRun } from '../../src/model/play.ts';
import { experimentOn, smallWorld } from '../fixtures/small-world.ts';

describe('goods', () => {
  it('that were brought but neither delivered, seized nor lost stop the run', () => {
    const balance = createGoodsBalance(2);
    balance.brought.set([10, 4]);
    balance.delivered.set([7, 4]);
    balance.seized[0] = 2;
    balance.lost[0] = 1;
    expect(() => assertGoodsBalance(balance, ['food', 'phones'], 3)).not.toThrow();
    balance.lost[0] = 0;
    expect(() => assertGoodsBalance(balance, ['food', 'phones'], 3)).toThrow(
      'month 3: 10 consignments of food came in, 7 were delivered, 2 seized, 0 lost',
    );
  });

  it('that are seized do not reach their buyers, dollar for dollar', () => {
    const experiment = experimentOn(smallWorld(), { 'enforcement.enabled': 1, 'enforcement.detection': 0.3 });
    const [table] = playRun(experiment, 'key', { keepFlows: false }).tables;
    const [imports, delivered, seized] = ['imports_usd', 'delivered_usd', 'seized_usd'].map((name) =>
      columnOf(table, name),
    );
    expect(Math.max(...seized)).toBeGreaterThan(0);
    imports.forEach((usd, m) => {
      expect(delivered[m] + seized[m]).toBe(usd);
    });
  });

  it('that war takes reach nobody, about as many as the height of war says, and fewer set out', () => {
    const war = (height: number) =>
      playRun(
        experimentOn(smallWorld(), { 'force.war': (m) => (m > 1 ? height : 0), 'force.war_cargo_lost': 0.1 }),
        'key',
        {
          keepFlows: false,
        },
      ).tables[0];
    const [imports, delivered, lost] = ['imports_usd', 'delivered_usd', 'lost_usd'].map((name) =>
      columnOf(war(0.5), name),
    );
    const all = (values: Float64Array) => values.subarray(12).reduce((sum, usd) => sum + usd, 0);
    expect(lost[0]).toBe(0);
    expect(all(lost) / all(imports)).toBeCloseTo(0.05, 2);
    expect(all(delivered) + all(lost)).toBeCloseTo(all(imports), 2);
    expect(all(imports)).toBeLessThan(all(columnOf(war(0), 'imports_usd')));
  });
});
