import { answerOf, judgedWords } from '../../figures/prediction-answers.ts';
import { type Answered, questionIds } from '../../figures/prediction-questions.ts';
import { answersTable } from '../../figures/tables/answers-table.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { cursorOf } from '../list-state.ts';
import { fitLines, type Line, type Size, span } from '../paint/line.ts';
import { proseLines } from '../paint/prose.ts';
import type { Panel } from '../panel.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Prediction } from './prediction.ts';

/** Each answer beside what happened on this seed, and what pairs of runs say of it; up and down lead from question to question where there is no room for all. */
export function answersPanel(snapshot: Snapshot, record: RunRecord, { window, answers }: Prediction): Panel {
  const { comparison, pairs, seed, state } = snapshot;
  const evidence = { record, comparison, pairs, window };
  const first = cursorOf(state, 'prediction', questionIds.length);
  const answered = (): readonly Answered[] =>
    questionIds.map((id) => answerOf(id, answers[id] ?? '', evidence));
  return {
    titleFor: () => 'What you expected, and what happened',
    paint: (size, theme) => {
      const about = `On seed ${seed}: ${judgedWords(window, comparison?.scenarioId)}.${pairWords(snapshot)}`;
      const blocks = answered().map((answer, at) => answerLines(answer, at + 1, size));
      const keys = 'Enter or Esc closes this; it comes again when the months are played again';
      const all = [proseLines(about, size.columns, 'dim'), ...blocks, proseLines(keys, size.columns, 'dim')];
      if (all.flat().length <= size.rows) return fitLines(spaced(all, size.rows), size);
      const more = `${theme.glyphs.updown}: the other questions`;
      const shown = [...blocks.slice(first), ...blocks.slice(0, first)].flat();
      return [...fitLines(shown, { ...size, rows: size.rows - 1 }), ...proseLines(more, size.columns, 'dim')];
    },
    table: () => answersTable(answered(), window, comparison?.scenarioId ?? ''),
    list: { name: 'prediction', targets: () => questionIds.map(() => undefined) },
  };
}

/** What stands in brackets, or why nothing does. */
function pairWords({ pairs, palette }: Snapshot): string {
  if (pairs !== undefined)
    return ` In brackets the middle 90% of the same in ${pairs.scenario.length} pairs of runs.`;
  return typeof palette !== 'string'
    ? ' The pairs of runs for a range are still being played.'
    : ' Nothing here plays pairs of runs, so there is no range.';
}

function answerLines(answer: Answered, number: number, { columns }: Size): readonly Line[] {
  const { asks, said, happened, isRight, pairs } = answer;
  const words = pairs.join('; ');
  return [
    [span(`${number} ${asks}`, 'strong')],
    ...(isRight === true ? [] : labelled('you said', said ?? 'nothing: skipped', columns)),
    ...labelled(isRight === true ? 'as you said' : 'happened', happened, columns),
    ...(words === '' ? [] : labelled('pairs', words, columns)),
  ];
}

const labelColumns = 14;

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
