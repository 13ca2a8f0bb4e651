// The line drawings of the app's own things, on a 16 by 16 grid.

export const icons = {
  memories: 'M4 2.5h8v11l-4-3-4 3z',
  data: 'M3.5 4c0-1.1 2-2 4.5-2s4.5.9 4.5 2-2 2-4.5 2-4.5-.9-4.5-2zm0 0v8c0 1.1 2 2 4.5 2s4.5-.9 4.5-2V4M3.5 8c0 1.1 2 2 4.5 2s4.5-.9 4.5-2',
  settings: 'M2 5h7m4 0h1M2 11h1m4 0h7M9 5a2 2 0 1 0 4 0 2 2 0 0 0-4 0zM3 11a2 2 0 1 0 4 0 2 2 0 0 0-4 0z',
  lock: 'M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.4 10.4l3.6 3.6',
  plus: 'M8 3v10M3 8h10',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  back: 'M9.5 3.5 5 8l4.5 4.5',
  close: 'M4 4l8 8M12 4l-8 8',
  check: 'M3 8.5l3.2 3.2L13 5',
  caution: 'M8 2.5 14.2 13.5H1.8zM8 6.5v3.2M8 11.6v.2',
  hidden: 'M2.5 8h11',
  replace: 'M2.5 5.5h9M9 3l2.5 2.5L9 8M13.5 10.5h-9M7 8l-2.5 2.5L7 13',
  pen: 'M3 13l.7-2.9 7-7 2.2 2.2-7 7z',
  key: 'M5.5 8a2.5 2.5 0 1 0 0 .1M8 8h6v2.2M11.5 8v1.8',
  pin: 'M5.5 2.5h5M6.5 2.5v4L4 9h8L9.5 6.5v-4M8 9v4.5',
  profile: 'M8 2.5a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4zM3 13.5c.4-2.6 2.3-4 5-4s4.6 1.4 5 4',
  clock: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 5v3.2l2 1.3',
  file: 'M4 2h5l3 3v9H4zM9 2v3h3',
  find: 'M2.5 4h11M2.5 8h6M2.5 12h4M11 8.2a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4zM12.6 12l1.6 1.6',
} as const;

export type IconName = keyof typeof icons;
