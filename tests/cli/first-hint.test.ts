import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { hintFile, openHint } from '../../src/cli/first-hint.ts';

const shelf = mkdtempSync(join(tmpdir(), 'hint-'));
afterAll(() => rmSync(shelf, { recursive: true }));

describe('the hint for a first visit', () => {
  it('is remembered where the machine keeps such things', () => {
    const own = join('maabar', 'hint-seen');
    expect(hintFile({ XDG_STATE_HOME: '/state' }, 'linux', '/home/a')).toBe(join('/state', own));
    expect(hintFile({}, 'linux', '/home/a')).toBe(join('/home/a', '.local', 'state', own));
    expect(hintFile({ XDG_STATE_HOME: '' }, 'darwin', '/home/a')).toBe(
      join('/home/a', '.local', 'state', own),
    );
    expect(hintFile({ LOCALAPPDATA: 'C:\\Local' }, 'win32', 'C:\\a')).toBe(join('C:\\Local', own));
  });

  it('is wanted until it was seen off, and then never again', () => {
    const file = join(shelf, 'deep', 'hint-seen');
    const hint = openHint(file);
    expect(hint.isHintWanted).toBe(true);
    hint.onHintDismissed();
    expect(openHint(file).isHintWanted).toBe(false);
  });

  it('comes again where it cannot be remembered, and nothing fails', () => {
    writeFileSync(join(shelf, 'taken'), '');
    const file = join(shelf, 'taken', 'hint-seen');
    openHint(file).onHintDismissed();
    expect(openHint(file).isHintWanted).toBe(true);
  });
});
