// How wide the window is, in the three steps that the layout knows.
import { MediaQuery } from 'svelte/reactivity';

/** Under 1000 px: the detail is a page of its own. */
export const narrow = new MediaQuery('(max-width: 999px)', false);

/** Under 720 px: the side bar is a drawer. */
export const slim = new MediaQuery('(max-width: 719px)', false);
