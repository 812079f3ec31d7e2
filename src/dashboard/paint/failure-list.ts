import type { ToldFailure } from '../../study/chunk-work.ts';
import type { Theme } from '../theme.ts';
import { fitLine, fitLines, fitText, type Line, type Size, span } from './line.ts';

/** The latest failures, newest first: run, code, message. */
export function failureList(failures: readonly ToldFailure[], size: Size, theme: Theme): readonly Line[] {
  if (failures.length === 0) return fitLines([[span('no run has failed', 'dim')]], size);
  const lines = [...failures].reverse().map(({ runId, code, message }): Line => {
    const head = `${runId} ${code} `;
    const room = Math.max(0, size.columns - head.length);
    return fitLine([span(head, 'warn'), span(fitText(message, room, theme.glyphs.ellipsis))], size.columns);
  });
  return fitLines(lines, size);
}
