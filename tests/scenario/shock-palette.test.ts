import { describe, expect, test } from 'vitest';
import { loadScenario } from '../../src/scenario/load.ts';
import { shockCatalogue } from '../../src/scenario/shock-catalogue.ts';
import { shockKinds, shockOf } from '../../src/scenario/shock-palette.ts';

const idsIn = async (scenario: string) =>
  shockKinds((await loadScenario(scenario)).experiment).map((kind) => kind.id);
const kindOf = (id: string) => shockCatalogue.find((kind) => kind.id === id)!;

describe('the palette of shocks', () => {
  test('offers every kind where every rule is played', async () => {
    expect(await idsIn('baseline')).toEqual(shockCatalogue.map(({ id }) => id));
  });

  test('leaves out what does nothing in a world without fronts, dollars and breaches', async () => {
    const offered = await idsIn('two-gates');
    const left = shockCatalogue.map(({ id }) => id).filter((id) => !offered.includes(id));
    expect(left).toEqual(['dollar-rule', 'designate-fronts', 'designate-all-fronts', 'lose-coordinator']);
  });

  test('leaves out a kind whose parameter the world lacks', () => {
    const timeline = { firstMonth: 1, months: 1, names: ['patron.transfer'], values: Float64Array.of(1) };
    const offered = shockKinds({ timeline }).map(({ id }) => id);
    expect(offered).toEqual(['cut-transfer', 'restore-transfer', 'formula']);
  });

  test('has at most seven strengths of a kind, told apart by their words, and a usual one among them', () => {
    for (const { strengths, usual } of shockCatalogue) {
      expect(strengths.length).toBeLessThanOrEqual(7);
      expect(new Set(strengths.map(({ words }) => words)).size).toBe(strengths.length);
      expect(strengths[usual]).toBeDefined();
    }
  });
});

describe('a shock', () => {
  test('is named after what it does and lasts as many months as it is told', () => {
    const kind = kindOf('cut-transfer');
    expect(shockOf(kind, kind.strengths[kind.usual], { at: 60, months: 3 })).toEqual({
      label: "cut the patron's transfer by 55%",
      at: 60,
      until: 62,
      set: { 'patron.transfer': 'current * 0.45' },
    });
  });

  test('closes the crossing that was chosen', () => {
    const kind = kindOf('close-crossing');
    const crossing = { id: 'upper-gate', name: 'Upper Gate' };
    expect(shockOf(kind, kind.strengths[3], { at: 60, months: undefined, crossing })).toEqual({
      label: 'close Upper Gate altogether',
      at: 60,
      until: undefined,
      set: { 'crossings.upper-gate.open': '0' },
    });
  });

  test.each([
    ['patron.transfer = current * 2', { 'patron.transfer': 'current * 2' }],
    ['pact.cohesion=current*(current >= 0.5)', { 'pact.cohesion': 'current*(current >= 0.5)' }],
    ['pact.cohesion', { 'pact.cohesion': '' }],
  ])('takes "%s" apart', (formula, set) => {
    const kind = kindOf('formula');
    expect(shockOf(kind, kind.strengths[0], { at: 1, months: 1, formula }).set).toEqual(set);
  });
});
