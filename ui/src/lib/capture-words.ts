// Capturing from anywhere in words: how it stands with the keys, and how to bind them by hand.
import type { CaptureWays, Listening } from './bindings';

const states: Record<Listening, string> = {
  off: 'From any program, these keys open a small window to type into. None are set.',
  works: 'From any program, these keys open a small window to type into.',
  by_desktop: 'Your desktop listens for them. It may have given you others: its own settings say.',
  taken: 'Another program has these keys. Choose others.',
  not_a_shortcut: 'These keys cannot be listened for everywhere. Choose others.',
  unavailable: 'Your desktop lets no program listen for keys. You can bind them yourself.',
};

/** The sentence under *Keys for capturing*. */
export const listeningInWords = (ways: CaptureWays): string => states[ways.listening];

/** How to bind a command to keys in the desktops that people use. */
export const desktops: readonly { name: string; how: (command: string) => string }[] = [
  { name: 'GNOME', how: () => 'Settings, Keyboard, View and Customize Shortcuts, Custom Shortcuts, Add.' },
  { name: 'KDE', how: () => 'System Settings, Keyboard, Shortcuts, Add New, Command or Script.' },
  { name: 'Sway', how: (command) => `bindsym Ctrl+Shift+Space exec ${command}` },
  { name: 'Hyprland', how: (command) => `bind = CTRL SHIFT, Space, exec, ${command}` },
];
