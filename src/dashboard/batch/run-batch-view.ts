import { fitLines, span } from '../paint/line.ts';
import type { View } from '../panel.ts';
import type { Snapshot } from '../snapshot.ts';

/** How far the runs behind the picture are. */
export function batchView({ status }: Snapshot): View {
  const words = status === '' ? ' all runs are done' : ` ${status}`;
  return {
    panels: [
      { titleFor: () => 'Runs behind this picture', paint: (size) => fitLines([[span(words)]], size) },
    ],
    arrange: (size, _form, draw) => draw(0, size),
  };
}
