import { Box, type Instance, render, Text } from 'ink';
import { createElement, type ReactNode } from 'react';

/** The streams a screen lives on. */
export interface Streams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/**
 * The only component: lines that are already painted, one text each. Layout is ours, so React and Ink have next to nothing to do.
 * Cutting is for the moment between a resize and the next frame, when the lines are still those of the old width.
 */
export function Frame({ lines }: { readonly lines: readonly string[] }): ReactNode {
  const texts = lines.map((line) => createElement(Text, { wrap: 'truncate-end' }, line === '' ? ' ' : line));
  return createElement(Box, { flexDirection: 'column' }, ...texts);
}

/** Takes the terminal's other screen and shows the lines there, until the instance is unmounted. */
export function openFrame(lines: readonly string[], streams: Streams): Instance {
  return render(createElement(Frame, { lines }), {
    ...streams,
    alternateScreen: true,
    incrementalRendering: true,
    maxFps: 30,
    // Ink would draw nothing where CI is set, even to nothing; whether to draw has been decided before.
    interactive: streams.stdout.isTTY === true,
    isScreenReaderEnabled: false,
    exitOnCtrlC: false,
  });
}

/** Shows other lines. */
export function showFrame(instance: Instance, lines: readonly string[]): void {
  instance.rerender(createElement(Frame, { lines }));
}
