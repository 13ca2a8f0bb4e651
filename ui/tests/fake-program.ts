// The part of the made-up program that knows no memory: where the app stands, ways in, settings, keys, events.
import type { BackendEvents } from '../src/lib/backend';
import type {
  CaptureWays,
  RefusedCapture,
  AppState,
  NewRecoveryCode,
  Problem,
  Settings,
} from '../src/lib/bindings';
import type { KeyBinding } from '../src/lib/bindings';

export const open_state: AppState = {
  phase: 'unlocked',
  try_out: false,
  keychain: 'available',
  has_device_slot: true,
  has_passphrase_slot: true,
  is_strict: false,
  model: 'ready',
  problem: null,
  notices: [],
  erase: null,
  home: '/home/nora/.local/share/keepsake',
  version: '0.1.0',
};

export const code: NewRecoveryCode = {
  groups: '7K2M Q9XA 4TDV W3HN 0ZC8 RJ5P EY6B 1FGS M8T4 K0QV 9D2X A7NW H3JC 5RZE'.split(' '),
  confirm: [2, 10],
};

export const refuse = (problem: Partial<Problem> & { code: string }): Promise<never> =>
  Promise.reject({ message: '', hint: '', ...problem });

export class FakeProgram {
  state: AppState;
  settings: Settings = {
    theme: 'system',
    idle_lock_minutes: 15,
    lock_when_away: true,
    told_of_no_tray: false,
  };
  /** Calls in the order made, by name. */
  calls: string[] = [];
  /** The next call of this name is refused with this. */
  refusals = new Map<string, Problem>();
  passphrase = 'four words make sense';
  /** What the person answers in the system's own question before an original is shown. */
  saysYes = true;
  protected asked_since_unlock = false;
  protected readonly heard = new Map<string, Set<(payload: never) => void>>();

  emit<Name extends keyof BackendEvents>(name: Name, payload: BackendEvents[Name]): void {
    this.heard.get(name)?.forEach((heard) => heard(payload as never));
  }

  async on(name: string, heard: (payload: never) => void): Promise<() => void> {
    const all = this.heard.get(name) ?? new Set();
    this.heard.set(name, all.add(heard));
    return () => all.delete(heard);
  }

  protected called(name: string): void {
    this.calls.push(name);
    const refusal = this.refusals.get(name);
    if (refusal) {
      this.refusals.delete(name);
      throw refusal;
    }
  }

  protected become(part: Partial<AppState>): AppState {
    this.state = { ...this.state, ...part };
    this.emit('state_changed', this.state);
    return this.state;
  }

  async appState() {
    this.called('app_state');
    return this.state;
  }

  async passphraseStrength(passphrase: string) {
    const score = Math.min(4, Math.floor(passphrase.length / 5));
    const advice =
      score < 3 ? 'A few more words would make it much harder.' : 'This would take years to guess.';
    return { score, acceptable: score >= 3, advice };
  }

  async recoveryShow() {
    this.called('recovery_show');
    return code;
  }

  async recoveryConfirm(groups: [string, string]) {
    this.called('recovery_confirm');
    const right = groups.every((group, at) => group.toUpperCase() === code.groups[code.confirm[at]!]);
    if (!right) return refuse({ code: 'recovery_mismatch' });
    return this.become({ phase: 'unlocked' });
  }

  async recoverySave() {
    this.called('recovery_save');
    return { path: '/home/nora/Documents/keepsake-recovery.txt' };
  }

  async recoveryRenew() {
    this.called('recovery_renew');
    this.become({ phase: 'confirm_recovery' });
    return code;
  }

  async printPage() {
    this.called('print_page');
    window.print?.();
  }

  async unlock(method: string, secret: string | null) {
    this.called('unlock');
    const right =
      method === 'keychain' ||
      (method === 'passphrase'
        ? secret === this.passphrase
        : secret?.replace(/\s/g, '') === code.groups.join(''));
    if (!right) return refuse({ code: 'wrong_secret' });
    this.asked_since_unlock = false;
    return this.become({ phase: 'unlocked', problem: null });
  }

  async lock() {
    this.called('lock');
    this.emit('hide_content', null);
    return this.become({ phase: 'locked' });
  }

  ways: CaptureWays = {
    keys: 'Mod+Shift+Space',
    listening: 'works',
    is_wayland: false,
    command: '/usr/bin/keepsake-desktop --capture',
    has_tray: true,
    starts_at_login: false,
    is_paused: false,
  };

  async captureWays() {
    return this.ways;
  }

  async captureKeysSet(keys: string) {
    this.called('capture_keys_set');
    if (keys === 'Mod+Shift+T') return (this.ways = { ...this.ways, keys, listening: 'taken' });
    return (this.ways = { ...this.ways, keys, listening: keys === '' ? 'off' : 'works' });
  }

  refused: RefusedCapture[] = [];

  async capturesRefused() {
    return this.refused;
  }

  async captureDrop(id: string) {
    this.called('capture_drop');
    this.refused = this.refused.filter((one) => one.id !== id);
  }

  async captureTry() {
    this.called('capture_try');
  }

  async startAtLoginSet(starts_at_login: boolean) {
    this.called('start_at_login_set');
    return (this.ways = { ...this.ways, starts_at_login });
  }

  async capturesPause(is_paused: boolean) {
    this.called('captures_pause');
    return (this.ways = { ...this.ways, is_paused });
  }

  async noteActivity() {
    this.called('note_activity');
  }

  async tryOutStart() {
    this.called('try_out_start');
    return this.become({ phase: 'unlocked', try_out: true });
  }

  async tryOutEnd() {
    this.called('try_out_end');
    return this.become({ phase: 'first_run', try_out: false });
  }

  protected async expectPassphrase(passphrase: string | null): Promise<void> {
    if (passphrase === null) return refuse({ code: 'secret_needed' });
    if (passphrase !== this.passphrase) return refuse({ code: 'wrong_secret' });
  }

  async settingsGet() {
    return this.settings;
  }

  async settingsSet(settings: Settings) {
    this.called('settings_set');
    this.settings = settings;
    return settings;
  }

  async passphraseSet(passphrase: string) {
    this.called('passphrase_set');
    this.passphrase = passphrase;
    return this.become({ has_passphrase_slot: true });
  }

  async strictSet(_passphrase: string) {
    this.called('strict_set');
    return this.become({ is_strict: true, has_device_slot: false, has_passphrase_slot: true });
  }

  async strictLeave(_passphrase: string) {
    this.called('strict_leave');
    return this.become({ is_strict: false, has_device_slot: true, has_passphrase_slot: true });
  }

  async wayInRemove(way: 'keychain' | 'passphrase' | 'recovery_code') {
    this.called('way_in_remove');
    return this.become(way === 'keychain' ? { has_device_slot: false } : { has_passphrase_slot: false });
  }

  async keychainAdd() {
    this.called('keychain_add');
    return this.become({ has_device_slot: true });
  }

  /** The keys that were chosen. */
  keys: KeyBinding[] = [];

  constructor(state: Partial<AppState> = {}) {
    this.state = { ...open_state, ...state };
  }

  async keysView() {
    this.called('keys_view');
    return this.keys;
  }

  async keysSet(bindings: KeyBinding[]) {
    this.called('keys_set');
    this.keys = bindings.map((one) => ({ ...one }));
    return this.keys;
  }
}
