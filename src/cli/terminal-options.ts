import type { GlyphName } from '../dashboard/paint/glyphs.ts';
import type { TerminalOptions } from '../dashboard/show-until-left.ts';
import type { ThemeName } from '../dashboard/theme.ts';

/** How the command line wants a screen to look and to be used; what is absent is as the screen has it. */
export interface ScreenLook {
  /** Colours unless false. */
  readonly color?: boolean;
  readonly glyphs?: GlyphName;
  readonly theme?: ThemeName;
  readonly mouse?: boolean;
  /** Redraws a second, 1 to 8. */
  readonly fps?: number;
}

/** The terminal of this process, to be drawn on as asked. */
export function terminalOf({ color, glyphs, theme, mouse, fps }: ScreenLook): TerminalOptions {
  return {
    ...(glyphs && { glyphs }),
    ...(theme && { theme }),
    ...(mouse && { mouse }),
    ...(fps && { fps }),
    color: color === false ? 'never' : 'auto',
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
  };
}
