import { parseMonth } from '../../engine/calendar.ts';
import type { RunRecord } from '../../model/run-record.ts';
import type { Experiment } from '../../model/world-spec.ts';
import { drawMap } from '../maps/draw-map.ts';
import { fromChange, parallelGates, postsInSeries } from '../maps/maps.ts';
import { monthMean, postMeans, sumOf } from '../read-run.ts';
import type { Shelf } from '../shelf.ts';
import { falls, rises, type ValidationRow } from '../validation-row.ts';

const late = { first: 37, last: 48 };
const settled = { first: 121, last: 132 };

/** P5, P7, P8, P13: what traders do when a way gets dearer, and who takes what where. */
export async function routeRows(shelf: Shelf): Promise<readonly ValidationRow[]> {
  return [await dearerGate(shelf), weakPact(shelf), ...fewerTakers(shelf), concealed(shelf)];
}

async function dearerGate(shelf: Shelf): Promise<ValidationRow> {
  const before = await shelf.experiment('baseline');
  const gate = medianGate(before);
  const start = parseMonth('2018-01')!;
  const dearer = (month: number, cost: number): number => (month >= start ? cost + 0.05 : cost);
  const after = await shelf.experiment('baseline', { [`crossings.${gate}.extra_cost`]: dearer }, 'P5');
  const at = before.world.crossings.findIndex((crossing) => crossing.id === gate);
  const traffic = (run: RunRecord): number => postMeans(run, 'traffic_usd', '2018-04..2018-12')[at];
  return {
    id: 'P5',
    kind: 'pattern',
    about:
      'share of its trade that a gate of middling size loses when passing it costs 5% of cargo value more',
    seen: '50-90% of trucks left two gates within two weeks',
    source: 'Zhyan, June 2021',
    band: { lo: 0.5, hi: 0.9 },
    use: 'calibrated',
    unit: 'share',
    runs: { before, after },
    measure: (runs) => ({
      top: traffic(runs.before) - traffic(runs.after),
      bottom: traffic(runs.before),
    }),
  };
}

/** The open gate whose share of trade is the median of its world: a rule that names none. */
function medianGate({ world }: Experiment): string {
  const bySize = world.crossings
    .filter((crossing) => crossing.kind !== 'unofficial')
    .sort((a, b) => a.importShare - b.importShare || (a.id < b.id ? -1 : 1));
  return bySize[Math.floor(bySize.length / 2)].id;
}

function weakPact({ toy }: Shelf): ValidationRow {
  const before = parallelGates(toy);
  const after = parallelGates(toy, { 'pact.cohesion': fromChange(0.25) });
  const toll = (run: RunRecord): number => sumOf(postMeans(run, 'price_share', late));
  return {
    id: 'P7',
    kind: 'pattern',
    about:
      'map of parallel gates: rise of tolls from no pact to a weak one (cohesion 0 to .25, our reading of weak)',
    seen: 'extortion of firms rose 15-20% when gangs stopped competing',
    source: 'Brown, Montero, Schmidt-Padilla and Sviatschi, on El Salvador',
    band: { lo: 0.15, hi: 0.2 },
    use: 'judged',
    unit: 'share',
    runs: { before, after },
    measure: (runs) => ({ top: toll(runs.after) - toll(runs.before), bottom: toll(runs.before) }),
  };
}

function fewerTakers({ toy }: Shelf): readonly ValidationRow[] {
  const owners = ['a', 'b', 'c', 'd'];
  const many = postsInSeries(toy, owners);
  const few = postsInSeries(toy, owners, {
    'posts.post-3.open': fromChange(0),
    'posts.post-4.open': fromChange(0),
  });
  const source = 'Olken and Barron 2009, on Aceh';
  const common = { kind: 'pattern', source, use: 'judged', unit: 'share', runs: { many, few } } as const;
  const charges = (run: RunRecord): readonly number[] => postMeans(run, 'price_share', settled).slice(1);
  const firstTwo = (run: RunRecord): number => sumOf(charges(run).slice(0, 2)) / 2;
  return [
    {
      ...common,
      id: 'P8.each',
      about: 'posts in series without a bypass, two of four withdrawn: change of what each one left charges',
      seen: 'remaining checkpoints charged more after troops were withdrawn',
      band: rises,
      measure: (runs) => firstTwo(runs.few) - firstTwo(runs.many),
    },
    {
      ...common,
      id: 'P8.sum',
      about: 'the same: change of what the truck pays in sum',
      seen: 'the trip cost less in sum',
      band: falls,
      measure: (runs) => 2 * firstTwo(runs.few) - sumOf(charges(runs.many)),
    },
  ];
}

function concealed({ toy }: Shelf): ValidationRow {
  const mapOf = (concealability: number): Experiment =>
    drawMap(toy, {
      id: 'concealed',
      factions: ['a', 'b'],
      gates: ['a'],
      posts: ['b'],
      goods: [{ concealability }],
    });
  const inlandPart = (run: RunRecord): number => {
    const inland = monthMean(run, 'income_inland_usd', late);
    return inland / (inland + monthMean(run, 'income_customs_usd', late));
  };
  return {
    id: 'P13',
    kind: 'pattern',
    about:
      'part of what factions take from trade that they take inland: concealable goods less bulky goods, one gate and one post',
    seen: 'bulky ore was taxed where it was loaded, concealable gold where it was spent',
    source: 'Sanchez de la Sierra 2020, on eastern Congo',
    band: rises,
    use: 'judged',
    unit: 'share',
    runs: { light: mapOf(0.95), bulky: mapOf(0.05) },
    measure: (runs) => inlandPart(runs.light) - inlandPart(runs.bulky),
  };
}
