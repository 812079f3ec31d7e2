import { describe, expect, it } from 'vitest';
import { modelVersion } from '../../src/model/version.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { runReplicate } from '../../src/study/run.ts';

/** Two reference runs. A digest that changes raises `modelVersion`, and CHANGELOG says under Results what moved and why. */
const references = ['two-gates', 'maximum-pressure'] as const;

describe('reference runs', () => {
  it('leave the numbers that they left when this model version was made', async () => {
    const lines = [`model version ${modelVersion}`];
    for (const name of references) {
      const { experiment } = await loadScenario(name, { shippedDir: '.' });
      lines.push(`${name} seed 1 replicate 1: ${runReplicate(experiment, 1, 1).digest}`);
    }
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('digests.txt');
  });
});
