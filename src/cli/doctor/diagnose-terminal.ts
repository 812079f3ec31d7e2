import { type Diagnosis, well } from './diagnosis.ts';

/** What is asked of a stream to know the terminal behind it. */
export interface TerminalStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  readonly getColorDepth?: () => number;
}

/** The smallest screen that holds a chart and the factions. */
const [leastColumns, leastRows] = [60, 16];

/** Says what the live screen will be like here; never a fault, since text does everywhere. */
export function diagnoseTerminal(
  stream: TerminalStream,
  environment: Readonly<Record<string, string | undefined>>,
): Diagnosis {
  const name = 'terminal';
  if (stream.isTTY !== true) return well(name, 'none here: plain text and JSON');
  if (environment.TERM === 'dumb') return well(name, 'one without escape codes (TERM=dumb): plain text');
  const { columns = 0, rows = 0 } = stream;
  const isSmall = columns < leastColumns || rows < leastRows;
  const size = `${columns} x ${rows}${isSmall ? `, smaller than the ${leastColumns} x ${leastRows} that a screen needs: use --plain` : ''}`;
  return well(name, [size, colourWords(stream, environment), unicodeWords(environment)].join('; '));
}

function colourWords(
  stream: TerminalStream,
  { NO_COLOR }: Readonly<Record<string, string | undefined>>,
): string {
  if ((NO_COLOR ?? '') !== '') return 'no colour (NO_COLOR)';
  const depth = stream.getColorDepth?.() ?? 1;
  return depth === 1 ? 'no colour' : `${(2 ** depth).toLocaleString('en')} colours`;
}

/** The first of these that is set decides (POSIX). */
function unicodeWords({ LC_ALL, LC_CTYPE, LANG }: Readonly<Record<string, string | undefined>>): string {
  const locale = [LC_ALL, LC_CTYPE, LANG].find((value) => (value ?? '') !== '') ?? '';
  if (/utf-?8/i.test(locale)) return 'Unicode';
  return `no Unicode by its locale (${locale === '' ? 'none set' : locale}): charts may show boxes; set LANG=C.UTF-8`;
}
