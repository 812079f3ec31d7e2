import { framed } from './framed.ts';
import type { Form } from './layout.ts';
import type { Line, Size } from './paint/line.ts';
import { focusedPanel, type View } from './panel.ts';
import type { Theme } from './theme.ts';

/** Which panel keys have put in focus, and whether it has the view for itself. */
export interface PanelFocus {
  /** How often Tab was pressed; the view takes it modulo its panels. */
  readonly panel: number;
  readonly isZoomed: boolean;
}

/** The view's panels in their places, or the one in focus alone. */
export function drawView(
  view: View,
  { panel, isZoomed }: PanelFocus,
  form: Exclude<Form, 'tiny'>,
  size: Size,
  theme: Theme,
): readonly Line[] {
  const focus = focusedPanel(panel, view.panels.length);
  const draw = (at: number, outer: Size): readonly Line[] =>
    framed(view.panels[at], form, outer, theme, at === focus);
  return isZoomed ? draw(focus, size) : view.arrange(size, form, draw, theme);
}
