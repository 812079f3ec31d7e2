import { framed } from '../framed.ts';
import { tinyLine } from '../heading.ts';
import { type Form, formOf } from '../layout.ts';
import { beside, fitLines, type Line, type Size, span } from '../paint/line.ts';
import { proseLines } from '../paint/prose.ts';
import { safeLines } from '../paint/safe-lines.ts';
import { leftOf, type Panel } from '../panel.ts';
import type { Theme } from '../theme.ts';
import { detailsPanel } from './details-panel.ts';
import { chooseHeading, marksLine } from './heading.ts';
import { chooseHelp, chooseHints, firstHint } from './hints.ts';
import { choicesPanel } from './list-panel.ts';
import { rowsOf } from './rows.ts';
import type { ChooseSnapshot } from './snapshot.ts';

type Drawn = Exclude<Form, 'tiny'>;
type Framed = (panel: Pick<Panel, 'titleFor' | 'paint'>, size: Size) => readonly Line[];

/** The whole screen: exactly `size.rows` lines, each exactly `size.columns` cells wide, whatever the size and the names. */
export function choicesScreen(snapshot: ChooseSnapshot, size: Size, theme: Theme): readonly Line[] {
  const form = formOf(size);
  if (form === 'tiny') return fitLines([tinyLine(size.columns, size.rows)], size);
  return fitLines(safeLines(body(snapshot, form, size, theme), size.columns, theme), size);
}

function body(snapshot: ChooseSnapshot, form: Drawn, size: Size, theme: Theme): readonly Line[] {
  const { columns } = size;
  const head = [chooseHeading(snapshot, columns, theme), marksLine(snapshot, columns, theme)];
  const middle = { columns, rows: size.rows - head.length - 1 };
  const frame: Framed = (panel, outer) => framed(panel, form, outer, theme);
  const inside = fitLines(content(snapshot, form, middle, frame), middle);
  return [...head, ...inside, chooseHints(snapshot.state, columns, theme)];
}

function content(snapshot: ChooseSnapshot, form: Drawn, size: Size, frame: Framed): readonly Line[] {
  const { overlay, isHinting } = snapshot.state;
  if (overlay === 'help') return frame({ titleFor: () => 'Help', paint: chooseHelp }, size);
  if (overlay === 'refusal') return frame(refusalPanel(snapshot), size);
  const hintRows = form === 'boxed' ? 5 : 4;
  const below = isHinting ? frame(hintPanel, { ...size, rows: hintRows }) : [];
  const left = { ...size, rows: size.rows - below.length };
  return [...(form === 'boxed' ? besideEachOther : oneAboveOther)(snapshot, form, left, frame), ...below];
}

const hintPanel: Pick<Panel, 'titleFor' | 'paint'> = {
  titleFor: () => 'For the first time here',
  paint: ({ columns }, theme) => firstHint(columns, theme),
};

/** The list with its heading takes what it needs, up to a little over half. */
function oneAboveOther(snapshot: ChooseSnapshot, _form: Drawn, size: Size, frame: Framed): readonly Line[] {
  const wanted = rowsOf(snapshot.choices, snapshot.state).length + 2;
  const rows = Math.max(4, Math.min(wanted, Math.ceil(size.rows * 0.55)));
  return [
    ...frame(choicesPanel(snapshot), { ...size, rows }),
    ...frame(detailsPanel(snapshot), { ...size, rows: size.rows - rows }),
  ];
}

function besideEachOther(snapshot: ChooseSnapshot, form: Drawn, size: Size, frame: Framed): readonly Line[] {
  const columns = Math.floor(size.columns * 0.58);
  const right = { ...size, columns: size.columns - columns };
  return beside(
    frame(choicesPanel(snapshot), leftOf(form, { ...size, columns })),
    columns,
    frame(detailsPanel(snapshot), right),
  );
}

function margined(line: Line): Line {
  return [span(' '), ...line];
}

/** Why something cannot be opened, scrolled at most to its last line. */
function refusalPanel({ state: { refusal, scrolled } }: ChooseSnapshot): Pick<Panel, 'titleFor' | 'paint'> {
  return {
    titleFor: () => 'This cannot be opened',
    paint: ({ columns, rows }) => {
      const lines = refusal.flatMap((text) => [...proseLines(text, columns - 2).map(margined), []]);
      return lines.slice(Math.max(0, Math.min(scrolled, lines.length - rows)));
    },
  };
}
