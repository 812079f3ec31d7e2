import { readFileSync } from 'node:fs';
import { type Page, proseOf, tableUnder } from './pages.ts';

/** Keys to press one after another, and texts that the screen has then. */
export interface Step {
  /** As the page names them: `Enter`, `space`, `Esc`, `End`, else what is typed. */
  readonly keys: readonly string[];
  readonly shows: readonly string[];
}

/** A screen that is opened in the lesson: the arguments of the program, and all that is pressed until the next one. */
export interface LessonSession {
  readonly command: string;
  readonly steps: readonly Step[];
}

/** The instructor's page. */
export const lessonPage: Page = {
  path: 'docs/tutorial-instructor.md',
  text: readFileSync('docs/tutorial-instructor.md', 'utf8'),
};

const stepsHead = '| press | the screen then shows |';

/** The sessions in the order of the page. */
export function lessonSessions({ text }: Page): readonly LessonSession[] {
  const sessions: { command: string; steps: Step[] }[] = [];
  let isInSteps = false;
  for (const line of text.split('\n')) {
    const command = /^node bin\/maabar\.js (watch .*?)\s+#/.exec(line)?.[1];
    if (command !== undefined) sessions.push({ command, steps: [] });
    isInSteps = line === stepsHead || (isInSteps && line.startsWith('|'));
    if (isInSteps && line !== stepsHead && !line.startsWith('| ---'))
      sessions.at(-1)!.steps.push(stepOf(line));
  }
  return sessions;
}

function stepOf(line: string): Step {
  const [keys, shows] = line
    .slice(1, -1)
    .split(' |')
    .map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1]));
  return { keys, shows };
}

const named: Readonly<Record<string, string>> = {
  Enter: '\r',
  Esc: '\u001b',
  space: ' ',
  Tab: '\t',
  End: '\u001b[F',
};

/** What a terminal sends for a key as the page names it. */
export function bytesOf(key: string): string {
  return named[key] ?? key;
}

/** First and last minute of each row of the timetable. */
export function timetable(page: Page): readonly (readonly [from: number, to: number])[] {
  return tableUnder(page, 'Timetable').map(([minutes]) => {
    const [from, to] = minutes.split('-').map(Number);
    return [from, to];
  });
}

/** What a person wrote and nothing makes anew, in one line: the page without its blocks, what stands between backticks, and the minutes of the timetable. */
export function writtenWords(page: Page): string {
  return proseOf(page)
    .replace(/<!-- generated:\w+ -->[\s\S]*?<!-- \/generated -->/g, '')
    .replace(/`[^`\n]+`/g, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/^\| \d+-\d+ \|/gm, '|')
    .replace(/\s+/g, ' ');
}
