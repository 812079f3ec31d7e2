/** What a chain of causes is asked of: all factions together, one faction, a crossing or inland post (crossings first), an event, a dated change, or a parameter. */
export type Subject =
  | { readonly kind: 'all' }
  | { readonly kind: 'faction'; readonly index: number }
  | { readonly kind: 'post'; readonly index: number }
  | { readonly kind: 'event'; readonly seq: number }
  | { readonly kind: 'change'; readonly month: number }
  | { readonly kind: 'parameter'; readonly name: string };
