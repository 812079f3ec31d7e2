import { describe, expect, it } from 'vitest';
import type { Surface } from '../../src/dashboard/live-screen.ts';
import { openStage, type Stage, type StagedScreen } from '../../src/dashboard/stage.ts';
import { plainTheme } from '../../src/dashboard/theme.ts';

/** A screen that draws its name, and notes what happens to it. */
function named(name: string, notes: string[], onStage: (stage: Stage) => void = () => {}): StagedScreen {
  return (surface, stage) => {
    onStage(stage);
    return {
      press: () => void notes.push(`${name} pressed`),
      resize: () => surface.show([[{ text: name, style: 'plain' }]], surface.theme),
      close: () => void notes.push(`${name} closed`),
    };
  };
}

describe('a stage', () => {
  it('shows the screen on top, gives it the keys, and goes back to the one below', () => {
    const shown: string[] = [];
    const notes: string[] = [];
    let stage: Stage | undefined;
    let drawBelow = (): void => {};
    const surface: Surface = {
      theme: plainTheme(),
      size: () => ({ columns: 80, rows: 24 }),
      show: ([line]) => void shown.push(line[0].text),
      onFault: () => {},
    };
    const below: StagedScreen = (own, its) => {
      const live = named('list', notes)(own, its);
      stage = its;
      drawBelow = live.resize;
      return live;
    };
    const live = openStage(surface, () => {}, below);
    expect(stage!.back()).toBe(false);
    stage!.open(named('run', notes));
    drawBelow();
    live.press([]);
    expect(stage!.back()).toBe(true);
    live.press([]);
    live.close();
    expect(shown).toEqual(['list', 'run', 'list']);
    expect(notes).toEqual(['run pressed', 'run closed', 'list pressed', 'list closed']);
  });
});
