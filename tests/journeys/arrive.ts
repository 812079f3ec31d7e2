import { afterAll } from 'vitest';
import { type Desk, type DeskKind, type Lodging, openLodging } from '../fixtures/desk.ts';

/** Keys as terminals send them. */
export const keys = {
  ...{ home: '\u001b[H', end: '\u001b[F', down: '\u001b[B', left: '\u001b[D', right: '\u001b[C' },
  ...{ esc: '\u001b', backspace: '\u007f', interrupt: '\u0003' },
} as const;

/** Opens desks for the journeys of one file, each in an empty folder of its own; all are cleared away when the file is done. */
export function lodgings(name: string): () => Lodging {
  const opened: Lodging[] = [];
  const desks: Desk[] = [];
  afterAll(() => {
    for (const desk of desks) desk.close();
    for (const lodging of opened) lodging.remove();
  });
  return () => {
    const lodging = openLodging(name);
    opened.push(lodging);
    const open = (
      kind: DeskKind,
      ...rest: [Parameters<Lodging['open']>[1], Parameters<Lodging['open']>[2]?]
    ) => {
      const desk = lodging.open(kind, ...rest);
      desks.push(desk);
      return desk;
    };
    return { ...lodging, open };
  };
}
