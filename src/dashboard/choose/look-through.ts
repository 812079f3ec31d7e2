import type { Problem } from '../../engine/problem.ts';
import { type Choice, mayHideProblems } from '../../figures/choices.ts';
import type { LiveChoices } from './live.ts';

/** Looks through rows while the list is shown. */
export interface LookThrough {
  /** Starts with these rows; what was looked through before is left where it is. */
  readonly begin: (choices: readonly Choice[]) => void;
  readonly stop: () => void;
}

/** Finds what only loading shows to be wrong with one's own scenarios, one after the other, and writes it on their rows. */
export function openLookThrough(
  live: LiveChoices,
  findProblems: (choice: Choice) => Promise<readonly Problem[]>,
  onFault: (error: unknown) => void,
): LookThrough {
  let turn = 0;
  const look = async (choices: readonly Choice[], mine: number): Promise<void> => {
    for (const choice of choices.filter(mayHideProblems)) {
      if (turn !== mine) return;
      const problems = await findProblems(choice);
      if (turn === mine) tell(live, choice, problems);
    }
  };
  return {
    begin: (choices) => {
      turn++;
      look(choices, turn).catch(onFault);
    },
    stop: () => {
      turn++;
    },
  };
}

function tell(live: LiveChoices, { path }: Choice, problems: readonly Problem[]): void {
  const { choices } = live.now();
  const known = choices.find((choice) => choice.path === path)?.problems ?? [];
  if (known.length === 0 && problems.length === 0) return;
  live.update({ choices: choices.map((row) => (row.path === path ? { ...row, problems } : row)) });
}
