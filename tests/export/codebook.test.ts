import { describe, expect, it } from 'vitest';
import { csvLine } from '../../src/export/csv.ts';
import { codebookRows, codebookTable } from '../../src/export/dictionary.ts';
import { namesOf } from '../../src/export/table-declaration.ts';
import { tinyTable } from '../fixtures/tiny-table.ts';

describe('the codebook', () => {
  it('has the columns that loaders of other people look for', () => {
    expect(namesOf(codebookTable.fields).join()).toBe(
      'table_name,column_name,type,unit,description,min,max,allowed,source,since_schema',
    );
  });

  it('has a row for every column of every table, in order, with bounds and allowed values', () => {
    const status = { ...tinyTable.fields[0], name: 'status', allowed: ['ok', 'failed'] };
    const rows = [...codebookRows([{ ...tinyTable, fields: [...tinyTable.fields, status] }])].map(csvLine);
    expect(rows).toEqual([
      'tiny,run_id,string,,the run,,,,recorded by the model,1\n',
      'tiny,seq,integer,a whole number,order,1,,,recorded by the model,1\n',
      'tiny,study_seed,integer,a whole number,a number of up to 53 bits,0,9007199254740991,,recorded by the model,1\n',
      "tiny,date,date,,the month's first day,,,,recorded by the model,1\n",
      'tiny,amount_usd,number,US dollars,an amount,,,,recorded by the model,1\n',
      'tiny,at_war,boolean,,whether it is at war,,,,recorded by the model,1\n',
      'tiny,note,string,,any text,,,,recorded by the model,1\n',
      'tiny,status,string,,the run,,,ok|failed,recorded by the model,1\n',
    ]);
  });
});
