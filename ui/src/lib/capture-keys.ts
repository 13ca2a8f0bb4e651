// The keys of capturing that are no letters of the text.

/** Alt+H: keep for one hour. */
export function isHourKey(event: KeyboardEvent): boolean {
  const alone = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  return alone && (event.code === 'KeyH' || event.key.toLowerCase() === 'h');
}
