import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { frameText } from '../../src/dashboard/frame.ts';
import { parseMonth } from '../../src/engine/calendar.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { runReplicate } from '../../src/study/run.ts';

describe('the picture in the README', () => {
  it('is the screen that the first line opens, paused in June 2020', async () => {
    const [baseline, pressed] = await Promise.all(
      ['baseline', 'maximum-pressure'].map(async (name) => {
        const { experiment } = await loadScenario(name, { shippedDir: '.' });
        return { experiment, record: runReplicate(experiment, 1, 1) };
      }),
    );
    const frame = frameText({
      title: pressed.experiment.title,
      scenarioId: 'maximum-pressure',
      seed: 1,
      ...pressed,
      comparison: { scenarioId: 'baseline', record: baseline.record },
      month: parseMonth('2020-06') ?? 0,
      size: { columns: 80, rows: 24 },
    });
    await expect(frame).toMatchFileSnapshot('../frames/readme-80x24.txt');
    // The block in the README is a copy of tests/frames/readme-80x24.txt: paste it anew when the picture changes.
    expect(readFileSync('README.md', 'utf8')).toContain(`\`\`\`text\n${frame}\`\`\``);
  });
});
