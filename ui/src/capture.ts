// Starts the capture window's page with the real backend.
import { mount } from 'svelte';
import { tauriCapture } from './lib/backend';
import CaptureWindow from './screens/CaptureWindow.svelte';
import './styles/all.css';

mount(CaptureWindow, { target: document.getElementById('app')!, props: { backend: tauriCapture } });
