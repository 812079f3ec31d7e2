/** Columns side by side, two spaces between them, the first to the left and numbers to the right; no space at a line's end. */
export function plainTable(
  rows: readonly (readonly string[])[],
  leftColumns: readonly number[] = [0],
): readonly string[] {
  const widths = rows.reduce<number[]>(
    (sofar, row) => row.map((cell, column) => Math.max(sofar[column] ?? 0, cell.length)),
    [],
  );
  const pad = (cell: string, column: number): string =>
    leftColumns.includes(column) ? cell.padEnd(widths[column]) : cell.padStart(widths[column]);
  return rows.map((row) => row.map(pad).join('  ').trimEnd());
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
