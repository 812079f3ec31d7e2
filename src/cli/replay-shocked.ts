import type { Shock } from '../scenario/shock.ts';
import type { FailedRun } from '../study/outcome.ts';
import { shellWord } from './shell-word.ts';

/** What was played for a screen, in words of the command line. */
export interface PlayedWords {
  /** The command that runs what is shown without shocks, up to its replicates. */
  readonly command: string;
  readonly months: number;
  /** Writes the scenario with shocks and gives the file's path. */
  readonly save: (shocks: readonly Shock[]) => string;
}

/** The command that plays a failed run again. Shocks have no words on the command line, so a file is written for each list of them, once. */
export function replayCommands({ command, months, save }: PlayedWords) {
  const files = new Map<string, string>();
  return (shocks: readonly Shock[], { seed, replicate }: Pick<FailedRun, 'seed' | 'replicate'>): string => {
    if (shocks.length === 0) return `${command} --replicate ${replicate}`;
    const key = JSON.stringify(shocks);
    try {
      files.set(key, files.get(key) ?? save(shocks));
    } catch (error) {
      const labels = shocks.map(({ label }) => label).join('; ');
      return `${command} --replicate ${replicate}  (and ${labels}, which could not be written: ${(error as Error).message})`;
    }
    const flags = `--seed ${seed} --months ${months} --replicate ${replicate}`;
    return `maabar run ${shellWord(files.get(key)!)} ${flags}`;
  };
}
