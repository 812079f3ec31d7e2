import type { Line } from './paint/line.ts';
import { proseLines } from './paint/prose.ts';
import type { ListName } from './place.ts';
import type { ScreenState } from './screen-state.ts';

/** What stands in the place of a list without rows: that its filter leaves none, or `otherwise` where it has no filter. */
export function emptyList(
  { filters }: Pick<ScreenState, 'filters'>,
  list: ListName,
  otherwise: string,
  columns: number,
): readonly Line[] {
  const isFiltered = (filters[list] ?? '') !== '';
  const text = isFiltered ? 'Nothing here holds that text. Esc takes the filter away.' : otherwise;
  return proseLines(text, columns, 'dim');
}
