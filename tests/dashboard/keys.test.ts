import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lateKeys, readKeys } from '../../src/dashboard/keys.ts';

const esc = '\u001b';

describe('keys', () => {
  it('reads every key of a chunk, since fast typing arrives as one string', () => {
    expect(readKeys('lllh ?q').actions).toEqual([
      'month-on',
      'month-on',
      'month-on',
      'month-back',
      'toggle',
      'help',
      'quit',
    ]);
    expect(readKeys('l'.repeat(20)).actions).toHaveLength(20);
  });

  it.each([
    [`${esc}[C`, 'month-on'],
    [`${esc}OD`, 'month-back'],
    [`${esc}[A`, 'up'],
    [`${esc}[H`, 'first'],
    [`${esc}[1~`, 'first'],
    [`${esc}OF`, 'last'],
    [`${esc}[8~`, 'last'],
    [`${esc}[6~`, 'page-down'],
    [`${esc}[Z`, 'panel-back'],
    ['\t', 'panel-next'],
    ['\r', 'open'],
    ['4', 'view-4'],
    ['O', 'direction'],
    [':', 'go-to'],
    ['\u007f', 'erase'],
    ['L', 'log'],
    ['\u0003', 'interrupt'],
  ])('reads %j as %s', (chunk, action) => {
    expect(readKeys(chunk)).toMatchObject({ actions: [action], rest: '' });
  });

  it('reads arrows between letters', () => {
    expect(readKeys(`l${esc}[D${esc}[Co`).actions).toEqual(['month-on', 'month-back', 'month-on', 'order']);
  });

  it('asks for nothing on keys it does not know, and never takes a part of a sequence for a letter', () => {
    expect(readKeys(`${esc}[1;5Q${esc}[24~Zé`)).toMatchObject({ actions: [], rest: '' });
  });

  it('waits for the end of a broken-off sequence; ESC alone is the Esc key', () => {
    const first = readKeys(`l${esc}[`);
    expect(first).toMatchObject({ actions: ['month-on'], rest: `${esc}[` });
    expect(readKeys(`${first.rest}D`).actions).toEqual(['month-back']);
    expect(lateKeys(esc)).toEqual([{ action: 'close', text: '' }]);
    expect(lateKeys(`${esc}[`)).toEqual([]);
  });

  it('reads clicks and the wheel, whatever is held beside them; releases and other buttons ask for nothing', () => {
    const mouse = (chunk: string) => readKeys(chunk).keys.map((key) => key.mouse);
    expect(mouse(`${esc}[<0;10;5M`)).toEqual([{ what: 'click', column: 9, row: 4 }]);
    expect(mouse(`${esc}[<64;1;1M${esc}[<69;300;200M`)).toEqual([
      { what: 'wheel-up', column: 0, row: 0 },
      { what: 'wheel-down', column: 299, row: 199 },
    ]);
    expect(mouse(`${esc}[<0;10;5m${esc}[<2;10;5M${esc}[<32;3;3M`)).toEqual([undefined, undefined, undefined]);
    expect(readKeys(`${esc}[<0;10;5M`).actions).toEqual([]);
  });

  it('keeps what a key writes, for where text is typed', () => {
    expect(readKeys(`q?é😀\t${esc}[A`).keys.map(({ text }) => text)).toEqual(['q', '?', 'é', '😀', '', '']);
  });

  it('reads the same keys however the input is cut into chunks', () => {
    const keys = fc.array(fc.constantFrom('l', ' ', `${esc}[A`, `${esc}OB`, `${esc}[5~`, '?', 'x', 'é'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(keys, fc.nat(60), (pressed, cut) => {
        const text = pressed.join('');
        const first = readKeys(text.slice(0, cut));
        const second = readKeys(first.rest + text.slice(cut));
        expect([...first.actions, ...second.actions]).toEqual(readKeys(text).actions);
      }),
    );
  });
});
