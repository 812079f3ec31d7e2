import { describe, expect, it } from 'vitest';
import { type LoadedScenario, loadScenario } from '../../src/scenario/load.ts';
import type { Shock } from '../../src/scenario/shock.ts';
import { shockKinds, shockOf } from '../../src/scenario/shock-palette.ts';
import { runReplicate } from '../../src/study/run.ts';

const at = 40;

/** Every strength of every kind that is offered, at the first crossing where it asks for one. */
function everyShock({ experiment }: LoadedScenario): readonly Shock[] {
  const [crossing] = experiment.world.crossings;
  return shockKinds(experiment)
    .filter(({ asks }) => asks !== 'formula')
    .flatMap((kind) =>
      kind.strengths.map((strength) =>
        shockOf(kind, strength, {
          ...{ at, months: kind.months },
          ...(kind.asks === 'crossing' ? { crossing } : {}),
        }),
      ),
    );
}

describe.each(['history', 'two-gates'])('every shock of the palette in %s', async (name) => {
  const overrideMonths = 60;
  const plain = await loadScenario(name, { overrideMonths });
  const untouched = runReplicate(plain.experiment, 1, 1).tables;

  it.each(everyShock(plain).map((shock) => [shock.label, shock] as const))(
    'is played: %s',
    async (_, shock) => {
      const { experiment } = await loadScenario(name, { overrideMonths, thrown: [shock] });
      const played = runReplicate(experiment, 1, 1).tables;
      for (const [index, table] of played.entries()) {
        const before = (table.data.length / overrideMonths) * (at - 1);
        expect(table.data.subarray(0, before)).toEqual(untouched[index].data.subarray(0, before));
      }
    },
  );
});
