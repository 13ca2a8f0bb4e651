// Starts the page with the real backend.
import { mount } from 'svelte';
import App from './App.svelte';
import { tauriBackend } from './lib/backend';
import './styles/all.css';

mount(App, { target: document.getElementById('app')!, props: { backend: tauriBackend } });
