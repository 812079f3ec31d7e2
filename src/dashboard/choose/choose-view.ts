import { beside, type Size } from '../paint/line.ts';
import { type Draw, leftOf, type Panel, type View } from '../panel.ts';
import { detailsPanel } from './details-panel.ts';
import { firstHint } from './hints.ts';
import { choicesPanel } from './list-panel.ts';
import { rowsOf } from './rows.ts';
import type { ChooseSnapshot } from './snapshot.ts';

/** Place of the details among the panels; the list is first. */
export const detailsAt = 1;
const [listAt, hintAt] = [0, 2];

/** The list, what its row asks and changes, and as long as it is wanted the hint for a first visit below both. */
export function chooseView(snapshot: ChooseSnapshot): View {
  const { isHinting } = snapshot.state;
  return {
    panels: [choicesPanel(snapshot), detailsPanel(snapshot), ...(isHinting ? [hintPanel] : [])],
    arrange: (size, form, draw) => {
      const below = isHinting ? draw(hintAt, { ...size, rows: form === 'boxed' ? 5 : 4 }) : [];
      const above = { ...size, rows: size.rows - below.length };
      const lines = form === 'boxed' ? besideEachOther(above, draw) : oneAboveOther(snapshot, above, draw);
      return [...lines, ...below];
    },
  };
}

const hintPanel: Panel = {
  titleFor: () => 'For the first time here',
  paint: ({ columns }, theme) => firstHint(columns, theme),
};

/** The list with its heading takes what it needs, up to a little over half. */
function oneAboveOther({ choices, state }: ChooseSnapshot, size: Size, draw: Draw) {
  const wanted = rowsOf(choices, state).length + 2;
  const rows = Math.max(4, Math.min(wanted, Math.ceil(size.rows * 0.55)));
  return [...draw(listAt, { ...size, rows }), ...draw(detailsAt, { ...size, rows: size.rows - rows })];
}

function besideEachOther(size: Size, draw: Draw) {
  const columns = Math.floor(size.columns * 0.58);
  const right = { ...size, columns: size.columns - columns };
  return beside(draw(listAt, leftOf('boxed', { ...size, columns })), columns, draw(detailsAt, right));
}
