import { rgbOf } from '../../figures/palette.ts';
import type { Theme } from '../theme.ts';

/** How a run of text is painted; colours as SVG takes them. */
export interface Look {
  readonly ink: string;
  readonly back: string | undefined;
  readonly isBold: boolean;
  readonly isDim: boolean;
}

/** Background and ink of a theme: what a terminal would bring along. */
export function paper(theme: Theme): { readonly back: string; readonly ink: string } {
  return theme.colour === 'dark' ? { back: '#1e1e1e', ink: '#e4e4e4' } : { back: '#ffffff', ink: '#1c1c1c' };
}

/** What a terminal makes of SGR parameters, so that the theme stays the one place that knows colours. */
export function lookOf(codes: string, ink: string): Look {
  const rest = codes.replace(/[34]8;5;\d+/g, '').split(';');
  const colour = (ground: string): string | undefined => {
    const found = new RegExp(`(?:^|;)${ground}8;5;(\\d+)`).exec(codes);
    return found === null ? undefined : hex(rgbOf(Number(found[1])));
  };
  return {
    ink: colour('3') ?? ink,
    back: colour('4'),
    isBold: rest.includes('1'),
    isDim: rest.includes('2'),
  };
}

/** Programs that are not browsers know colours in this form at least. */
function hex(channels: readonly number[]): string {
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
