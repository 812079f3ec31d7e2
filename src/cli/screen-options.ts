import { type Command, Option } from 'commander';
import { wholeNumber } from './whole-number.ts';

/** The flags of `ScreenLook`, the same for every verb that opens a screen. The names are not read from the dashboard, which help does not load. */
export function addScreenLook(command: Command): Command {
  return command
    .option('--no-color', 'no colours')
    .addOption(
      new Option('--glyphs <set>', 'characters of the screen').choices(['braille', 'block', 'ascii']),
    )
    .addOption(new Option('--theme <name>', 'colours of the screen').choices(['dark', 'light', 'mono']))
    .option('--mouse', 'the mouse scrolls and chooses from the start; % turns it on and off')
    .option('--fps <n>', 'redraws of the screen a second', wholeNumber(1, 8), 8);
}

/** What says how a printed frame looks, beside the flag that asks for one. */
export function addFrameForm(command: Command): Command {
  return command
    .option('--size <size>', 'with --frame: columns and rows; default 80x24')
    .addOption(
      new Option(
        '--as <form>',
        'with --frame: text (default), the picture as svg, or the numbers of a panel',
      ).choices(['text', 'svg', 'csv', 'json']),
    )
    .option('--panel <panel>', 'with --as csv or json: which panel, by number or name; default 1');
}
