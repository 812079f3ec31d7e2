const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Stata, [U] 11.3: names that no variable may have; `str1` to `str2045` beside them. */
export const stataWords = words(`
  _all _b _coef _cons _n _pi _pred _rc _skip byte double float if in int long strl using with
`);

/** PostgreSQL 17, appendix C: reserved, and reserved but for functions and types; neither may name a column without quotes. */
export const postgresWords = words(`
  all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column concurrently
  constraint create cross current_catalog current_date current_role current_schema current_time current_timestamp current_user default
  deferrable desc distinct do else end except false fetch for foreign freeze from full grant group having ilike in initially inner
  intersect into is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on only or order
  outer overlaps placing primary references returning right select session_user similar some symmetric system_user table tablesample then
  to trailing true union unique user using variadic verbose when where window with
`);
