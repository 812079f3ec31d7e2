/** Revenue lines of a faction whose rules are built. Order is the order of columns and of fill letters. */
export const revenueLines = [
  { id: 'patron', letter: 'I', name: 'patron', meaning: 'transfers from the patron' },
  { id: 'payroll', letter: 'P', name: 'payroll', meaning: 'what is kept from the registered payroll' },
  { id: 'customs', letter: 'C', name: 'customs', meaning: 'brokers at the crossings' },
  { id: 'inland', letter: 'N', name: 'inland posts', meaning: 'charges at inland posts' },
  { id: 'goods', letter: 'S', name: 'smuggled goods', meaning: 'fees on goods smuggled around a gate' },
  { id: 'fuel', letter: 'F', name: 'fuel', meaning: 'subsidised and relabelled fuel' },
  {
    id: 'contracts',
    letter: 'K',
    name: 'contracts',
    meaning: 'state contracts and protection of firms that hold them',
  },
  {
    id: 'dollars',
    letter: 'D',
    name: 'dollar window',
    meaning: 'the gap between official and street dollar',
  },
  { id: 'extortion', letter: 'X', name: 'extortion', meaning: 'levies on firms and households' },
  { id: 'ransom', letter: 'R', name: 'ransom', meaning: 'kidnap and ransom' },
] as const;

/** Id of a revenue line; it stands in column names. */
export type LineId = (typeof revenueLines)[number]['id'];

/** Lines on which a faction decides effort. */
export const effortLines = [
  'customs',
  'inland',
  'goods',
  'fuel',
  'contracts',
  'dollars',
  'extortion',
  'ransom',
] as const;
/** Id of a line on which effort is decided. */
export type EffortLineId = (typeof effortLines)[number];

/** Lines earned inside the state's shadow. */
export const institutionalLines: readonly LineId[] = ['customs', 'contracts', 'dollars'];
/** Lines taken from whoever passes. */
export const predatoryLines: readonly LineId[] = ['extortion', 'ransom', 'inland'];

/** Lines whose yield is a contest over a base that the world file dates. */
export const contestLines = ['fuel', 'contracts', 'extortion', 'ransom'] as const;
