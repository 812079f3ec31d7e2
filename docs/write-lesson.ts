import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fillBlocks } from './generate.ts';
import { lessonBlocks } from './lesson-blocks.ts';
import { playLesson } from './play-lesson.ts';

/** Writes the numbers of docs/tutorial-instructor.md, as the screen shows them on seed 1. Start it in the folder of the checkout; it takes about a minute. */
const page = fileURLToPath(new URL('tutorial-instructor.md', import.meta.url));

writeFileSync(page, fillBlocks(readFileSync(page, 'utf8'), lessonBlocks(await playLesson())));
