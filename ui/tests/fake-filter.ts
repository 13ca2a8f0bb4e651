// A small filter for the made-up program: finds by simple rules, follows settings as the real one would,
// and remembers what it hid. Never shipped.
import type {
  ClassSetting,
  FilterPreset,
  FilterSettings,
  FindingAction,
  FindingChoice,
  FindingView,
  PlaceholderView,
  Preview,
  Problem,
  RuleForm,
} from '../src/lib/bindings';

interface Kind {
  name: string;
  label: string;
  tag: (value: string) => string;
  class: string;
  pattern: RegExp;
}

const kind = (
  name: string,
  label: string,
  in_class: string,
  pattern: RegExp,
  tag: string | ((value: string) => string) = label,
): Kind => ({
  name,
  label,
  class: in_class,
  pattern,
  tag: typeof tag === 'string' ? () => tag : tag,
});

const kinds: Kind[] = [
  kind('private_key', 'private key', 'private_key', /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*/g),
  kind('password', 'password', 'password', /(?<=\bpassword: )\S+/gi),
  kind('one_time_code', 'one-time code', 'one_time_code', /(?<=\bcode (?:is )?)\d{6}\b/gi),
  kind(
    'credit_card',
    'card number',
    'financial',
    /\b(?:\d{4}[ -]?){3}\d{4}\b/g,
    (v) => `card ••••${v.slice(-4)}`,
  ),
  kind('phone_number', 'phone number', 'phone', /(?<!\d)(?:\+\d{2}(?: ?\d){8,11}|555-\d{4})(?!\d)/g, 'phone'),
  kind('birth_date', 'date of birth', 'birth_date', /(?<=\bborn )\d{4}-\d{2}-\d{2}/gi),
  kind('email_address', 'e-mail address', 'contact', /[\w.]+@[\w.]+\.\w+/g),
];

const opens = ['secret', 'password', 'private_key', 'one_time_code'];
const all_actions: FindingAction[] = ['block', 'mask', 'token', 'seal', 'allow'];

const classes: [string, string, string[], number][] = [
  ['secret', 'Keys and tokens', ['AWS key', 'GitHub token', 'Stripe key'], 31],
  ['password', 'Passwords and PINs', ['password', 'PIN', 'card security code'], 5],
  ['private_key', 'Private keys and seed phrases', ['private key', 'seed phrase'], 4],
  ['one_time_code', 'One-time codes', ['one-time code', 'sign-in link'], 3],
  ['financial', 'Cards and accounts', ['card number', 'bank account number', 'wallet address'], 9],
  ['national_id', 'State and tax numbers', ['US social security number', 'Aadhaar number'], 24],
  ['document', 'Passports and licences', ['passport number', 'driving licence number'], 11],
  ['phone', 'Telephone numbers', ['phone number'], 1],
  ['birth_date', 'Dates of birth', ['date of birth'], 1],
  ['contact', 'E-mail addresses', ['e-mail address'], 1],
  ['device', 'Machines', ['IP address', 'MAC address', 'IMEI'], 5],
  ['vehicle', 'Vehicles', ['number plate', 'vehicle identification number'], 2],
  ['location', 'Places', ['coordinates', 'postcode'], 2],
  ['own', 'Your own rules', ['words and patterns you add'], 1],
];

function presetAction(preset: FilterPreset, name: string): FindingAction {
  if (preset === 'strict' || opens.includes(name)) return 'block';
  if (name === 'own') return 'mask';
  const sealed = ['financial', 'national_id', 'document', 'phone', 'birth_date'];
  return preset === 'careful' || sealed.includes(name) ? 'seal' : 'allow';
}

function classesOf(preset: FilterPreset): ClassSetting[] {
  return classes.map(([name, label, examples, count]) => ({
    class: name,
    label,
    examples,
    kinds: count,
    action: presetAction(preset, name),
    choices: opens.includes(name) ? ['block', 'mask'] : all_actions,
  }));
}

const refusal = (code: string, message: string, hint = ''): Problem => ({ code, message, hint });

/** A text as it is kept, with what it hides. */
export interface Kept {
  text: string;
  placeholders: PlaceholderView[];
  /** The originals, by the number that a placeholder names. */
  originals: Map<number, string>;
}

export class FakeFilter {
  settings: FilterSettings = {
    preset: 'personal',
    classes: classesOf('personal'),
    rules: [],
    allowed_values: 0,
    reveal_asks: 'once',
  };
  #allowed = new Set<string>();
  #last_rule = 0;

  setPreset(preset: FilterPreset): FilterSettings {
    return (this.settings = { ...this.settings, preset, classes: classesOf(preset) });
  }

  setClass(name: string, action: FindingAction): FilterSettings {
    const known = this.settings.classes.find((one) => one.class === name);
    if (!known?.choices.includes(action)) throw refusal('failed', 'This cannot be set.');
    const now = this.settings.classes.map((one) => (one.class === name ? { ...one, action } : one));
    return (this.settings = { ...this.settings, preset: 'own', classes: now });
  }

  addRule(form: RuleForm, text: string, action: FindingAction): FilterSettings {
    if (text.trim() === '') throw refusal('rule', 'Write a word or a pattern first.');
    if (form === 'pattern') {
      try {
        new RegExp(text, 'giu');
      } catch {
        throw refusal('rule', 'This pattern has a bracket that is not closed.');
      }
    }
    const rule = { id: ++this.#last_rule, form, text: text.trim(), action };
    return (this.settings = { ...this.settings, rules: [...this.settings.rules, rule] });
  }

  removeRule(id: number): FilterSettings {
    return (this.settings = {
      ...this.settings,
      rules: this.settings.rules.filter((rule) => rule.id !== id),
    });
  }

  allowAlways(values: string[]): void {
    values.forEach((value) => this.#allowed.add(value));
    this.settings = { ...this.settings, allowed_values: this.#allowed.size };
  }

  forgetAllowed(): FilterSettings {
    this.#allowed.clear();
    return (this.settings = { ...this.settings, allowed_values: 0 });
  }

  /** What would happen to a text. `old` is the state that an edit replaces: what it hides is carried over. */
  preview(text: string, choices: readonly FindingChoice[], old: Kept | null): Preview {
    const carried = old ? carry(old, text) : [];
    const findings = this.#find(text, choices).filter(
      (found) => !carried.some((one) => found.start < one.end && found.end > one.start),
    );
    const blocking = findings.filter(({ action }) => action === 'block');
    const blocked = blocking.length > 0 || new TextEncoder().encode(text).length > 65_536;
    const { text: kept_text, placeholders } = this.#keep(text, findings, carried, old);
    return {
      findings,
      blocked,
      offers_an_hour: blocking.length > 0 && blocking.every((found) => found.class === 'one_time_code'),
      kept_text: blocked ? '' : kept_text,
      placeholders: blocked ? [] : placeholders,
      size_bytes: new TextEncoder().encode(text).length,
    };
  }

  /** Keeps a text: throws `blocked` when it must not be kept. */
  keep(text: string, choices: readonly FindingChoice[], old: Kept | null, for_an_hour: boolean): Kept {
    const { blocked, offers_an_hour } = this.preview(text, choices, old);
    if (blocked && !(for_an_hour && offers_an_hour)) throw refusal('blocked', '');
    const carried = old ? carry(old, text) : [];
    const findings = this.#find(text, choices)
      .filter((found) => !carried.some((one) => found.start < one.end && found.end > one.start))
      .filter(({ action }) => action !== 'block');
    const always = choices.filter((choice) => choice.action === 'allow' && choice.always);
    this.allowAlways(
      findings
        .filter((found) => always.some((choice) => choice.kind === found.kind))
        .map(({ start, end }) => text.slice(start, end)),
    );
    return this.#keep(text, findings, carried, old);
  }

  #find(text: string, choices: readonly FindingChoice[]): FindingView[] {
    const found: FindingView[] = [];
    for (const { name, label, class: of, pattern } of [...kinds, ...this.#ruleKinds()]) {
      for (const match of text.matchAll(pattern)) {
        const [start, end] = [match.index, match.index + match[0].length];
        if (start === end || found.some((other) => start < other.end && end > other.start)) continue;
        const setting = this.settings.classes.find((one) => one.class === of)!;
        const rule = this.settings.rules.find(({ id }) => name === `own_${id}`);
        const chosen = choices.find((choice) => choice.kind === name)?.action;
        const allowed = this.#allowed.has(match[0]) && !opens.includes(of);
        const action = allowed
          ? 'allow'
          : chosen && setting.choices.includes(chosen)
            ? chosen
            : (rule?.action ?? setting.action);
        const { choices: may } = setting;
        found.push({ kind: name, label, class: of, choices: may, can_allow_always: may.includes('allow'), start, end, action }); // prettier-ignore
      }
    }
    return found.sort((a, b) => a.start - b.start);
  }

  #ruleKinds(): Kind[] {
    return this.settings.rules.map(({ id, form, text }) => {
      const words = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      const pattern = form === 'word' ? `(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])` : text;
      return kind(`own_${id}`, 'own word', 'own', new RegExp(pattern, 'giu'), 'private');
    });
  }

  #keep(text: string, findings: FindingView[], carried: PlaceholderView[], old: Kept | null): Kept {
    const originals = new Map<number, string>();
    for (const one of carried) {
      if (one.original !== null) originals.set(one.original, old!.originals.get(one.original)!);
    }
    let next = Math.max(0, ...(old?.originals.keys() ?? [])) + 1;
    let kept = '';
    let at = 0;
    const placeholders: PlaceholderView[] = [];
    const stretches = [
      ...carried.map((one) => ({ start: one.start, end: one.end, one, found: null })),
      ...findings
        .filter(({ action }) => action !== 'allow' && action !== 'block')
        .map((found) => ({ start: found.start, end: found.end, one: null, found })),
    ].sort((a, b) => a.start - b.start);
    for (const { start, end, one, found } of stretches) {
      kept += text.slice(at, start);
      at = end;
      const from = kept.length;
      if (one) {
        kept += text.slice(start, end);
        placeholders.push({ ...one, start: from, end: kept.length });
        continue;
      }
      const value = text.slice(start, end);
      const tag = [...kinds, ...this.#ruleKinds()].find(({ name }) => name === found.kind)!.tag(value);
      kept += `[${tag}]`;
      const original = found.action === 'seal' ? next++ : null;
      if (original !== null) originals.set(original, value);
      const token = found.action === 'mask' ? '' : tokenOf(value);
      const { kind, label, action } = found;
      placeholders.push({ start: from, end: kept.length, kind, label, action, token, original });
    }
    return { text: kept + text.slice(at), placeholders, originals };
  }
}

/** Where what the old text hides still stands in the new one, in order. */
function carry(old: Kept, text: string): PlaceholderView[] {
  let from = 0;
  return old.placeholders.flatMap((one) => {
    const words = old.text.slice(one.start, one.end);
    const start = text.indexOf(words, from);
    if (start < 0) return [];
    from = start + words.length;
    return [{ ...one, start, end: from }];
  });
}

function tokenOf(value: string): string {
  let sum = 7;
  for (const character of value) sum = (sum * 31 + character.codePointAt(0)!) % 0xffffff;
  return sum.toString(16).padStart(6, '0');
}
