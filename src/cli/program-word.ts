import { basename, relative } from 'node:path';

/**
 * How the user calls this program, so that a suggested command can be copied: `maabar` where it is installed, else
 * `node bin/maabar.js` as seen from the current folder.
 */
export const program = wordFor(process.argv[1] ?? 'maabar', process.cwd());

/** The word for a script's path as seen from a folder. */
export function wordFor(script: string, from: string): string {
  const isLauncher = basename(script) === 'maabar.js' && !/[\\/]node_modules[\\/]/.test(script);
  return isLauncher ? `node ${relative(from, script)}` : 'maabar';
}

/** A command as the user would type it: `maabar run …` in the user's own words. */
export function asTyped(command: string): string {
  return command.replace(/^maabar(?= )/, program);
}
