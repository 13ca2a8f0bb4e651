// The six kinds of memory and the words for one and for many.

export const kinds = ['note', 'fact', 'preference', 'decision', 'style', 'event'] as const;

export type Kind = (typeof kinds)[number];

const many: Record<Kind, string> = {
  note: 'Notes',
  fact: 'Facts',
  preference: 'Preferences',
  decision: 'Decisions',
  style: 'Style',
  event: 'Events',
};

export function isKind(name: string): name is Kind {
  return (kinds as readonly string[]).includes(name);
}

/** The word on a filter chip: `Preferences`. A kind that a newer Keepsake made keeps its own name. */
export function kindsInWords(kind: string): string {
  return isKind(kind) ? many[kind] : kind;
}
