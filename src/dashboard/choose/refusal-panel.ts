import { type Line, span } from '../paint/line.ts';
import { proseLines } from '../paint/prose.ts';
import type { Panel } from '../panel.ts';
import type { ChooseState } from './state.ts';

/** Why something cannot be opened, scrolled at most to its last line. */
export function refusalPanel({ refusal, scrolled }: ChooseState): Panel {
  return {
    titleFor: () => 'This cannot be opened',
    paint: ({ columns, rows }) => {
      const lines = refusal.flatMap((text) => [...proseLines(text, columns - 2).map(margined), []]);
      return lines.slice(Math.max(0, Math.min(scrolled, lines.length - rows)));
    },
  };
}

function margined(line: Line): Line {
  return [span(' '), ...line];
}
