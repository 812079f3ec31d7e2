import { formatShare } from '../figures/numbers.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import { changeRows } from '../study/change-timeline.ts';
import { playOnThreads } from '../study/player.ts';
import { sweepAssumptions, sweptOutcomes } from '../study/sweep.ts';
import { plainTable } from './plain-table.ts';
import { print, printJson, say } from './streams.ts';

/** 2018-05, when the sweep's cut begins. */
const cutMonth = 53;

/** Prints how far outcomes move when each assumption of a scenario's world goes from low to high, worst first. */
export async function sweepWorld({ world, experiment }: LoadedScenario, asJson: boolean): Promise<void> {
  const cut = changeRows(experiment, {
    'patron.transfer': (month, before) => (month >= cutMonth ? before * 0.4 : before),
  });
  const player = await playOnThreads();
  const told = (done: number, all: number): void => {
    if (done % 50 === 0) say(`${done} of ${all} assumptions`);
  };
  const { base, swept } = await sweepAssumptions(
    { world, baseline: experiment, cut, studySeed: 1 },
    player,
    told,
  );
  await player.close();
  if (asJson) {
    for (const { value, low, high, worst } of swept)
      printJson({ type: 'sweep', name: value.name, from: value.low, to: value.high, base, low, high, worst });
    return;
  }
  const head = ['value', 'from', 'to', 'most'];
  const rows = swept.map(({ value, worst }) => [
    value.name,
    short(value.low, value.range),
    short(value.high, value.range),
    formatShare(worst),
  ]);
  print(plainTable([head, ...rows]).join('\n'));
  print(
    `\nmost: the largest move of ${sweptOutcomes.join(', ')} over what it is; docs/assumptions.md has them all.`,
  );
}

function short(edge: number, range: 'values' | 'factors'): string {
  return `${range === 'factors' ? 'x ' : ''}${edge.toLocaleString('en', { maximumSignificantDigits: 4 })}`;
}
