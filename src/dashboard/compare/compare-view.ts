import { fitLines, span } from '../paint/line.ts';
import type { View } from '../panel.ts';
import type { Snapshot } from '../snapshot.ts';

/** Two scenarios on the same draws. */
export function compareView({ comparison, scenarioId }: Snapshot): View {
  const words = ` A ${comparison?.scenarioId ?? scenarioId}   B ${scenarioId}`;
  return {
    panels: [{ titleFor: () => 'What changed', paint: (size) => fitLines([[span(words)]], size) }],
    arrange: (size, _form, draw) => draw(0, size),
  };
}
