// Goes to a heading of a long page. Must not know which.

/** Parts above are still read for so long after coming to a page, and push the heading down. */
const settling_ms = 1200;
/** Above the heading. */
const room_px = 16;

/** Brings the heading to the top and the focus to it, and keeps it there until the page has settled or someone
    moves. The answer stops that. */
export function arriveAt(heading: HTMLElement): () => void {
  const page = heading.closest('.page');
  const view = heading.closest('.scroll-page');
  // Not `scrollIntoView`: that would move the window around the page too.
  const go = () => {
    if (view)
      view.scrollTop += heading.getBoundingClientRect().top - view.getBoundingClientRect().top - room_px;
  };
  const watch = page && 'ResizeObserver' in window ? new ResizeObserver(go) : null;
  const moves = ['wheel', 'pointerdown', 'keydown'] as const;
  const stop = () => {
    watch?.disconnect();
    clearTimeout(timer);
    moves.forEach((name) => window.removeEventListener(name, stop));
  };
  const timer = setTimeout(stop, settling_ms);
  moves.forEach((name) => window.addEventListener(name, stop, { passive: true }));
  go();
  heading.focus({ preventScroll: true });
  if (page) watch?.observe(page);
  return stop;
}
