import { startEdit } from './edit-parameter.ts';
import type { KeyAction } from './keys.ts';
import { type Place, placeOf, type Target } from './place.ts';
import type { Focus, Look, ScreenState } from './screen-state.ts';
import { startTyping } from './typing.ts';

const page = 10;

/** The state after a key that moves in the list in focus, opens or edits its row, sorts or filters it; undefined for other keys. */
export function listKey(state: ScreenState, key: KeyAction, look: Look): ScreenState | undefined {
  const moves: Partial<Record<KeyAction, number>> = { up: -1, down: 1, 'page-up': -page, 'page-down': page };
  const by = moves[key];
  if (by !== undefined) return move(state, by, look(state));
  if (key === 'open') return open(state, look(state));
  if (key === 'mark') return edit(state, look(state));
  if (key === 'filter') return startTyping(state, 'filter', look(state).list);
  if (key !== 'order' && key !== 'direction') return undefined;
  const { list } = look(state);
  if (key === 'order')
    return { ...state, orders: { ...state.orders, [list]: (state.orders[list] ?? 0) + 1 } };
  return { ...state, reversed: { ...state.reversed, [list]: !state.reversed[list] } };
}

/** The event log is read from its end, so up goes further from it. */
function move(state: ScreenState, by: number, { list, targets }: Focus): ScreenState {
  const before = Math.min(state.cursors[list] ?? 0, Math.max(0, targets.length - 1));
  const wanted = before + (list === 'events' ? -by : by);
  const row = Math.max(0, Math.min(targets.length - 1, wanted));
  return { ...state, cursors: { ...state.cursors, [list]: row } };
}

function open(state: ScreenState, { list, targets }: Focus): ScreenState {
  if (state.overlay === 'help') return { ...state, overlay: 'none' };
  const at = Math.min(state.cursors[list] ?? 0, targets.length - 1);
  const target = targets[list === 'events' ? targets.length - 1 - at : at];
  if (target === undefined) return state;
  return {
    ...state,
    ...placeOf(target),
    cursors: freshLists(state, target),
    trail: [...state.trail, placeNow(state)],
  };
}

function edit(state: ScreenState, focus: Focus): ScreenState {
  const editable = state.overlay === 'none' ? focus.edit?.() : undefined;
  return editable === undefined ? state : startEdit(state, editable);
}

/** Lists that show another thing at each place start at their top, or at what is asked about. */
function freshLists({ cursors }: ScreenState, target: Target): ScreenState['cursors'] {
  const movers = target.to === 'why' ? (target.mover ?? 0) : 0;
  return { ...cursors, movers, rules: 0, causes: 0, rivals: 0, ledger: 0 };
}

function placeNow({ view, panel, isZoomed, overlay, post, subject }: ScreenState): Place {
  return { view, panel, isZoomed, overlay, post, subject };
}
