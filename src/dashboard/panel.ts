import type { DataTable } from '../figures/data-table.ts';
import type { Editable } from './edit-parameter.ts';
import type { Form } from './layout.ts';
import type { Line, Size } from './paint/line.ts';
import type { ListName, Target } from './place.ts';
import type { Theme } from './theme.ts';

/** A cell, counted from 0. */
export interface Cell {
  readonly column: number;
  readonly row: number;
}

/** A part of a view: its title, how its inside is painted, and the list that keys move in while it is in focus. */
export interface Panel {
  /** The title when the inside has that size. */
  readonly titleFor: (inside: Size) => string;
  readonly paint: (inside: Size, theme: Theme) => readonly Line[];
  /** The numbers behind what it shows, all rows of a list that scrolls; absent where there are none. */
  readonly table?: () => DataTable;
  readonly list?: {
    readonly name: ListName;
    readonly targets: () => readonly (Target | undefined)[];
    /** The target that is painted at a cell of the inside; undefined where none is. */
    readonly rowAt?: (at: Cell, inside: Size, theme: Theme) => number | undefined;
    /** The parameter under the cursor, to give it another value. */
    readonly edit?: () => Editable | undefined;
    /** Ids that a number key chooses, in the order of the rows. */
    readonly choices?: () => readonly string[];
  };
}

/** Draws one of a view's panels with its rule or box, exactly as large as asked. */
export type Draw = (panel: number, outer: Size) => readonly Line[];

/** What one key of 1 to 6 shows: panels in the order of Tab, and how they are laid out. */
export interface View {
  readonly panels: readonly Panel[];
  /** Lines of exactly `size`, panels drawn by `draw`. */
  readonly arrange: (size: Size, form: Exclude<Form, 'tiny'>, draw: Draw, theme: Theme) => readonly Line[];
}

/** Which of so many panels is in focus after Tab was pressed `panel` times. */
export function focusedPanel(panel: number, count: number): number {
  return ((panel % count) + count) % count;
}

/** The room of a panel that has another to its right: boxes part themselves, rules leave a column free. */
export function leftOf(form: Form, size: Size): Size {
  return form === 'boxed' ? size : { ...size, columns: size.columns - 1 };
}
