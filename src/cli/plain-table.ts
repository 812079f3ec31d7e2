/** Columns side by side, the first to the left and numbers to the right: two spaces between them, one where two would make a line too long. */
export function plainTable(
  rows: readonly (readonly string[])[],
  leftColumns: readonly number[] = [0],
  width = 80,
): readonly string[] {
  const widths = rows.reduce<number[]>(
    (sofar, row) => row.map((cell, column) => Math.max(sofar[column] ?? 0, cell.length)),
    [],
  );
  const pad = (cell: string, column: number): string =>
    leftColumns.includes(column) ? cell.padEnd(widths[column]) : cell.padStart(widths[column]);
  const spaced = (gap: string): readonly string[] => rows.map((row) => row.map(pad).join(gap).trimEnd());
  const roomy = spaced('  ');
  return roomy.every((line) => line.length <= width) ? roomy : spaced(' ');
}

/** Words in lines of at most `width` columns, each after `indent`. */
export function wrapWords(text: string, width = 80, indent = ''): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = line === '' ? `${indent}${word}` : `${line} ${word}`;
    if (longer.length > width && line !== '') {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}
