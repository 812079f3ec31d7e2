import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Player, type PlayerAction, play, playWords, startPlayer } from '../../src/dashboard/player.ts';

const start = startPlayer(1, 156);

function after(player: Player, ...actions: readonly PlayerAction[]): Player {
  return actions.reduce(play, player);
}

describe('the player', () => {
  it('starts at the first month at four months a second', () => {
    expect(start).toMatchObject({ month: 1, isPlaying: true });
    expect(playWords(start, '>')).toBe('> 4 mo/s');
  });

  it('passes four months in a second, however the second is cut', () => {
    const pieces = Array.from({ length: 8 }, (): PlayerAction => ({ kind: 'pass', seconds: 0.125 }));
    expect(after(start, ...pieces).month).toBe(5);
    expect(after(start, { kind: 'pass', seconds: 1 }).month).toBe(5);
  });

  it('stands still while paused', () => {
    const paused = play(start, { kind: 'toggle' });
    expect(play(paused, { kind: 'pass', seconds: 10 })).toBe(paused);
    expect(playWords(paused, '>')).toBe('PAUSED');
  });

  it('pauses when stepped by hand', () => {
    expect(play(start, { kind: 'step', months: 12 })).toMatchObject({ month: 13, isPlaying: false });
  });

  it('stops at the last month and starts over from there', () => {
    const end = play(start, { kind: 'pass', seconds: 1000 });
    expect(end).toMatchObject({ month: 156, isPlaying: false });
    expect(playWords(end, '>')).toBe('END');
    expect(play(end, { kind: 'toggle' })).toMatchObject({ month: 1, isPlaying: true });
  });

  it('goes through 1, 2, 4, 8 and max, and no further', () => {
    const up: PlayerAction = { kind: 'faster' };
    const down: PlayerAction = { kind: 'slower' };
    expect(after(start, up).speed).toBe(8);
    expect(after(start, up, up, up).speed).toBe('max');
    expect(after(start, down, down, down, down).speed).toBe(1);
  });

  it('never leaves the run, whatever is asked', () => {
    const action: fc.Arbitrary<PlayerAction> = fc.oneof(
      fc.constantFrom<PlayerAction>(
        { kind: 'toggle' },
        { kind: 'first' },
        { kind: 'last' },
        { kind: 'faster' },
      ),
      fc.integer({ min: -400, max: 400 }).map((months): PlayerAction => ({ kind: 'step', months })),
      fc.double({ min: 0, max: 20, noNaN: true }).map((seconds): PlayerAction => ({ kind: 'pass', seconds })),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 1, max: 66 }),
        fc.array(action),
        (first, months, actions) => {
          const { month } = after(startPlayer(first, months), ...actions);
          expect(Number.isInteger(month) && month >= first && month < first + months).toBe(true);
        },
      ),
    );
  });
});
