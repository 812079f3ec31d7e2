import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { copyByTerminal } from '../../src/dashboard/clipboard.ts';
import type { Exported } from '../../src/dashboard/export-of.ts';
import { readKeys } from '../../src/dashboard/keys.ts';
import { openMouseReports } from '../../src/dashboard/mouse-reports.ts';
import { runScreen } from '../../src/dashboard/run-screen.ts';
import { openStage } from '../../src/dashboard/stage.ts';
import { plainLine, plainTheme } from '../../src/dashboard/theme.ts';
import { shownCsv } from '../../src/export/shown-csv.ts';
import { experiment, record } from '../fixtures/pseudo-places.ts';
import { pseudoParameters } from '../fixtures/pseudo-run.ts';

const size = { columns: 80, rows: 24 };
const { title, scenarioId } = experiment;
let kept: Exported[];
let copied: string[];
let lastLine = '';

/** The screen of the made-up run on a surface that only remembers. */
function openScreen(keep: ((exported: Exported) => Promise<string>) | undefined) {
  let isOn = false;
  const surface = {
    theme: plainTheme(),
    size: () => size,
    show: (lines: Parameters<typeof plainLine>[0][] | readonly Parameters<typeof plainLine>[0][]) => {
      lastLine = plainLine(lines[lines.length - 1]);
    },
    onFault: (error: unknown) => expect.unreachable(String(error)),
    copy: (text: string) => copied.push(text),
    toggleMouse: () => {
      isOn = !isOn;
      return isOn;
    },
  };
  const options = { title, scenarioId, seed: 42, experiment, record, parameters: pseudoParameters() };
  const keeper = keep && { csv: shownCsv, keep };
  return openStage(surface, () => undefined, runScreen({ ...options, ...(keeper && { keeper }) }));
}

async function pressed(text: string, live: ReturnType<typeof openScreen>): Promise<string> {
  live.press(readKeys(text).keys);
  await vi.advanceTimersByTimeAsync(300);
  return lastLine.trim();
}

const remember = async (exported: Exported): Promise<string> => {
  kept.push(exported);
  return `${exported.name}.${exported.ending}`;
};

beforeEach(() => {
  vi.useFakeTimers();
  kept = [];
  copied = [];
});
afterEach(() => {
  vi.useRealTimers();
});

describe('export by key', () => {
  it('asks for a form, writes it, and says where', async () => {
    const live = openScreen(remember);
    expect(await pressed('\u001b[Fe', live)).toContain('export: c CSV  j JSON  t text  s SVG  Esc');
    expect(await pressed('c', live)).toMatch(/^Written: maabar-pseudo-cut-run-2026-12-factions\.csv/);
    expect(kept[0].text).toContain('model output, not data');
    live.close();
  });

  it('writes the panel and month at which each key came, however fast they came', async () => {
    const live = openScreen(remember);
    await pressed('\u001b[Hec\u001b[Fej\tetes', live);
    expect(kept.map(({ name, ending }) => `${name}.${ending}`)).toEqual([
      'maabar-pseudo-cut-run-2014-01-factions.csv',
      'maabar-pseudo-cut-run-2026-12-factions.json',
      'maabar-pseudo-cut-run-2026-12.txt',
      'maabar-pseudo-cut-run-2026-12.svg',
    ]);
    live.close();
  });

  it('writes nothing after Esc or another key, and takes that key for no other wish', async () => {
    const live = openScreen(remember);
    const before = await pressed('\u001b[H', live);
    expect(await pressed('e6', live)).toBe(before);
    expect(kept).toEqual([]);
    live.close();
  });

  it('says what the disk says, and where no file can be written', async () => {
    const full = openScreen(() => Promise.reject(new Error('ENOSPC: no space left')));
    expect(await pressed(' ec', full)).toContain('not written: ENOSPC: no space left');
    full.close();
    const none = openScreen(undefined);
    expect(await pressed(' ec', none)).toContain('no file can be written from here');
    none.close();
  });
});

describe('copy and mouse by key', () => {
  it('sends the panel in focus, and says that it cannot know more', async () => {
    const live = openScreen(remember);
    expect(await pressed('\t\ty', live)).toMatch(/^sent to the clipboard; not there\? e t: a file/);
    expect(copied[0]).toMatch(/^Crossings: .*\n.*North/);
    live.close();
  });

  it('turns the mouse on and off', async () => {
    const live = openScreen(remember);
    expect(await pressed('%', live)).toContain('mouse on');
    expect(await pressed('%', live)).toContain('mouse off');
    live.close();
  });

  it('are text where text is typed', async () => {
    const live = openScreen(remember);
    expect(await pressed('/%ye', live)).toContain('filter: /%ye_');
    expect([kept, copied]).toEqual([[], []]);
    live.close();
  });
});

describe('what is written to a terminal', () => {
  const streamOf = (isTTY: boolean) => {
    const written: string[] = [];
    const write = (text: string) => written.push(text) > 0;
    return { written, stdout: { isTTY, write } as unknown as NodeJS.WriteStream };
  };

  it('is nothing to what is none', () => {
    const { written, stdout } = streamOf(false);
    copyByTerminal(stdout, 'text');
    const mouse = openMouseReports(stdout, true);
    expect(mouse.toggle()).toBe(false);
    mouse.close();
    expect(written).toEqual([]);
  });

  it('is the text in base64 for its clipboard', () => {
    const { written, stdout } = streamOf(true);
    copyByTerminal(stdout, 'été\n');
    expect(written).toEqual(['\u001b]52;c;w6l0w6kK\u0007']);
  });

  it('turns its mouse off again by the end, and only where it was on', () => {
    const { written, stdout } = streamOf(true);
    openMouseReports(stdout, false).close();
    expect(written).toEqual([]);
    const mouse = openMouseReports(stdout, true);
    mouse.close();
    mouse.close();
    expect(written).toEqual(['\u001b[?1000h\u001b[?1006h', '\u001b[?1006l\u001b[?1000l']);
  });
});
