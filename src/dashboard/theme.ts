import { type Background, palettes } from '../figures/palette.ts';
import { type GlyphName, type Glyphs, glyphNames, glyphsNamed } from './paint/glyphs.ts';
import type { Line, Style } from './paint/line.ts';

/** All that decides how a frame looks beside its size. */
export interface Theme {
  readonly glyphs: Glyphs;
  /** `mono` writes bold, dim and reverse at most; `plain` writes no escape code at all. */
  readonly colour: 'plain' | ThemeName;
  /** Whether the theme may not be changed by key: colour was refused, and it stays refused. */
  readonly isFixed?: boolean;
}

/** Themes that a user may choose. */
export const themeNames = ['dark', 'light', 'mono'] as const;
/** One of `themeNames`. */
export type ThemeName = (typeof themeNames)[number];

/** A theme without any escape code: for files, pipes and tests. */
export function plainTheme(glyphs: GlyphName = 'braille'): Theme {
  return { glyphs: glyphsNamed(glyphs), colour: 'plain' };
}

/**
 * The theme for a terminal: mono where NO_COLOR is set to anything (no-color.org) or colour is refused; a dark background unless
 * COLORFGBG says light, or as `chosen`. Ink reads none of these, so all colour comes from here.
 */
export function chooseTheme(
  environment: Readonly<Record<string, string | undefined>>,
  color: 'auto' | 'never',
  glyphs: GlyphName = 'braille',
  chosen?: ThemeName,
): Theme {
  const refused = color === 'never' || (environment.NO_COLOR ?? '') !== '' || environment.TERM === 'dumb';
  const colour = chosen ?? backgroundOf(environment.COLORFGBG);
  return { glyphs: glyphsNamed(glyphs), colour: refused ? 'mono' : colour, isFixed: refused };
}

/** The theme after glyphs and colours were each changed so many times by key; refused colour and plain text stay. */
export function turnTheme(theme: Theme, glyphTurns: number, themeTurns: number): Theme {
  const glyphs = glyphsNamed(after(glyphNames, theme.glyphs.name, glyphTurns));
  if (theme.colour === 'plain' || theme.isFixed) return { ...theme, glyphs };
  return { ...theme, glyphs, colour: after(themeNames, theme.colour, themeTurns) };
}

function after<Name>(names: readonly Name[], start: Name, turns: number): Name {
  return names[(names.indexOf(start) + turns) % names.length];
}

/** COLORFGBG is `foreground;background` (sometimes with a word between); 7 and 15 are the light backgrounds. */
function backgroundOf(setting: string | undefined): Background {
  const last = setting?.split(';').at(-1);
  return last === '7' || last === '15' ? 'light' : 'dark';
}

/** Whether a live screen can be shown: a terminal that understands escape codes. */
export function canShowScreen(
  stdout: { readonly isTTY?: boolean },
  stdin: { readonly isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  return stdout.isTTY === true && stdin.isTTY === true && environment.TERM !== 'dumb';
}

/** SGR parameters of a style, `1;38;5;45`; empty for none. */
export function styleCodes(style: Style, theme: Theme): string {
  if (theme.colour === 'plain' || style === 'plain') return '';
  return theme.colour === 'mono' ? monoCodes(style) : colourCodes(style, theme.colour);
}

function monoCodes(style: Style): string {
  const codes: Partial<Record<Style, string>> = {
    dim: '2',
    strong: '1',
    mark: '1',
    warn: '1',
    selected: '1',
  };
  return codes[style] ?? '';
}

function colourCodes(style: Style, background: Background): string {
  const [kind, number] = style.split('-');
  const { lines, factions } = palettes[background];
  const hue = (list: readonly number[]): number => list[Number(number) % list.length];
  const ink = background === 'dark' ? 16 : 231;
  switch (kind) {
    case 'line':
      return `38;5;${hue(lines)}`;
    case 'fill':
      return `38;5;${hue(lines)};48;5;${hue(lines)}`;
    case 'edge':
      return `38;5;${ink};48;5;${hue(lines)}`;
    case 'faction':
      return `1;38;5;${hue(factions)}`;
    case 'mark':
    case 'warn':
      return background === 'dark' ? '1;38;5;220' : '1;38;5;130';
    case 'dim':
      return background === 'dark' ? '38;5;246' : '38;5;242';
    default:
      return monoCodes(style);
  }
}

/** A line as a terminal reads it: neighbours of one style share their codes, and the line ends as it began, unstyled. */
export function terminalLine(line: Line, theme: Theme): string {
  let out = '';
  let current = '';
  for (const { text, style } of line) {
    const codes = styleCodes(style, theme);
    if (codes !== current)
      out += `${current === '' ? '' : '\u001b[0m'}${codes === '' ? '' : `\u001b[${codes}m`}`;
    current = codes;
    out += text;
  }
  return current === '' ? out : `${out}\u001b[0m`;
}

/** A line's text alone. */
export function plainLine(line: Line): string {
  return line.map(({ text }) => text).join('');
}
