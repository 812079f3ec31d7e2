import type { Choice } from '../../figures/choices.ts';
import { rowsOf } from './rows.ts';
import type { ChooseSnapshot } from './snapshot.ts';
import { rowUnderCursor } from './state.ts';

/**
 * The list with what is there now. The cursor stays on its row and marks on theirs, as long as these are still there; what loading had shown to be
 * wrong with one's own scenario stays until it is looked at again.
 */
export function readAnew(
  { choices, state }: ChooseSnapshot,
  found: readonly Choice[],
): Pick<ChooseSnapshot, 'choices' | 'state'> {
  const known = new Map(choices.map((choice) => [choice.path, choice]));
  const rows = found.map((choice) => withKnown(choice, known.get(choice.path)));
  const paths = rowsOf(rows, state).map(({ path }) => path);
  const at = paths.indexOf(rowUnderCursor(state, choices)?.path ?? '');
  const marks = state.marks.filter((path) => rows.some((row) => row.path === path));
  return { choices: rows, state: { ...state, marks, cursors: at < 0 ? state.cursors : { choices: at } } };
}

function withKnown(choice: Choice, before: Choice | undefined): Choice {
  if (choice.kind === 'folder' || choice.isShipped || choice.problems.length > 0) return choice;
  return before === undefined ? choice : { ...choice, problems: before.problems };
}
