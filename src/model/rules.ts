/** The rules of the model: name of the section of docs/model.md that a parameter declares as its `rule`, and what that section's heading says it is about. */
export const rules = {
  trade: 'which way goods take',
  prices: 'what gates and posts ask',
  collection: 'who does the collecting',
  need: 'effort over lines',
  understanding: 'who holds what',
  breakdown: 'breach, alarm, settlement, war, clashes',
  learning: 'skill',
  patron: 'income and transfers',
  payroll: 'the registered fighters',
  men: 'wages, cash, fighters',
  splinters: 'small groups and front names',
  attacks: 'on the foreign power',
  parades: 'the display of force',
  war: 'of the kind of 2014',
  seats: 'elections and influence',
  mood: 'legitimacy and protest',
  enforcement: 'who is caught',
  reform: 'what the government can change',
  neighbours: 'sanctions, borders, prices',
  dollars: 'the window and the street',
  fronts: "companies that sell the patron's fuel",
  flows: 'back to the patron',
  elite: 'embezzlement, posts and protection for sale',
  books: '',
} as const;

/** Name of a rule. */
export type RuleName = keyof typeof rules;
