import { box, rule } from './paint/box.ts';
import { fitLines, type Line, type Size } from './paint/line.ts';
import type { Theme } from './theme.ts';

/** A panel of exactly `size` with its title: in a box, or under a rule. */
export function framed(
  title: string,
  paint: (size: Size, theme: Theme) => readonly Line[],
  form: 'ruled' | 'boxed',
  size: Size,
  theme: Theme,
): readonly Line[] {
  if (form === 'boxed')
    return box(title, paint({ columns: size.columns - 4, rows: size.rows - 2 }, theme), size, theme);
  const inside = { columns: size.columns, rows: size.rows - 1 };
  return [rule(title, size.columns, theme), ...fitLines(paint(inside, theme), inside)];
}
