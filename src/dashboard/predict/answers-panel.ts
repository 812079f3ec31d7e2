import { type Answered, answerOf, judgedWords } from '../../figures/prediction-answers.ts';
import { questionIds } from '../../figures/prediction-questions.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { fitLines, type Line, type Size, span } from '../paint/line.ts';
import { proseLines } from '../paint/prose.ts';
import type { Panel } from '../panel.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Prediction } from './prediction.ts';

/** Each answer beside what happened on this seed, and what pairs of runs say of it. */
export function answersPanel(snapshot: Snapshot, record: RunRecord, { window, answers }: Prediction): Panel {
  const { comparison, pairs, seed } = snapshot;
  const evidence = { record, comparison, pairs, window };
  return {
    titleFor: () => 'What you expected, and what happened',
    paint: (size) => {
      const about = `On seed ${seed}: ${judgedWords(window, comparison?.scenarioId)}.${pairWords(snapshot)}`;
      const blocks = questionIds.map((id, at) =>
        answerLines(answerOf(id, answers[id] ?? '', evidence), at + 1, size),
      );
      const keys = [span('Enter or Esc closes this; it comes again when the months are played again', 'dim')];
      return fitLines(spaced([proseLines(about, size.columns, 'dim'), ...blocks, [keys]], size.rows), size);
    },
    list: { name: 'prediction', targets: () => [] },
  };
}

/** Why there is no range, where there is none. */
function pairWords({ pairs, canThrow }: Snapshot): string {
  if (pairs !== undefined) return '';
  return canThrow
    ? ' The pairs of runs for a range are still being played.'
    : ' Nothing here plays pairs of runs, so there is no range.';
}

function answerLines(answer: Answered, number: number, { columns }: Size): readonly Line[] {
  const { asks, said, happened, isRight, spread } = answer;
  const verdict = isRight === undefined ? '' : isRight ? '  as you said' : '  not as you said';
  const range = spread.join('; ');
  return [
    [span(`${number} ${asks}`, 'strong'), span(verdict, 'mark')],
    ...labelled('you said', said ?? 'nothing: skipped', columns),
    ...labelled('happened', happened, columns),
    ...(range === '' ? [] : labelled('pairs', range, columns)),
  ];
}

const labelColumns = 11;

/** Prose with a word before its first line, and its other lines below one another. */
function labelled(word: string, text: string, columns: number): readonly Line[] {
  return proseLines(text, columns - labelColumns).map((line, at) => [
    span(`  ${at === 0 ? word : ''}`.padEnd(labelColumns), 'dim'),
    ...line,
  ]);
}

/** Blocks with a blank line between them where there is room. */
function spaced(blocks: readonly (readonly Line[])[], rows: number): readonly Line[] {
  const all = blocks.flat();
  if (all.length + blocks.length - 1 > rows) return all;
  return blocks.flatMap((block, at) => (at === 0 ? block : [[], ...block]));
}
