import type { AboutShown } from '../figures/about-shown.ts';
import type { Line, Size } from './paint/line.ts';
import type { Panel } from './panel.ts';
import type { Theme } from './theme.ts';

/** What can be taken off a screen as files or onto a clipboard, whichever screen it is. */
export interface Shown {
  /** What a file of it is called, without an ending; any characters. */
  readonly name: string;
  /** All lines, but for what was said last. */
  readonly screen: (size: Size, theme: Theme) => readonly Line[];
  /** The panel in focus. */
  readonly panel: Pick<Panel, 'titleFor' | 'paint' | 'table'>;
  readonly about: AboutShown;
  /** Of a picture of it; so is the description, a sentence. */
  readonly title: string;
  readonly description: string;
  /** The line under a panel that is copied alone: where its numbers come from, and the disclaimer. */
  readonly source: string;
}
