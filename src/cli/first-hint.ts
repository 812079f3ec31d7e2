import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Variables that say where a program may keep what it remembers of its user. */
type Environment = Readonly<Record<string, string | undefined>>;

/** File that is there once the hint for a first visit was seen off: in XDG_STATE_HOME or ~/.local/state, on Windows in LOCALAPPDATA. */
export function hintFile(environment: Environment, platform: string, home: string): string {
  const { XDG_STATE_HOME: state, LOCALAPPDATA: local } = environment;
  const folder = platform === 'win32' ? local || join(home, 'AppData', 'Local') : state;
  return join(folder || join(home, '.local', 'state'), 'maabar', 'hint-seen');
}

/** Whether the hint is still wanted, and how to remember that it is not. A folder that cannot be written is no fault: the hint comes again. */
export function openHint(file = hintFile(process.env, process.platform, homedir())) {
  return {
    isHintWanted: !existsSync(file),
    onHintDismissed: (): void => {
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, '');
      } catch {
        // The next visit shows it again.
      }
    },
  };
}
