import { type Choice, choiceOrders, levelWords, orderChoices, originWords } from '../../figures/choices.ts';
import { directed, filterRows, type Lists } from '../list-state.ts';

/** The choices that the filter leaves, in the order of the list. A filter is sought in what a row says and asks. */
export function rowsOf(choices: readonly Choice[], lists: Lists): readonly Choice[] {
  const ordered = orderChoices(choices, orderOf(lists));
  return directed(lists, 'choices', filterRows(lists, 'choices', ordered, wordsOf));
}

/** The order of the list. */
export function orderOf({ orders }: Lists): (typeof choiceOrders)[number] {
  return choiceOrders[(orders.choices ?? 0) % choiceOrders.length];
}

function wordsOf(choice: Choice): string {
  const { name, title, question } = choice;
  const said = choice.kind === 'folder' ? choice.scenarios : choice.changes.map(({ label }) => label);
  return [name, title, question, levelWords(choice), originWords(choice), ...said].join('\n');
}
