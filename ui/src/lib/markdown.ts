// A memory's text as a tree of plain things to draw: paragraphs, lists, links, words. No HTML comes of it, and nothing that
// is fetched. What it cannot show faithfully it leaves as plain text: places of what is hidden come first. Must not know the DOM.
import MarkdownIt, { type Token } from 'markdown-it';
import type { Placeholder } from './placeholders';

export const blocks = {
  paragraph: 'p',
  bullet_list: 'ul',
  ordered_list: 'ol',
  list_item: 'li',
  blockquote: 'blockquote',
  table: 'table',
  thead: 'thead',
  tbody: 'tbody',
  tr: 'tr',
  th: 'th',
  td: 'td',
  em: 'em',
  strong: 'strong',
  s: 's',
} as const;

export type MarkdownNode =
  | { type: 'text'; text: string }
  | { type: 'hidden'; index: number }
  | { type: 'code'; children: MarkdownNode[] }
  | { type: 'pre'; children: MarkdownNode[] }
  | { type: 'heading'; level: number; children: MarkdownNode[] }
  | { type: 'link'; address: string; children: MarkdownNode[] }
  | { type: 'rule' }
  | { type: 'break' }
  | {
      type: 'element';
      tag: (typeof blocks)[keyof typeof blocks];
      start: number | null;
      children: MarkdownNode[];
    };

/** Longer texts, deeper ones and those of more pieces are shown as they were typed. */
export const most_characters = 64 * 1024;
export const most_nodes = 4000;
const deepest = 24;
/** Marks the place of something hidden, by its number, while the text is read. No text should have them. */
const [open, close] = ['\uE000', '\uE001'];
const mark = /\uE000(\d+)\uE001/g;
const bare_address = /https?:\/\/[^\s<>"'`\u0000-\u001f]+[^\s<>"'`.,;:!?()\u0000-\u001f]/gi;

// Nothing of a text may vanish: no definitions of links, no names of characters, no HTML, no indented blocks.
const parser = new MarkdownIt({ html: false, linkify: false, typographer: false, breaks: true }).disable([
  'code',
  'lheading',
  'reference',
  'entity',
  'html_block',
  'html_inline',
]);
parser.validateLink = () => true;

/** Whether a click may open it: addresses of the web and of mail alone. */
export function mayOpen(address: string): boolean {
  return /^(https?:\/\/[^\s/]|mailto:[^\s?])/i.test(address) && address.length <= 2048;
}

/** The tree, or null if the text is better shown as it was typed. Places are in UTF-16 units. */
export function readMarkdown(text: string, placeholders: readonly Placeholder[]): MarkdownNode[] | null {
  if (text.length > most_characters || text.includes(open) || text.includes(close)) return null;
  let marked = '';
  let at = 0;
  for (const [index, { start, end }] of placeholders.entries()) {
    if (start < at || end <= start || end > text.length) return null;
    marked += `${text.slice(at, start)}${open}${index}${close}`;
    at = end;
  }
  marked += text.slice(at);
  if (isTooWild(marked)) return null;
  try {
    const reader = new Reader(parser.parse(marked, {}));
    const nodes = reader.all();
    const inOrder = reader.hidden.every((index, nth) => index === nth);
    return inOrder && reader.hidden.length === placeholders.length ? nodes : null;
  } catch {
    return null;
  }
}

/** So many signs that may mean something are no note of a person's: reading them would take long. */
function isTooWild(text: string): boolean {
  const signs = text.match(/[*_`~[\]()<>|\\!]/g)?.length ?? 0;
  return signs > 4000 || /^(?:[ \t]*[>*+-]){12}/m.test(text);
}

class TooMuch extends Error {}

class Reader {
  /** The numbers of what is hidden, in the order in which it is shown. */
  hidden: number[] = [];
  #nodes = 0;
  #at = 0;

  constructor(readonly tokens: Token[]) {}

  all(): MarkdownNode[] {
    return this.#until(this.tokens, null, 0);
  }

  #until(tokens: Token[], closing: string | null, depth: number): MarkdownNode[] {
    if (depth > deepest) throw new TooMuch();
    const nodes: MarkdownNode[] = [];
    while (this.#at < tokens.length) {
      const token = tokens[this.#at++]!;
      if (token.type === closing) return nodes;
      nodes.push(...this.#one(tokens, token, depth));
      this.#nodes += 1;
      if (this.#nodes > most_nodes || token.level > deepest) throw new TooMuch();
    }
    return nodes;
  }

  #one(tokens: Token[], token: Token, depth: number): MarkdownNode[] {
    switch (token.type) {
      case 'text':
        return this.#text(token.content, true);
      case 'inline': {
        const outer = this.#at;
        this.#at = 0;
        const nodes = this.#until(token.children ?? [], null, depth + 1);
        this.#at = outer;
        return nodes;
      }
      case 'softbreak':
      case 'hardbreak':
        return [{ type: 'break' }];
      case 'hr':
        return [{ type: 'rule' }];
      case 'code_inline':
        return [{ type: 'code', children: this.#text(token.content, false) }];
      case 'fence': {
        // What it is written in is part of what was typed.
        const named = token.info.trim() === '' ? '' : `${token.info.trim()}\n`;
        return [{ type: 'pre', children: this.#text(`${named}${token.content}`.replace(/\n$/, ''), false) }];
      }
      case 'image':
        // Its words and its address: nothing is fetched.
        return this.#text(`${token.content} (${token.attrGet('src') ?? ''})`, false);
      case 'heading_open': {
        const level = Math.min(6, Number(token.tag.slice(1)) + 2);
        return [{ type: 'heading', level, children: this.#until(tokens, 'heading_close', depth + 1) }];
      }
      case 'link_open':
        return this.#link(tokens, token, depth);
      default:
        return this.#element(tokens, token, depth);
    }
  }

  #link(tokens: Token[], token: Token, depth: number): MarkdownNode[] {
    const address = String(token.attrGet('href') ?? '');
    const title = token.attrGet('title');
    const before = this.hidden.length;
    const children = this.#until(tokens, 'link_close', depth + 1);
    if (title) children.push(...this.#text(` “${title}”`, false));
    // What is hidden has a button of its own, and an address with something hidden in it leads nowhere.
    if (/%EE%80%8[01]|[\uE000\uE001]/i.test(address)) throw new TooMuch();
    const isPlain = this.hidden.length === before;
    if (isPlain && mayOpen(address)) return [{ type: 'link', address, children }];
    const shown: MarkdownNode = mayOpen(address)
      ? { type: 'link', address, children: [{ type: 'text', text: address }] }
      : { type: 'text', text: address };
    return [...children, { type: 'text', text: ' (' }, shown, { type: 'text', text: ')' }];
  }

  #element(tokens: Token[], token: Token, depth: number): MarkdownNode[] {
    const name = token.type.replace(/_open$/, '');
    if (token.nesting === 1 && name in blocks) {
      const children = this.#until(tokens, `${name}_close`, depth + 1);
      const start = token.attrGet('start');
      const tag = blocks[name as keyof typeof blocks];
      return [{ type: 'element', tag, start: start === null ? null : Number(start), children }];
    }
    // What is not known is not drawn half.
    throw new TooMuch();
  }

  /** Words, with what is hidden in its place and bare addresses as links. */
  #text(content: string, links: boolean): MarkdownNode[] {
    const nodes: MarkdownNode[] = [];
    let at = 0;
    const words = (text: string) => nodes.push(...(links ? withLinks(text) : plain(text)));
    for (const found of content.matchAll(mark)) {
      words(content.slice(at, found.index));
      const index = Number(found[1]);
      this.hidden.push(index);
      nodes.push({ type: 'hidden', index });
      at = found.index + found[0].length;
    }
    words(content.slice(at));
    this.#nodes += nodes.length;
    return nodes;
  }
}

const plain = (text: string): MarkdownNode[] => (text === '' ? [] : [{ type: 'text', text }]);

function withLinks(text: string): MarkdownNode[] {
  const nodes: MarkdownNode[] = [];
  let at = 0;
  for (const { 0: address, index } of text.matchAll(bare_address)) {
    if (!mayOpen(address)) continue;
    nodes.push(...plain(text.slice(at, index)), { type: 'link', address, children: plain(address) });
    at = index + address.length;
  }
  return [...nodes, ...plain(text.slice(at))];
}
