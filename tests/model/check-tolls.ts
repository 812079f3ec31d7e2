import { beforeAll, expect, it } from 'vitest';
import { channels } from '../../src/model/channels.ts';
import { solveDemand, solveMarket } from '../../src/model/market.ts';
import { weighIncomes } from '../../src/model/pricing.ts';
import { answerTo, exposureOf, tollSetting } from '../../src/model/toll-answer.ts';
import { type TollCurve, tollCurve } from '../../src/model/toll-curve.ts';
import { type WorldInMonth, worldInMonth } from '../../src/model/world-in-month.ts';
import { loadScenario } from '../../src/scenario/load.ts';

/** What must hold of the curves at these posts of a shipped scenario in these months; closed posts have none. */
export function checkTolls(scenario: string, months: readonly number[], posts: readonly number[]): void {
  let curves: readonly { curve: TollCurve; played: WorldInMonth; name: string }[];
  beforeAll(async () => {
    const { experiment } = await loadScenario(scenario);
    const worlds = months.map((month) => worldInMonth(experiment, 'key', month));
    curves = worlds.flatMap((played) =>
      posts.flatMap((at) => {
        const curve = tollCurve(played, at);
        const name = `price ${at} in month ${played.month}`;
        return curve.kind === 'curve' ? [{ curve, played, name }] : [];
      }),
    );
  }, 120_000);

  it('gives back at the price asked what the run drew, within six standard deviations of its own draws', () => {
    expect(curves.length).toBeGreaterThan(months.length * 2);
    for (const { curve, name } of curves) {
      const { asked, drawn, chance } = curve;
      const off = (what: 'trafficUsd' | 'takeUsd'): number => Math.abs(drawn[what] - asked.inMonth[what]);
      expect(off('trafficUsd'), name).toBeLessThanOrEqual(6 * chance.trafficUsd + 1e-6);
      expect(off('takeUsd'), name).toBeLessThanOrEqual(6 * chance.takeUsd + 1e-6);
    }
  });

  it('gives back the run to the cent where the draws are put in the place of their average', () => {
    for (const { curve, played, name } of curves) {
      const { asked, post: at, drawn } = curve;
      const { trade, network, spec, state } = played.world;
      const setting = tollSetting(played, at);
      answerTo(setting, asked.price);
      let quantity = at < network.crossings ? 0 : drawn.trafficUsd * exposureOf(setting, 0, 0);
      for (let way = 0; at < network.crossings && way < network.goods * channels.length; way++) {
        const [g, channel] = [Math.floor(way / channels.length), way % channels.length];
        const consignments = trade.consignments[(g * network.crossings + at) * channels.length + channel];
        quantity += consignments * spec.goods[g].consignmentUsd * exposureOf(setting, g, channel);
      }
      expect(Math.round(quantity * asked.price * 100), name).toBe(Math.round(state.pool[at] * 100));
    }
  });

  it('has the slope that pricing uses: of all takes, weighed as pricing weighs them', () => {
    for (const { curve, played, name } of curves) {
      const { asked, post: at } = curve;
      const setting = tollSetting(played, at);
      const { spec, network, terms, start, state } = played.world;
      const count = state.prices.length;
      const weights = new Float64Array(count * count);
      weighIncomes(state.holdings, state.cohesion, weights);
      const worth = (price: number): number =>
        answerTo(setting, price).takes.reduce((sum, take, m) => sum + weights[at * count + m] * take, 0);
      const step = 1e-5 * Math.max(asked.price, 1e-6);
      const slope = (worth(asked.price + step) - worth(asked.price - step)) / (2 * step);
      solveMarket(spec, network, terms, start.constants, state.prices, setting.market);
      solveDemand(network, terms, setting.potential, setting.market);
      const { quantity, jacobian } = setting.market.demand;
      let condition = quantity[at];
      for (let m = 0; m < count; m++)
        condition += weights[at * count + m] * jacobian[at * count + m] * state.prices[m];
      const size = quantity[at] + Math.abs(jacobian[at * count + at] * asked.price);
      expect(Math.abs(slope - condition) / size, name).toBeLessThan(1e-5);
    }
  });

  it('brings no more at any price than at the best, and never more goods for a higher price', () => {
    for (const { curve, name } of curves) {
      const { points, most, mostAtOnce, factionsPart } = curve;
      for (const [at, { settled, inMonth }] of points.entries()) {
        expect(settled.takeUsd, name).toBeLessThanOrEqual(most.settled.takeUsd * (1 + 1e-9));
        expect(inMonth.takeUsd, name).toBeLessThanOrEqual(mostAtOnce.inMonth.takeUsd * (1 + 1e-9));
        expect(settled.payingUsd, name).toBeLessThanOrEqual(settled.trafficUsd * (1 + 1e-9));
        const before = points[Math.max(0, at - 1)];
        expect(settled.trafficUsd, name).toBeLessThanOrEqual(before.settled.trafficUsd);
        expect(inMonth.trafficUsd, name).toBeLessThanOrEqual(before.inMonth.trafficUsd);
      }
      expect(factionsPart, name).toBeGreaterThanOrEqual(0);
      expect(factionsPart, name).toBeLessThanOrEqual(1);
    }
  });

  it('leaves the world as it was', () => {
    const { played, curve } = curves[0];
    const { state, market, terms } = played.world;
    const before = structuredClone({ state, market, terms });
    tollCurve(played, curve.post);
    expect({ state, market, terms }).toEqual(before);
  });
}
