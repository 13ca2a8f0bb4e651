// Numbers and sizes in words.

/** `1,284` */
export function numberInWords(count: number): string {
  return String(Math.trunc(count)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 memory`, `1,284 memories` */
export function counted(count: number, one: string, many: string): string {
  return `${numberInWords(count)} ${count === 1 ? one : many}`;
}

/** `812 bytes`, `9.6 MB`, counted in thousands as file managers do. */
export function bytesInWords(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte', 'bytes');
  const units = ['kB', 'MB', 'GB', 'TB'];
  let amount = bytes / 1000;
  let unit = 0;
  while (amount >= 999.5 && unit < units.length - 1) {
    amount /= 1000;
    unit += 1;
  }
  return `${amount < 9.95 ? amount.toFixed(1) : Math.round(amount)} ${units[unit]}`;
}

/** `a`, `a and b`, `a, b and c` */
export function listInWords(words: string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}
