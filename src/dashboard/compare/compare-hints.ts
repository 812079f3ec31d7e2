import type { ScreenState } from '../screen-state.ts';
import type { Arming } from '../shock/arming.ts';
import type { Theme } from '../theme.ts';

/** What keys do while a shock is on its way, in the class view or in the Compare view; undefined elsewhere. */
export function compareWishes(state: ScreenState, theme: Theme): readonly string[] | undefined {
  const { updown, arrows } = theme.glyphs;
  if (state.arming !== undefined) return armingWishes(state.arming, theme);
  const month = `${arrows} month`;
  const play = 'space play/pause';
  if (state.isPresenting)
    return ['p back', play, month, 's shock', 'u undo', 'r replay', 'x swap', 'm measure'];
  if (state.view !== 'compare') return undefined;
  const shocks = state.thrown.shocks.length === 0 ? [] : ['u undo', 'r replay'];
  return [
    ...(state.isZoomed ? ['Esc back'] : []),
    ...[play, 's shock', ...shocks, 'p class view', `${updown} measure`, month, 'x swap', 'Tab panel'],
    ...['w write', 'R from start', 'z zoom', '[ ] year', '/ filter'],
  ];
}

function armingWishes(arming: Arming, theme: Theme): readonly string[] {
  const { updown, arrows } = theme.glyphs;
  if (arming.step === 'formula') return ['type parameter = formula', 'Enter arms', 'Esc back'];
  if (arming.step === 'armed') {
    const strength = arming.kind.strengths.length > 1 ? [`${arrows} strength`] : [];
    return ['Enter fires', 'Esc back', ...strength, '[ ] length', 'h l month'];
  }
  if (arming.list.isFiltering) return ['type to filter', 'Enter done', 'Esc all'];
  return [`${updown} choose`, 'Enter next', 'Esc back', '/ filter'];
}
