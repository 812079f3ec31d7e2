import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readKeys } from '../../../src/dashboard/keys.ts';
import type { Laboratory } from '../../../src/dashboard/laboratory.ts';
import { type RunScreenOptions, runScreen } from '../../../src/dashboard/run-screen.ts';
import type { Live } from '../../../src/dashboard/show-until-left.ts';
import { plainLine, plainTheme } from '../../../src/dashboard/theme.ts';
import type { Shock } from '../../../src/scenario/shock.ts';
import { pseudoLaboratory } from '../../fixtures/pseudo-laboratory.ts';
import {
  pseudoBaseline,
  pseudoExperiment,
  pseudoParameters,
  pseudoRecord,
} from '../../fixtures/pseudo-run.ts';

const experiment = pseudoExperiment();
const beside = { comparison: { scenarioId: 'pseudo-baseline', record: pseudoBaseline() } };

let frame: string;
let left: unknown;

function open(laboratory: Laboratory, comparison: Pick<RunScreenOptions, 'comparison'> = beside): Live {
  const { title, scenarioId } = experiment;
  const screen = runScreen({
    ...{ title, scenarioId, seed: 42, experiment, record: pseudoRecord() },
    ...{ parameters: pseudoParameters(), laboratory, ...comparison },
  });
  return screen(
    {
      size: () => ({ columns: 80, rows: 24 }),
      theme: plainTheme(),
      show: (lines) => {
        frame = lines.map(plainLine).join('\n');
      },
      onFault: (error) => {
        left = error;
      },
    },
    {
      leave: (how) => {
        left = how;
      },
      open: () => undefined,
      back: () => false,
    },
  );
}

/** The frame once the keys are taken and all that they set off has come. */
async function shown(live: Live, keys: string): Promise<string> {
  live.press(readKeys(keys).keys);
  await vi.advanceTimersByTimeAsync(1000);
  return frame;
}

const pause = ' ';
/** Arms the first kind of the palette, moves it so many months back, and fires. */
const fired = (monthsBack: number): string => `s\r${'h'.repeat(monthsBack)}\r`;

beforeEach(() => {
  vi.useFakeTimers();
  left = undefined;
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a run that shocks are thrown into', () => {
  it('is played with the shock, marks it on the charts of every view, and is the same as before once it is undone', async () => {
    const live = open(pseudoLaboratory());
    const before = await shown(live, `${pause}:2018-01\r`);
    const after = await shown(live, `${fired(12)}`);
    expect(after).toContain('pseudo-cut +1 shock');
    expect(after).toContain("Jan 2017: Change 1: cut the patron's transfer by 55%");
    expect(after).toMatch(/└2014─+▲1─+▲2─+▲3 Jan 2020/);
    expect(await shown(live, 'u:2018-01\r')).toBe(before);
    const again = await shown(live, 'U:2017-01\r');
    expect(again.split('\n').slice(0, -1)).toEqual(after.split('\n').slice(0, -1));
    live.close();
  });

  it('says what another toll would bring where a post is opened and months do not pass, and again once a shock is thrown in', async () => {
    const live = open(pseudoLaboratory());
    const before = await shown(live, `4jj\r${'\t'.repeat(4)}`);
    expect(before).toContain('Pause (space) to see what another toll would bring.');
    const asked = await shown(live, `${pause}:2018-01\r`);
    expect(asked).toContain('At 3.8%, as asked, factions');
    expect(await shown(live, `${fired(12)}`)).toContain('At 3.8%, as asked, factions');
    expect(await shown(live, 'u:2018-01\r')).toBe(asked);
    live.close();
  });

  it('gives the identical class view and the identical chart after undo', async () => {
    const live = open(pseudoLaboratory());
    const before = await shown(live, `${pause}p:2018-01\r`);
    const after = await shown(live, `${fired(24)}:2018-01\r`);
    expect(after).not.toBe(before);
    expect(after).toMatch(/Since Jan 2016, B loses/);
    expect(await shown(live, 'u:2018-01\r')).toBe(before);
    live.close();
  });

  it('is compared with itself without the shock where nothing else is there, and with nothing after undo', async () => {
    const live = open(pseudoLaboratory(), {});
    const before = await shown(live, `${pause}:2018-01\r`);
    expect(await shown(live, fired(12))).toContain('change on pseudo-cut');
    expect(await shown(live, 'u:2018-01\r')).toBe(before);
    live.close();
  });

  it('shows in the Compare view what the shock changed, with the range of the pairs', async () => {
    const live = open(pseudoLaboratory());
    const text = await shown(live, `${pause}2:2017-06\r${fired(12)}:2017-06\r`);
    expect(text).toMatch(/patron .*-\$5\.\d\dm +-\$5\.\d\dm \.\. -\$5\.\d\dm/);
    expect(text).toMatch(/1 Jun 2016 cut the patron's transfer by 55% +for good +fired/);
    live.close();
  });

  it('takes back what makes no scenario, and shows the whole sentence why', async () => {
    const live = open(pseudoLaboratory());
    const text = await shown(live, `${pause}2s/formula\r\rnonsense = 2\r\r`);
    expect(text.replace(/\s+/g, ' ')).toContain(
      '"nonsense" is no parameter. Parameters of this world are patron.transfer, trade.imports and two more; view 6 lists them.',
    );
    expect(text).not.toContain('+1 shock');
    expect(left).toBeUndefined();
    const next = await shown(live, 'j');
    expect(next).not.toContain('nonsense');
    expect(next).toContain('None yet: s chooses one');
    live.close();
  });

  it('asks for pairs anew when the shocks change, and for none of shocks that are refused', async () => {
    const laboratory = pseudoLaboratory();
    const paired: number[] = [];
    const pair: Laboratory['pair'] = (shocks, ...rest) => {
      paired.push(shocks.length);
      return laboratory.pair(shocks, ...rest);
    };
    const live = open({ ...laboratory, pair });
    await shown(live, `${pause}2`);
    await shown(live, fired(0));
    await shown(live, 'u');
    expect(frame).toContain('90% of 20 pairs');
    await shown(live, 'U');
    await shown(live, 's/formula\r\rnonsense = 2\r\r');
    await shown(live, 'j');
    expect(paired).toEqual([0, 1, 0, 1]);
    live.close();
  });

  it('writes the scenario with its shocks by w, once for each press, and tells where', async () => {
    const saved: (readonly Shock[])[] = [];
    const live = open(pseudoLaboratory(saved));
    expect(await shown(live, `${pause}${fired(0)}w`)).toContain('Written: pseudo-cut-shocked.yaml');
    await shown(live, 'jj');
    expect(saved.map((shocks) => shocks.length)).toEqual([1]);
    live.close();
  });

  it('tells why nothing was written, and goes on', async () => {
    const full = {
      ...pseudoLaboratory(),
      save: () => Promise.reject(new Error('no space left on the disk')),
    };
    const live = open(full);
    expect(await shown(live, `${pause}w`)).toContain('Not written: no space left on the disk');
    expect(left).toBeUndefined();
    live.close();
  });

  it('leaves with the fault when the model itself fails', async () => {
    const broken = { ...pseudoLaboratory(), play: () => Promise.reject(new Error('a negative price')) };
    const live = open(broken);
    await shown(live, fired(0));
    expect(left).toMatchObject({ reason: 'failed', error: new Error('a negative price') });
    live.close();
  });
});
