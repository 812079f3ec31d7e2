import { placeOf, type SourceFile, type SyntaxNode } from './source-tree.ts';

/** Exported names that no doc comment stands directly above. Re-exports carry the comment of their own file. */
export function findUndocumented(file: SourceFile): string[] {
  const statements = file.program.body as unknown as readonly SyntaxNode[];
  return statements
    .flatMap((statement) => exportedBy(statement, statements))
    .flatMap(({ name, statement }) =>
      hasDocComment(file, statement)
        ? []
        : [`${placeOf(file, statement)}: ${name} is exported without a doc comment`],
    );
}

interface Exported {
  readonly name: string;
  /** Where its comment has to stand. */
  readonly statement: SyntaxNode;
}

function exportedBy(statement: SyntaxNode, statements: readonly SyntaxNode[]): Exported[] {
  if (statement.type === 'ExportDefaultDeclaration') return [{ name: 'the default', statement }];
  if (statement.type !== 'ExportNamedDeclaration' || statement.source) return [];
  if (isNode(statement.declaration))
    return declaredBy(statement.declaration).map((name) => ({ name, statement }));
  return (statement.specifiers as readonly { readonly local: { readonly name: string } }[]).map(
    ({ local }) => ({
      name: local.name,
      statement: statements.find((other) => declaredBy(other).includes(local.name)) ?? statement,
    }),
  );
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null;
}

/** Names that a declaration makes; a pattern is named by its text's first name. */
function declaredBy(declaration: SyntaxNode): string[] {
  const named = declaration.id as { readonly name?: string } | undefined;
  if (named?.name !== undefined) return [named.name];
  if (declaration.type !== 'VariableDeclaration') return [];
  return (declaration.declarations as readonly { readonly id: { readonly name?: string } }[]).map(
    ({ id }) => id.name ?? 'a pattern',
  );
}

function hasDocComment(file: SourceFile, statement: SyntaxNode): boolean {
  return file.comments.some(
    (comment) =>
      comment.type === 'Block' &&
      comment.value.startsWith('*') &&
      comment.end <= statement.start &&
      file.text.slice(comment.end, statement.start).trim() === '',
  );
}
