import type { CrossingSpec, Experiment, FactionSpec, GoodsSpec, PostSpec } from '../../model/world-spec.ts';
import { valueInMonth, type WorldFile } from '../../scenario/world-file.ts';
import { type Change, changeRows } from '../change-timeline.ts';

/** A small map: who holds which gate, and which posts stand behind all of them. Everything else is a toy world's. */
export interface MapSketch {
  readonly id: string;
  /** Factions, of equal strength. */
  readonly factions: readonly string[];
  /** Gates of one corridor with equal traffic: holder's name, or none for officials. */
  readonly gates: readonly (string | null)[];
  /** Share of the traffic of each gate; equal where absent. */
  readonly gateShares?: readonly number[];
  /** Posts one behind the other, passed by all: holder's name, or holders and their shares. */
  readonly posts?: readonly (string | Readonly<Record<string, number>>)[];
  /** Classes of goods with equal shares; where absent, those of the toy world. */
  readonly goods?: readonly Partial<GoodsSpec>[];
  readonly months?: number;
}

/** Where entities of a kind stand in a world, and what they are called in parameter names. */
const redrawn = ['factions', 'crossings', 'posts', 'goods'] as const;

/**
 * An experiment on a small map. Parameters are those of the toy world's first month, entities' those of its first entity of the kind,
 * but for `settings` and then `changes`, which see what the settings left; months count from 1.
 */
export function drawMap(
  toy: WorldFile,
  sketch: MapSketch,
  changes: Readonly<Record<string, Change>> = {},
  settings: Readonly<Record<string, Change>> = {},
): Experiment {
  const world = {
    ...toy.spec,
    id: sketch.id,
    title: sketch.id,
    factions: sketch.factions.map((name) => drawFaction(toy.spec.factions[0], name, sketch)),
    crossings: sketch.gates.map((holder, at) => drawGate(toy.spec.crossings[0], holder, at, sketch)),
    posts: (sketch.posts ?? []).map((holder, at) => drawPost(toy.spec.posts[0], holder, at, sketch)),
    goods: drawGoods(toy.spec.goods, sketch),
  };
  const months = sketch.months ?? 48;
  const rows = [...toy.values].flatMap(([name, graded]) => {
    const [kind, id, attribute] = name.split('.');
    const redrawnKind = redrawn.find((candidate) => candidate === kind);
    const value = valueInMonth(graded, 1);
    if (redrawnKind === undefined || attribute === undefined) return [{ name, value }];
    if (toy.spec[redrawnKind][0].id !== id) return [];
    return world[redrawnKind].map((entity) => ({ name: `${kind}.${entity.id}.${attribute}`, value }));
  });
  const names = rows.map((row) => row.name);
  const values = Float64Array.from(rows.flatMap(({ value }) => Array<number>(months).fill(value)));
  const timeline = { firstMonth: 1, months, names, values };
  const drawn = { scenarioId: sketch.id, title: sketch.id, world, timeline, changes: [] };
  return changeRows(changeRows(drawn, settings), changes);
}

function drawFaction(like: FactionSpec, id: string, { factions }: MapSketch): FactionSpec {
  return { ...like, id, name: id, registeredShare: 0.9 / factions.length, strengths: {} };
}

function drawGate(
  like: CrossingSpec,
  holder: string | null,
  at: number,
  { gates, gateShares }: MapSketch,
): CrossingSpec {
  const id = `gate-${at + 1}`;
  const importShare = gateShares?.[at] ?? 1 / gates.length;
  return { ...like, id, name: id, importShare, holders: holder === null ? {} : { [holder]: 1 } };
}

function drawPost(
  like: PostSpec,
  holder: string | Readonly<Record<string, number>>,
  at: number,
  { gates }: MapSketch,
): PostSpec {
  const id = `post-${at + 1}`;
  const crossingIds = gates.map((_, gate) => `gate-${gate + 1}`);
  const holders = typeof holder === 'string' ? { [holder]: 1 } : holder;
  return { ...like, id, name: id, crossingIds, holders };
}

function drawGoods(like: readonly GoodsSpec[], { goods }: MapSketch): readonly GoodsSpec[] {
  if (goods === undefined)
    return like.map((each, at) => ({ ...each, id: `goods-${at + 1}`, name: `goods ${at + 1}` }));
  const share = 1 / goods.length;
  return goods.map((more, at) => {
    const id = `goods-${at + 1}`;
    return { ...like[0], id, name: id, importShare: share, ...more };
  });
}
