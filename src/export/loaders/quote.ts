/** A text between double quotes as R and Python read it; what is not ASCII is escaped, so that no setting of a machine misreads it. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(/[^ -~]/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A text as a literal of SQL. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A text between Stata's compound quotes, at most `length` characters, on one line. */
export function stataText(text: string, length: number): string {
  const plain = text.replace(/\s+/g, ' ').replace(/[`"']/g, '’');
  const short = plain.length <= length ? plain : `${plain.slice(0, length - 1)}…`;
  return `\`"${short}"'`;
}
