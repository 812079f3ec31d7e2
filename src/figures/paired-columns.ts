import { comparedColumns } from './compared-measures.ts';
import { predictedColumns } from './prediction-questions.ts';

/** Columns of by_month that pairs of runs keep for a screen: what is compared, and what predictions are judged by. */
export const pairedColumns: readonly string[] = [...new Set([...comparedColumns, ...predictedColumns])];
