/** Where money comes from. */
export const origins = ['us-dollars', 'oil', 'patron', 'trade', 'other'] as const;
