import { didYouMean } from '../scenario/nearest.ts';
import { UsageError } from './usage-error.ts';

/** What is shown of a comparison unless other outcomes are asked for: money, trade, men, and the order they live in. */
export const headlineOutcomes: readonly string[] = [
  'income_total_usd',
  'income_patron_usd',
  'income_local_usd',
  'income_customs_usd',
  'treasury_customs_usd',
  'duty_paid_share',
  'gate_price_share',
  'imports_usd',
  'smuggled_usd',
  'fighters_n',
  'attacks_n',
  'legitimacy_idx',
];

/** Which outcomes are wanted on the command line. */
export interface OutcomeChoice {
  readonly outcome: readonly string[];
  readonly all?: boolean;
}

/**
 * The outcomes to show among those that are kept, in the order asked for: the named, all, or the headline ones; all too where none of the
 * headline ones is kept. Throws UsageError for a name that is not kept.
 */
export function chooseOutcomes(kept: readonly string[], { outcome, all }: OutcomeChoice): readonly string[] {
  for (const name of outcome)
    if (!kept.includes(name))
      throw new UsageError(
        `"${name}" is not among the outcomes kept here.${didYouMean(name, kept) || ` Kept: ${kept.join(', ')}.`}`,
      );
  if (outcome.length > 0) return [...new Set(outcome)];
  const headline = headlineOutcomes.filter((name) => kept.includes(name));
  return all === true || headline.length === 0 ? kept : headline;
}
