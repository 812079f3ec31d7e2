/**
 * Ratio: CPU of a redraw of the running screen at 120x40, eight a second, over that of painting and writing the same cells directly. At most 8
 * (acceptance check 4).
 */
import { frameMaker, paced, SilentTerminal } from './screen.ts';

process.env.NODE_ENV = 'production';
const { openFrame, showFrame } = await import('../src/dashboard/app.ts');

const frameOf = await frameMaker();
const turns = 48;
const redrawMs = 125;

/** Milliseconds of CPU a redraw. */
async function cpuOf(draw: (turn: number) => void): Promise<number> {
  await paced(16, redrawMs, draw);
  const before = process.cpuUsage();
  await paced(turns, redrawMs, draw);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / turns;
}

const plain = new SilentTerminal();
const direct = await cpuOf((turn) => plain.write(`\u001b[H${frameOf(turn).join('\r\n')}`));
const terminal = new SilentTerminal() as unknown as NodeJS.WriteStream & NodeJS.ReadStream;
const instance = openFrame([], { stdin: terminal, stdout: terminal, stderr: terminal });
const live = await cpuOf((turn) => showFrame(instance, frameOf(turn)));
instance.unmount();

console.log('painting and writing the cells directly   1.00');
console.log(`the screen, at most 8                     ${(live / direct).toFixed(2)}`);
console.log(`here and now a redraw takes ${live.toFixed(1)} ms of CPU; compare ratios, not times`);
