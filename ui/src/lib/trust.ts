// The words of the trust line: how the vault is protected right now. Says only what the state says.
import type { AppState } from './bindings';

/** Short sentences, most important first. */
export function trustWords(state: AppState): string[] {
  return [vaultWords(state), modelWords(state), 'Sync off.'];
}

function vaultWords(state: AppState): string {
  if (state.try_out) return 'Try-out vault, encrypted.';
  if (state.is_strict) return 'Encrypted. Opens with passphrase and keychain together.';
  if (state.has_device_slot && state.keychain === 'available') return 'Encrypted. Key in your keychain.';
  if (state.has_passphrase_slot) return 'Encrypted. Opens with your passphrase.';
  return 'Encrypted. Opens with your recovery code.';
}

function modelWords(state: AppState): string {
  switch (state.model) {
    case 'ready':
      return 'Model on this computer.';
    case 'loading':
      return 'Model is loading: words only for now.';
    case 'failed':
      return 'Model did not load: words only.';
  }
}

/** True when the line should be read as a caution. */
export function trustIsLimited(state: AppState): boolean {
  return state.model === 'failed';
}
