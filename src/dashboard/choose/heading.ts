import type { Choice } from '../../figures/choices.ts';
import { disclaimer } from '../heading.ts';
import { fitText, type Line, span, spread } from '../paint/line.ts';
import type { Theme } from '../theme.ts';
import type { ChooseSnapshot } from './snapshot.ts';

/** Columns from which the heading is a sentence. */
const roomy = 72;

/** What there is to choose from, and the seed of what will be watched. */
export function chooseHeading({ choices, seed }: ChooseSnapshot, columns: number, theme: Theme): Line {
  const bar = ` ${theme.glyphs.post} `;
  return spread(
    [
      span(` MAABAR${bar}`, 'dim'),
      span(columns < roomy ? 'CHOOSE' : 'Choose what to watch', 'strong'),
      span(`${bar}${countWords(choices)}`),
    ],
    [span(` seed ${seed} `)],
    columns,
  );
}

function countWords(choices: readonly Choice[]): string {
  const folders = choices.filter(({ kind }) => kind === 'folder').length;
  const scenarios = counted(choices.length - folders, 'scenario', 'scenarios');
  return folders === 0 ? scenarios : `${scenarios}, ${counted(folders, 'study', 'studies')}`;
}

function counted(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`;
}

/** What is marked or goes on, and the disclaimer, which never gives way. */
export function marksLine(snapshot: ChooseSnapshot, columns: number, theme: Theme): Line {
  const room = Math.max(0, columns - disclaimer.length - 3);
  const words = fitText(` ${marksWords(snapshot)}`, room, theme.glyphs.ellipsis);
  const hasMarks = snapshot.state.marks.length > 0 || snapshot.status !== '';
  return spread([span(words, hasMarks ? 'strong' : 'dim')], [span(`${disclaimer} `, 'warn')], columns);
}

function marksWords({ status, state: { marks }, choices }: ChooseSnapshot): string {
  if (status !== '') return status;
  const names = marks.map((path) => choices.find((choice) => choice.path === path)?.name ?? path);
  if (names.length === 2) return `Enter compares A ${names[0]}, B ${names[1]}`;
  if (names.length === 1) return `A ${names[0]}; c marks B`;
  return 'Runs are played as you watch.';
}
