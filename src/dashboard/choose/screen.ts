import { drawView } from '../draw-view.ts';
import { framed } from '../framed.ts';
import { tinyLine } from '../heading.ts';
import { type Form, formOf } from '../layout.ts';
import { fitLines, type Line, type Size } from '../paint/line.ts';
import { safeLines } from '../paint/safe-lines.ts';
import { middleOf } from '../screen.ts';
import type { Theme } from '../theme.ts';
import { chooseView } from './choose-view.ts';
import { chooseHeading, marksLine } from './heading.ts';
import { chooseHelp, chooseHints } from './hints.ts';
import { refusalPanel } from './refusal-panel.ts';
import type { ChooseSnapshot } from './snapshot.ts';

type Drawn = Exclude<Form, 'tiny'>;

/** The whole screen: exactly `size.rows` lines, each exactly `size.columns` cells wide, whatever the size and the names. */
export function choicesScreen(snapshot: ChooseSnapshot, size: Size, theme: Theme): readonly Line[] {
  const form = formOf(size);
  if (form === 'tiny') return fitLines([tinyLine(size.columns, size.rows)], size);
  return fitLines(safeLines(body(snapshot, form, size, theme), size.columns, theme), size);
}

function body(snapshot: ChooseSnapshot, form: Drawn, size: Size, theme: Theme): readonly Line[] {
  const { columns } = size;
  const head = [chooseHeading(snapshot, columns, theme), marksLine(snapshot, columns, theme)];
  const middle = middleOf(size);
  const inside = fitLines(content(snapshot, form, middle, theme), middle);
  return [...head, ...inside, chooseHints(snapshot.state, columns, theme)];
}

function content(snapshot: ChooseSnapshot, form: Drawn, size: Size, theme: Theme): readonly Line[] {
  const { state } = snapshot;
  if (state.overlay === 'help')
    return framed({ titleFor: () => 'Help', paint: chooseHelp }, form, size, theme);
  if (state.overlay === 'refusal') return framed(refusalPanel(state), form, size, theme);
  return drawView(chooseView(snapshot), state, form, size, theme);
}
