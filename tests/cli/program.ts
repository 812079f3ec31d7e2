import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The repository, and the launcher in it. */
export const root = join(import.meta.dirname, '..', '..');
export const launcher = join(root, 'bin', 'maabar.js');

/** What a run of the program left. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program on pipes. `node` are flags of Node itself. */
export async function maabar(
  args: readonly string[],
  options: {
    readonly node?: readonly string[];
    readonly environment?: Readonly<Record<string, string>>;
    readonly onStart?: (child: ReturnType<typeof spawn>) => void;
  } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [...(options.node ?? []), launcher, ...args], {
    cwd: root,
    env: { ...process.env, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  options.onStart?.(child);
  return await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}
