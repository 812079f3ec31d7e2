import { boxedRows, ruledRows } from './layout.ts';
import { beside, type Line, type Size } from './paint/line.ts';

/** The Run view's panels in the order of Tab. */
export const runPanels = ['factions', 'chart', 'holders', 'events', 'treasury', 'pact', 'movers'] as const;
/** One of `runPanels`. */
export type RunPanel = (typeof runPanels)[number];

/** What the panels would take, and which is in focus. */
export interface RunWishes {
  readonly focus: RunPanel;
  readonly factions: number;
  /** Rows of the crossings in so many columns, in cells of about so many, at most so many. */
  readonly holders: (columns: number, cell: number, most: number) => number;
}

type DrawOne = (panel: RunPanel, outer: Size) => readonly Line[];
type Sentence = (columns: number) => Line;

/** Panels that stand one in the place of another where there is little room. */
const inTurn: readonly RunPanel[] = ['events', 'treasury', 'pact', 'movers'];
/** Rows that one of them gets at the foot of a ruled view, taken from the chart. */
const slotRows = 5;
const leastChart = 4;
/** From this size on what moved, treasury and pact have a column of their own on the right. */
const wide: Size = { columns: 180, rows: 45 };
/** A panel of a stack, and its part of the rows. */
type Part = readonly [panel: RunPanel, part: number];
const besideAll: readonly Part[] = [
  ['movers', 3],
  ['treasury', 3],
  ['pact', 2],
];
/** Fewer rows do not hold three boxes, one below another. */
const leastStack = 12;

/** Rules: factions over the chart over the crossings, or over what is in focus in their place; the sentence last. */
export function ruledRun(size: Size, wishes: RunWishes, draw: DrawOne, sentence: Sentence): readonly Line[] {
  const rows = ruledRows(size, {
    factions: wishes.factions,
    holders: (most) => wishes.holders(size.columns, 7, most),
  });
  const slot = inTurn.includes(wishes.focus) ? wishes.focus : 'holders';
  const wanted = slot === 'holders' ? rows.holders : Math.max(slotRows, rows.holders);
  const taken = Math.max(0, Math.min(wanted - rows.holders, rows.chart - leastChart));
  const high = (inside: number): Size => ({ columns: size.columns, rows: inside + 1 });
  return [
    ...draw('factions', high(rows.factions)),
    ...draw('chart', high(rows.chart - taken)),
    ...draw(slot, high(rows.holders + taken)),
    sentence(size.columns),
  ];
}

/** Boxes, and on a large screen a column on the right that says what moved, and how treasury and pact fare. */
export function boxedRun(size: Size, wishes: RunWishes, draw: DrawOne, sentence: Sentence): readonly Line[] {
  if (size.columns < wide.columns || size.rows < wide.rows)
    return boxes(size, wishes, draw, sentence, (outer) => besideChart(outer, wishes.focus, draw));
  const right = Math.min(76, Math.floor(size.columns * 0.32));
  const left = { columns: size.columns - right, rows: size.rows - 1 };
  const main = boxes({ ...left, rows: size.rows }, wishes, draw, undefined, (outer) => draw('events', outer));
  const column = stacked(besideAll, { columns: right, rows: left.rows }, wishes.focus, draw);
  return [...beside(main, left.columns, column), sentence(size.columns)];
}

/** Factions over chart and what is beside it, over crossings, over the sentence where there is one. */
function boxes(
  size: Size,
  wishes: RunWishes,
  draw: DrawOne,
  sentence: Sentence | undefined,
  aside: (outer: Size) => readonly Line[],
): readonly Line[] {
  const rows = boxedRows(size, {
    factions: wishes.factions,
    holders: (most) => wishes.holders(size.columns - 4, 29, most),
  });
  const right = asideColumns(size, wishes.focus);
  const left = size.columns - right;
  const high = (columns: number, inside: number): Size => ({ columns, rows: inside + 2 });
  return [
    ...draw('factions', high(size.columns, rows.factions)),
    ...beside(draw('chart', high(left, rows.chart)), left, aside(high(right, rows.chart))),
    ...draw('holders', high(size.columns, rows.holders)),
    ...(sentence === undefined ? [] : [sentence(size.columns)]),
  ];
}

/** What moved is a wide table; all else beside the chart leaves it most of the room. */
function asideColumns({ columns }: Size, focus: RunPanel): number {
  const isTable = focus === 'movers' && columns < wide.columns;
  return isTable ? Math.floor(columns * 0.6) : Math.min(60, Math.floor(columns * 0.36));
}

/** Events, treasury and pact one below another, or one of them where there is no room for three; what moved takes the place of all while it is in focus. */
function besideChart(size: Size, focus: RunPanel, draw: DrawOne): readonly Line[] {
  if (focus === 'movers') return draw('movers', size);
  if (size.rows < leastStack) return draw(inTurn.includes(focus) ? focus : 'events', size);
  return stacked(
    [
      ['events', 2],
      ['treasury', 1],
      ['pact', 1],
    ],
    size,
    focus,
    draw,
  );
}

/** Boxes one below another, each with its part of the rows; the one in focus gets twice its part. */
function stacked(parts: readonly Part[], size: Size, focus: RunPanel, draw: DrawOne): readonly Line[] {
  const weights = parts.map(([panel, part]) => part * (panel === focus ? 2 : 1));
  const inside = size.rows - 2 * parts.length;
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let left = inside;
  return parts.flatMap(([panel], at) => {
    const rows = at === parts.length - 1 ? left : Math.round((inside * weights[at]) / all);
    left -= rows;
    return draw(panel, { columns: size.columns, rows: rows + 2 });
  });
}
