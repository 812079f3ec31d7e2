/**
 * Ratio: time to the first frame of `maabar run` over that of a bare Node that does nothing, at most 15; and time from a key to its month on the
 * screen while every core plays runs over the same once they are done (acceptance check 5).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openShellLine, type PtySession } from '../tests/fixtures/pty-session.ts';

const size = { columns: 120, rows: 40 };
const shelf = mkdtempSync(join(tmpdir(), 'first-frame-'));

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

function open(out: string, replicates: number): PtySession {
  const flags = `--replicates ${replicates} --out '${join(shelf, out)}'`;
  return openShellLine(`'${process.execPath}' bin/maabar.js run two-gates ${flags}`, size);
}

function bareNode(): number {
  const start = performance.now();
  execFileSync(process.execPath, ['-e', '0']);
  return performance.now() - start;
}

async function firstFrame(round: number): Promise<number> {
  const start = performance.now();
  const session = open(`frame-${round}`, 1);
  await session.untilText('model output, not data');
  const time = performance.now() - start;
  session.send('\u0003');
  await session.exitCode;
  return time;
}

/** Median time from a key to the month that it leads to. */
async function keyTime(session: PtySession): Promise<number> {
  session.send('\u001b[H');
  await session.untilText('(m 1/');
  const times: number[] = [];
  for (let month = 2; month < 20; month++) {
    const start = performance.now();
    session.send('l');
    await session.untilText(`(m ${month}/`);
    times.push(performance.now() - start);
  }
  return median(times);
}

const bare = median(Array.from({ length: 11 }, bareNode));
const frames: number[] = [];
for (let round = 0; round < 7; round++) frames.push(await firstFrame(round));

const busy = open('busy', 20_000);
await busy.untilText('mo/s');
await busy.untilText('run ');
const whileBusy = await keyTime(busy);
busy.send('\u0003');
await busy.exitCode;

const idle = open('idle', 1);
await idle.untilText('mo/s');
await idle.until((rows) => !rows.some((row) => /run \d+\/\d|writing tables/.test(row)));
const whenDone = await keyTime(idle);
idle.send('\u0003');
await idle.exitCode;
rmSync(shelf, { recursive: true });

console.log('node -e 0                                     1.00');
console.log(`first frame of maabar run, at most 15         ${(median(frames) / bare).toFixed(1)}`);
console.log('a key while nothing is played                 1.00');
console.log(`a key while every core plays                  ${(whileBusy / whenDone).toFixed(2)}`);
console.log(`here and now a key takes ${whileBusy.toFixed(0)} ms while every core plays`);
