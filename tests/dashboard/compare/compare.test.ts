import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameSnapshot } from '../../../src/dashboard/frame.ts';
import { readKeys } from '../../../src/dashboard/keys.ts';
import type { GlyphName } from '../../../src/dashboard/paint/glyphs.ts';
import { type Size, widthOf } from '../../../src/dashboard/paint/line.ts';
import { screen } from '../../../src/dashboard/screen.ts';
import { takeKey } from '../../../src/dashboard/screen-state.ts';
import type { Snapshot } from '../../../src/dashboard/snapshot.ts';
import { plainLine, plainTheme } from '../../../src/dashboard/theme.ts';
import { focusOf, viewOf } from '../../../src/dashboard/views.ts';
import { pseudoPairs, pseudoPalette } from '../../fixtures/pseudo-laboratory.ts';
import {
  pseudoBaseline,
  pseudoExperiment,
  pseudoParameters,
  pseudoRecord,
} from '../../fixtures/pseudo-run.ts';

const experiment = pseudoExperiment();
const record = pseudoRecord();
const { title, scenarioId } = experiment;
const size = { columns: 80, rows: 24 };
const comparison = { scenarioId: 'pseudo-baseline', record: pseudoBaseline() };
const pairs = pseudoPairs(20);
const start: Snapshot = {
  ...frameSnapshot({ title, scenarioId, seed: 42, experiment, record, comparison, pairs, month: 100, size }),
  palette: pseudoPalette,
};

/** The snapshot after keys as a terminal sends them; a lone ESC is written `<`, the right arrow `}`. */
function after(text: string, from: Snapshot = start): Snapshot {
  const named = { '<': 'close', '}': 'month-on' } as const;
  let snapshot = from;
  for (const letter of text) {
    const action = named[letter as keyof typeof named];
    const key = action === undefined ? readKeys(letter).keys[0] : { action, text: '' };
    const now = snapshot;
    snapshot = { ...now, state: takeKey(now.state, key, (state) => focusOf({ ...now, state })) };
  }
  return snapshot;
}

function textOf(snapshot: Snapshot, at: Size = size, glyphs: GlyphName = 'braille'): string {
  return screen(snapshot, at, plainTheme(glyphs)).map(plainLine).join('\n');
}

describe('the Compare view', () => {
  it('gives means of a year, their difference and the range of the pairs', () => {
    const text = textOf(after('2'));
    expect(text).toContain('What changed by Apr 2022 (means of 12 months');
    expect(text).toMatch(/>total income +\$31\.3m +\$39\.3m +\+\$7\.93m +\+\$7\.\d\dm \.\. \+\$8\.\d\dm/);
    expect(text).toContain('~ = 90% range includes zero: do not teach this as an effect');
    expect(textOf(after('2g'))).toMatch(/A pseudo-baseline, B pseudo-cut/);
  });

  it('marks what includes zero and says of what differs in no pair', () => {
    const text = textOf(after('2'), { columns: 120, rows: 50 });
    expect(text).toMatch(/dollar window.* ~ -\$\S+ \.\. \+\$/);
    expect(text).toMatch(/goods smuggled past +\$0 +\$0 +\$0 +no difference in any pair/);
  });

  it('says how many pairs are played while they are few', () => {
    expect(textOf({ ...after('2'), pairs: pseudoPairs(7) })).toMatch(/total income.*7 of 20 pairs/);
  });

  it('goes through the measures by m and by arrows, and plots the chosen one', () => {
    expect(textOf(after('2m'))).toMatch(/─ patron, \$m a month: A/);
    expect(textOf(after('2jj'))).toMatch(/─ payroll, \$m a month: A/);
    expect(after('2M').state.cursors.measures).toBe(14);
    expect(after('2Mm').state.cursors.measures).toBe(0);
    expect(textOf(after('2/coh\r'))).toMatch(/─ pact cohesion, index: A/);
    expect(textOf(after('2/no such thing\r'))).toContain('Nothing here holds that text');
  });

  it('asks by Enter why the chosen measure moved, whichever line moved most', () => {
    for (const label of ['customs', 'fuel', 'ransom']) {
      const why = after(`2/${label}\r\r`);
      expect(why.state.view).toBe('why');
      expect(textOf(why)).toMatch(new RegExp(`>.*(${label}|extortion)`));
    }
    expect(textOf(after('2/imports\r\r')).split('\n')[4]).toMatch(/^>/);
  });

  it('swaps A and B by x, and the differences change their sign', () => {
    const text = textOf(after('2x'));
    expect(text).toMatch(/>total income +\$39\.3m +\$31\.3m +-\$7\.93m +-\$8\.\d\dm \.\. -\$7\.\d\dm/);
    expect(text).toContain('Live shocks on A');
    expect(textOf(after('2xx'))).toBe(textOf(after('2')));
  });

  it('asks for pairs once it is opened, and so does the class view', () => {
    expect([after('').state.wantsPairs, after('2').state.wantsPairs, after('p').state.wantsPairs]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('compares a run with itself where there is nothing else, and says that nothing was thrown in', () => {
    const text = textOf(after('2', { ...start, comparison: undefined, pairs: undefined }));
    expect(text).toContain('A pseudo-cut, B pseudo-cut');
    expect(text).toContain('None yet: s chooses one');
  });

  it('shows each panel alone', () => {
    const panels = viewOf(after('2'), record).panels.length;
    const titles = Array.from(
      { length: panels },
      (_, tabs) => textOf(after(`2${'\t'.repeat(tabs)}z`)).split('\n')[2],
    );
    expect(new Set(titles).size).toBe(panels);
  });

  it('is exactly as large as the terminal at any size, with anything over it', () => {
    const sizes = fc.record({
      columns: fc.integer({ min: 20, max: 220 }),
      rows: fc.integer({ min: 3, max: 60 }),
    });
    const keys = fc.constantFrom(
      '2',
      '2p',
      '2\t\t',
      '2\t\t\t\t\t\t',
      '2\tz',
      '2x',
      '2s',
      '2sjjjj\r',
      '2s\r',
      '2s\r\r',
      '2s/formula\r\ra=',
      'sp',
    );
    const glyphs = fc.constantFrom<GlyphName>('braille', 'block', 'ascii');
    const played = fc.constantFrom(undefined, 0, 7, 20);
    const month = fc.integer({ min: 1, max: 156 });
    fc.assert(
      fc.property(sizes, keys, glyphs, played, month, (at, text, set, some, shown) => {
        const known = some === undefined ? undefined : some === 20 ? pairs : pseudoPairs(some);
        const moved = {
          ...start,
          pairs: known,
          state: { ...start.state, player: { ...start.state.player, month: shown } },
        };
        const lines = screen(after(text, moved), at, plainTheme(set));
        expect(lines).toHaveLength(at.rows);
        for (const line of lines) expect(widthOf(line)).toBe(at.columns);
        const whole = lines.map(plainLine).join('\n');
        if (set === 'ascii') expect(whole).toMatch(/^[\x20-\x7e\n]*$/);
        if (at.columns < 60 || at.rows < 16) return;
        expect(whole).toContain('model output, not data');
        expect(whole).toMatch(/\? help {2}q quit/);
      }),
      { numRuns: 60 },
    );
  });
});

describe('throwing a shock in', () => {
  it('opens the palette over any view and pauses', () => {
    const playing = {
      ...start,
      state: { ...start.state, player: { ...start.state.player, isPlaying: true } },
    };
    for (const view of ['1', '2', '4', '5', '6']) {
      const opened = after(`${view}s`, playing);
      expect(textOf(opened)).toContain('Throw in a shock (/ filter)');
      expect(opened.state.player.isPlaying).toBe(false);
    }
  });

  it('arms, moves the month with the picture, fires, and tells so in the heading', () => {
    expect(textOf(after('s\r'))).toContain('ARMED: nothing happens before Enter');
    const later = after('s\rll\r');
    expect(later.state.player.month).toBe(102);
    expect(later.state.thrown.shocks[0].at).toBe(102);
    expect(textOf(later)).toContain('pseudo-cut +1 shock');
    expect(textOf(later)).toContain('Fired: space plays on');
    expect(textOf(after('s\r\rs\r\r'))).toContain('pseudo-cut +2 shocks');
  });

  it('lists what was fired, what is armed and what was undone', () => {
    const played = {
      ...after('2s\r\r'),
      experiment: {
        ...experiment,
        changes: [...experiment.changes, { month: 100, label: "cut the patron's transfer by 55%", why: '' }],
      },
    };
    expect(textOf(after('2s\r\r'))).toMatch(
      /Apr 2022 cut the patron's transfer by 55% +for good +being played/,
    );
    expect(textOf(after('s\r\r'))).toMatch(/PLAYING SHOCKS *$/m);
    expect(textOf(played)).toMatch(/PAUSED *$/m);
    expect(textOf(played)).toMatch(/ 3 Apr 2022 cut the patron's transfer by 55% +for good +fired/);
    expect(textOf(after('u\t\t\t', played))).toMatch(
      /Apr 2022 cut the patron's transfer by 55% +for good +undone/,
    );
    expect(textOf(after('2s\r'), { columns: 80, rows: 60 })).toMatch(/ARMED/);
  });

  it('takes q, ? and digits as text in a formula, and Esc leaves step by step', () => {
    const typed = after('s/formula\r\rq?/12');
    expect(textOf(typed)).toContain('q?/12_');
    expect(typed.state).toMatchObject({ view: 'run', overlay: 'none' });
    expect(after('<<', typed).state.arming).toBeUndefined();
  });

  it('tells of the parameter that is typed, or of names that it may become', () => {
    const formula = (text: string): string =>
      textOf(after(`s/formula\r\r${text}`, { ...start, parameters: pseudoParameters() }));
    expect(formula('tr')).toContain('patron.transfer, trade.imports');
    expect(formula('trade.imports = cur')).toContain('value of goods that traders would bring');
    expect(formula('crossings.*.op')).toContain('crossings.north-ford.open');
    expect(formula('([')).toContain('No parameter holds that');
  });

  it('shows help over the palette, and the palette again', () => {
    expect(textOf(after('s?'))).toContain('shock, undo, redo');
    expect(textOf(after('s?<'))).toContain('Throw in a shock');
  });

  it('says in a sentence why nothing can be thrown in', () => {
    const printed = { ...start, palette: 'A printed picture takes no shocks' };
    expect(textOf(after('s', printed))).toContain('A printed picture takes no shocks');
    expect(after('s', printed).state.arming).toBeUndefined();
    expect(textOf(after('s', { ...start, record: undefined }))).toContain('still being played');
    expect(textOf(after('w', printed))).toContain('A printed picture takes no shocks');
  });

  it('undoes and brings back, and replays from the month before the latest or from the start', () => {
    expect(after('s\r\ru').state.thrown).toMatchObject({ shocks: [], undone: [{ at: 100 }] });
    expect(after('s\r\ruU').state.thrown).toMatchObject({ shocks: [{ at: 100 }], undone: [] });
    expect(textOf(after('u'))).toContain('No shock to undo: s throws one in');
    expect(textOf(after('U'))).toContain('No shock was undone that could come back');
    expect(after('s\r\r]]r').state.player).toMatchObject({ month: 99, isPlaying: true });
    expect(after('R').state.player).toMatchObject({ month: 1, isPlaying: true });
    expect(textOf(after('r'))).toContain('No shock has been fired');
  });
});

describe('the class view', () => {
  it('shows the big month, the sentence, both charts and the changes so far, and no table', () => {
    const text = textOf(after('p'));
    expect(text).toMatch(/ █+ {2}████ {2}████/);
    expect(text.replace(/\s+/g, ' ')).toMatch(
      /Since May 2018, B loses \$5\.\d\dm a month of patron income and gains/,
    );
    expect(text).toContain('A pseudo-baseline: total income');
    expect(text).toMatch(/A pseudo-baseline: total income.*B pseudo-cut/);
    expect(text).toContain('▲1 May 2018 transfer cut by 60%');
    expect(text).not.toContain('What changed');
    expect(
      textOf(
        after('p', { ...start, state: { ...start.state, player: { ...start.state.player, month: 60 } } }),
      ),
    ).not.toContain('▲2 Jan 2020 border');
  });

  it('keeps the big month at the smallest size', () => {
    expect(textOf(after('p'), { columns: 60, rows: 16 })).toMatch(/ █+ {2}████ {2}████/);
  });

  it('closes by p, by Esc and by the key of a view', () => {
    expect(textOf(after('pp'))).toBe(textOf(start));
    expect(textOf(after('p<'))).toBe(textOf(start));
    expect(after('p4').state).toMatchObject({ view: 'crossings', isPresenting: false });
  });
});
