import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesOf, type LessonSession, lessonPage, lessonSessions, type Step } from '../docs/lesson-page.ts';
import { blocksOf, savedAs } from '../docs/pages.ts';
import { openShellLine, type PtySession } from '../fixtures/pty-session.ts';

const savedText = (name: string): string =>
  `${blocksOf(lessonPage).find((block) => savedAs(block) === name)!.text}\n`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'maabar-lesson-'));
  for (const name of ['no-need.yaml', 'quick-exit.yaml']) writeFileSync(join(folder, name), savedText(name));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function open({ command }: LessonSession): PtySession {
  const program = `cd '${folder}' && exec '${process.execPath}' '${resolve('bin/maabar.js')}'`;
  return openShellLine(`${program} ${command}`, { columns: 120, rows: 40 });
}

/** Presses keys and waits for what the page says; pairs of the shipped world take longer than a screen is usually given. */
async function take(pty: PtySession, { keys, shows }: Step): Promise<void> {
  for (const key of keys) {
    pty.send(bytesOf(key));
    // A lone Esc is told from a sequence by what follows at once; a person is slower.
    await new Promise((done) => setTimeout(done, 120));
  }
  for (const text of shows) await untilTried(pty, text, `${keys.join(' ')} shows ${text}`);
}

async function untilTried(pty: PtySession, text: string, what: string, tries = 4): Promise<void> {
  await pty.untilText(text).catch((error: Error) => {
    if (tries <= 1) throw new Error(`${what}: ${error.message}`);
    return untilTried(pty, text, what, tries - 1);
  });
}

describe("the lesson of the instructor's page, at 120x40", () => {
  it.each(lessonSessions(lessonPage).map((session) => [session.command, session] as const))(
    '%s shows what the page says at every step, and gives the terminal back',
    async (_, session) => {
      const pty = open(session);
      for (const step of session.steps) {
        await take(pty, step);
        const isLeft = step.keys.at(-1) === 'q';
        if (!isLeft) expect(pty.rows().join('\n')).toContain('model output, not data');
      }
      expect(await pty.exitCode).toBe(0);
      expect(pty.isOtherScreen()).toBe(false);
      expect(pty.isCursorHidden()).toBe(false);
    },
  );

  it('saves the scenario file that the homework shows', () => {
    expect(readFileSync(join(folder, 'two-gates-shocked.yaml'), 'utf8')).toBe(
      savedText('two-gates-shocked.yaml'),
    );
  });
});
