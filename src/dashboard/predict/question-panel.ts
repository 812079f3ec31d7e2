import { nameMonth } from '../../engine/calendar.ts';
import { judgedWords } from '../../figures/prediction-answers.ts';
import {
  type Question,
  type QuestionId,
  questionIds,
  questionOf,
} from '../../figures/prediction-questions.ts';
import type { PredictedChange } from '../../figures/prediction-window.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { cursorOf } from '../list-state.ts';
import { cellsOf } from '../paint/cells.ts';
import { fitLines, fitText, type Line, type Size, span } from '../paint/line.ts';
import { proseLines } from '../paint/prose.ts';
import type { Panel } from '../panel.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Theme } from '../theme.ts';

/** One question before the change, with its choices and the keys that choose them. */
export function questionPanel(
  snapshot: Snapshot,
  record: RunRecord,
  id: QuestionId,
  { window, label }: PredictedChange,
): Panel {
  const { state, comparison } = snapshot;
  const question = questionOf(id, record, window);
  const selected = cursorOf(state, 'prediction', question.choices.length);
  return {
    titleFor: () => `Predict first, ${questionIds.indexOf(id) + 1} of ${questionIds.length}`,
    paint: (size, theme) => {
      const words = (text: string): readonly Line[] => proseLines(text, size.columns, 'dim');
      const about = [
        ...words(`Next month, ${nameMonth(window.first)}: ${label}.`),
        ...words(`Judged by the ${judgedWords(window, comparison?.scenarioId)}.`),
      ];
      const choices = choiceLines(question, selected, size, theme);
      const asks = [span(question.asks, 'strong')];
      const keys = [span('a number answers; or choose and Enter; Esc skips', 'dim')];
      const fits = about.length + choices.length + 4 <= size.rows;
      const lines = fits
        ? [...about, [], asks, ...choices, [], keys]
        : [...(choices.length + 3 <= size.rows ? about.slice(0, 1) : []), asks, ...choices, keys];
      return fitLines(lines, size);
    },
    list: {
      name: 'prediction',
      targets: () => question.choices.map(() => undefined),
      choices: () => question.choices.map((choice) => choice.id),
    },
  };
}

/** `>1 C customs   $1.8m a month`; a detail that finds no room beside stands below, and is left out where there are too few rows. */
function choiceLines(
  { choices }: Question,
  selected: number,
  { columns, rows }: Size,
  theme: Theme,
): readonly Line[] {
  const width = Math.max(...choices.map(({ label }) => cellsOf(label)));
  const room = columns - width - 6;
  const isBeside = choices.every(({ detail }) => cellsOf(detail) <= room);
  const hasRows = choices.length * 2 + 6 <= rows;
  return choices.flatMap(({ label, detail }, at): readonly Line[] => {
    const isSelected = at === selected;
    const start = [
      span(isSelected ? '>' : ' ', 'mark'),
      span(`${(at + 1) % 10} `, 'mark'),
      span(
        isBeside ? fitText(label, width, theme.glyphs.ellipsis) : label,
        isSelected ? 'selected' : 'plain',
      ),
    ];
    if (isBeside) return [[...start, span(`  ${detail}`, 'dim')]];
    if (!hasRows) return [start];
    return [start, ...proseLines(detail, columns - 5, 'dim').map((line) => [span('     '), ...line])];
  });
}
