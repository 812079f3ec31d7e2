/** Colours by number of the 256-colour palette, in the order of lines and of factions. */
export interface Palette {
  readonly lines: readonly number[];
  readonly factions: readonly number[];
}

/** What the colours are read against. */
export type Background = 'dark' | 'light';

/**
 * The colours of each background; letters carry the meaning and colour only adds.
 * Within each list any two differ by CIEDE2000 of at least 12 for full sight, deuteranopia and protanopia (Machado, Oliveira and
 * Fernandes 2009, severity 1), and each has a contrast of at least 4.5 with its background (#1e1e1e or white). Past the end, hues repeat.
 */
export const palettes: Readonly<Record<Background, Palette>> = {
  dark: {
    lines: [69, 226, 45, 202, 216, 199, 159, 167, 211, 194],
    factions: [123, 202, 103, 229, 102, 180, 220, 145, 147, 86, 167, 135],
  },
  light: {
    lines: [63, 130, 20, 88, 16, 125, 96, 131, 17, 237],
    factions: [125, 63, 16, 130, 17, 20, 237, 96, 131, 88],
  },
};

/** Red, green and blue, 0 to 255, of a colour of the palette's cube or grey ramp (16 to 255). */
export function rgbOf(colour: number): readonly [number, number, number] {
  if (colour >= 232) {
    const grey = 8 + 10 * (colour - 232);
    return [grey, grey, grey];
  }
  const levels = [0, 95, 135, 175, 215, 255];
  const index = colour - 16;
  return [levels[Math.floor(index / 36)], levels[Math.floor(index / 6) % 6], levels[index % 6]];
}
