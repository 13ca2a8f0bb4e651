// Dates as people say them. Knows only the clock it is handed.

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** `today`, `yesterday`, `12 March`, `12 March 2025`; empty for what is no date. */
export function dayInWords(iso: string, now: Date): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  const days = Math.round((startOfDay(now) - startOfDay(date)) / 86_400_000);
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days === -1) return 'tomorrow';
  const day = `${date.getDate()} ${months[date.getMonth()]}`;
  return date.getFullYear() === now.getFullYear() ? day : `${day} ${date.getFullYear()}`;
}

/** The day with its time, such as `12 March 2026, 18:42`. Always with the year, except near today. */
export function momentInWords(iso: string, now: Date): string {
  const date = new Date(iso);
  const day = dayInWords(iso, now);
  if (!day) return '';
  const time = `${pad(date.getHours())}:${pad(date.getMinutes())}`;
  const near = day === 'today' || day === 'yesterday' || day === 'tomorrow';
  const year = near || day.endsWith(String(date.getFullYear())) ? '' : ` ${date.getFullYear()}`;
  return `${day}${year}, ${time}`;
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The heading over what is from one day: `Today`, `Friday, 20 November`, `12 March 2025`. */
export function dayHeading(iso: string, now: Date): string {
  const day = dayInWords(iso, now);
  const date = new Date(iso);
  if (day === '') return 'No date';
  const days = Math.round((startOfDay(now) - startOfDay(date)) / 86_400_000);
  const words = days > 1 && days < 7 ? `${weekdays[date.getDay()]}, ${day}` : day;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** When something goes by itself: with its time when that is near. */
export function goesInWords(iso: string, now: Date): string {
  const day = dayInWords(iso, now);
  return day === 'today' || day === 'tomorrow' ? momentInWords(iso, now) : day;
}

/** `YYYY-MM-DD` in local time, as the filters take it. */
export function isoDay(date: Date): string {
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
