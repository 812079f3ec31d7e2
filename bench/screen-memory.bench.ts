/**
 * Ratio: resident size after as many redraws as ten minutes bring over that after a warm-up of a minute's, in a process of its own. The growth is
 * to stay under 30 MB (acceptance check 16). SCREEN_REDRAWS for fewer.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { frameMaker, paced, SilentTerminal } from './screen.ts';

const redraws = Number(process.env.SCREEN_REDRAWS ?? 4800);
/** Faster than the screen ever redraws, yet not faster than Ink does. */
const everyMs = 34;

async function measure(): Promise<void> {
  const { openFrame, showFrame } = await import('../src/dashboard/app.ts');
  const frameOf = await frameMaker();
  const terminal = new SilentTerminal() as unknown as NodeJS.WriteStream & NodeJS.ReadStream;
  const instance = openFrame([], { stdin: terminal, stdout: terminal, stderr: terminal });
  const sizes: number[] = [];
  for (const turns of [Math.floor(redraws / 10), redraws]) {
    await paced(turns, everyMs, (turn) => showFrame(instance, frameOf(turn)));
    globalThis.gc?.();
    sizes.push(process.memoryUsage.rss());
  }
  instance.unmount();
  console.log(sizes.join(' '));
}

if (process.env.SCREEN_MEMORY !== undefined) await measure();
else {
  const child = spawnSync(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url)], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', SCREEN_MEMORY: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [warm, end] = child.stdout.split(' ').map(Number);
  console.log(`after the warm-up                          1.00`);
  console.log(
    `after ${redraws.toLocaleString('en')} redraws more                 ${(end / warm).toFixed(2)}`,
  );
  console.log(`growth, to stay under 30 MB                ${((end - warm) / 1e6).toFixed(1)} MB`);
}
