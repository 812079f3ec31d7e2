import type { Panel } from '../panel.ts';

/** A panel that lies over the lower part of a picture, and how many rows its inside wants. */
export interface PanelOver extends Pick<Panel, 'titleFor' | 'paint'> {
  readonly rows: number;
}
