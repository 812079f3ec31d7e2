import { type ParameterFacts, parameterNumber } from '../../figures/parameter-facts.ts';
import { fitLine, fitLines, type Line, span } from '../paint/line.ts';
import { proseLines } from '../paint/prose.ts';
import type { Arming } from './arming.ts';
import type { PanelOver } from './panel-over.ts';

const formulaHelp =
  'baseline is what the world file says, current what the scenario makes of it, months_since the months since the shock began.';
/** Names that are shown of those that hold what is typed. */
const mostNames = 6;

/** The line that is typed, what is known of its parameter, or names that it may become. */
export function formulaPanel(
  { kind, text, fault }: Extract<Arming, { step: 'formula' }>,
  parameters: readonly ParameterFacts[],
): PanelOver {
  return {
    titleFor: () => `${kind.name}: parameter = formula`,
    paint: (size) => {
      const shown = text.slice(-Math.max(0, size.columns - 3));
      const typed: Line = [span(' '), span(shown), span('_', 'strong')];
      const known = proseLines(knownWords(text, parameters), size.columns);
      const help = proseLines(
        fault === '' ? formulaHelp : fault,
        size.columns,
        fault === '' ? 'dim' : 'warn',
      );
      return fitLines([fitLine(typed, size.columns), ...known, ...help], size);
    },
    rows: 6,
  };
}

/** Names that hold the text, in which `*` stands for one whole part or the start of it. */
function shapeOf(text: string): RegExp {
  return new RegExp(text.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^.]+'));
}

/** The parameter before the `=`, its unit and bounds; else the names that hold what is typed so far. */
function knownWords(text: string, parameters: readonly ParameterFacts[]): string {
  const wanted = text.split('=')[0].trim();
  const exact = parameters.find(({ name }) => name === wanted);
  if (exact !== undefined) {
    const { meaning, unit, min, max } = exact;
    return `${meaning}; ${unit}, ${parameterNumber(min)} to ${parameterNumber(max)}`;
  }
  const names = parameters.map(({ name }) => name).filter((name) => shapeOf(wanted).test(name));
  if (names.length === 0) return 'No parameter holds that; * may stand for a part, as in crossings.*.open.';
  const more = names.length > mostNames ? `, and ${names.length - mostNames} more` : '';
  return `${names.slice(0, mostNames).join(', ')}${more}`;
}
