import type { RunRecord } from '../../model/run-record.ts';
import { fromChange, parallelGates, postsInSeries } from '../maps/maps.ts';
import { monthMean, postMeans, sumOf } from '../read-run.ts';
import type { Shelf } from '../shelf.ts';
import { falls, rises, type ValidationRow } from '../validation-row.ts';
import { ownTollRow } from './own-toll.ts';
import { staticRow } from './static-row.ts';

const late = { first: 37, last: 48 };
const settled = { first: 121, last: 132 };
const inSeries = 'Cournot 1838; Shleifer and Vishny 1993; Olken and Barron 2009';
const sideBySide = 'Bertrand 1883; Bresnahan 1989';

/** Comparative statics of prices: takers in series and in parallel, the pact, a dearer gate, the own toll. */
export function priceStatics({ toy }: Shelf): readonly ValidationRow[] {
  return [
    ...moreTakers(toy),
    ...pactInParallel(toy),
    ...pactInSeries(toy),
    ...dearerGate(toy),
    ownTollRow(toy),
  ];
}

type Toy = Shelf['toy'];

function moreTakers(toy: Toy): readonly ValidationRow[] {
  const owners = ['a', 'b', 'c', 'd'];
  const closed = { 'posts.post-3.open': fromChange(0), 'posts.post-4.open': fromChange(0) };
  const runs = { before: postsInSeries(toy, owners, closed), after: postsInSeries(toy, owners) };
  const row = (part: string, about: string, band: typeof rises, read: (run: RunRecord) => number) =>
    staticRow(
      `C.takers.${part}`,
      `four independent takers in series, not two: ${about}`,
      band,
      inSeries,
      runs,
      read,
    );
  return [
    row('total', 'toll in sum', rises, (run) => sumOf(openCharges(run))),
    row('each', 'toll of each', falls, (run) => sumOf(openCharges(run).slice(0, 2))),
    row('trade', 'trade', falls, (run) => monthMean(run, 'imports_usd', settled)),
    row('revenue', 'their joint revenue', falls, inlandRevenue),
  ];
}

function pactInParallel(toy: Toy): readonly ValidationRow[] {
  const runs = {
    before: parallelGates(toy),
    after: parallelGates(toy, { 'pact.cohesion': fromChange(0.8) }),
  };
  const row = (part: string, about: string, band: typeof rises, read: (run: RunRecord) => number) =>
    staticRow(
      `C.pact-parallel.${part}`,
      `cohesion 0 to .8, gates side by side: ${about}`,
      band,
      sideBySide,
      runs,
      read,
    );
  return [
    row('toll', 'toll', rises, (run) => monthMean(run, 'gate_price_share', late)),
    row('trade', 'trade', falls, (run) => monthMean(run, 'imports_usd', late)),
    row('revenue', 'revenue', rises, (run) => monthMean(run, 'income_customs_usd', late)),
  ];
}

function pactInSeries(toy: Toy): readonly ValidationRow[] {
  const runs = {
    before: postsInSeries(toy, ['a', 'b']),
    after: postsInSeries(toy, ['a', 'b'], { 'pact.cohesion': fromChange(0.9) }),
  };
  const row = (part: string, about: string, band: typeof rises, read: (run: RunRecord) => number) =>
    staticRow(
      `C.pact-series.${part}`,
      `cohesion 0 to .9, posts in series without a bypass: ${about}`,
      band,
      inSeries,
      runs,
      read,
    );
  return [
    row('toll', 'toll of a truck in sum', falls, (run) => sumOf(openCharges(run))),
    row('trade', 'trade', rises, (run) => monthMean(run, 'imports_usd', settled)),
    row('revenue', 'revenue', rises, inlandRevenue),
  ];
}

function dearerGate(toy: Toy): readonly ValidationRow[] {
  const runs = {
    before: parallelGates(toy),
    after: parallelGates(toy, { 'crossings.gate-1.extra_cost': fromChange(0.05) }),
  };
  const row = (part: string, about: string, band: typeof rises, read: (run: RunRecord) => number) =>
    staticRow(
      `C.dearer-gate.${part}`,
      `one gate of three 5% of cargo value dearer: ${about}`,
      band,
      sideBySide,
      runs,
      read,
    );
  const others = (column: string) => (run: RunRecord) => sumOf(postMeans(run, column, late).slice(1));
  return [
    row('own-traffic', 'its traffic', falls, (run) => postMeans(run, 'traffic_usd', late)[0]),
    row('own-toll', 'its toll', falls, (run) => postMeans(run, 'price_share', late)[0]),
    row('others-traffic', 'traffic of the others', rises, others('traffic_usd')),
    row('others-toll', 'toll of the others', rises, others('price_share')),
  ];
}

/** Charges of the inland posts that stand in the last year. */
function openCharges(run: RunRecord): readonly number[] {
  const open = postMeans(run, 'open', settled);
  return postMeans(run, 'price_share', settled).filter((_, at) => at > 0 && open[at] > 0);
}

function inlandRevenue(run: RunRecord): number {
  const open = postMeans(run, 'open', settled);
  const traffic = postMeans(run, 'traffic_usd', settled);
  const charges = postMeans(run, 'price_share', settled);
  return sumOf(charges.map((charge, at) => (at === 0 || open[at] === 0 ? 0 : charge * traffic[at])));
}
