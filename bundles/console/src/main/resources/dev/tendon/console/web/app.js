// The page: listens to Tendon's events and hands them to who shows them.

import { Cameras } from './cameras.js';
import { Charts } from './charts.js';
import { Events, Figures } from './figures.js';

const DRAW_MS = 100;
const CALM_DRAW_MS = 500;

const WORDS = {
  connecting: 'connecting',
  running: 'running',
  stalled: 'the loop stands still',
  ended: 'ended',
  lost: 'Tendon does not answer',
};

const at = (id) => document.getElementById(id);
const state = at('state');
const pause = at('pause');
const figures = new Figures(at('figures'));
const events = new Events(at('events'));
const calm = window.matchMedia('(prefers-reduced-motion: reduce)');

let fps = 0;
let charts = null;
let cameras = null;
let newest = null;
let paused = false;
let fresh = false;

function tell(name) {
  if (state.dataset.state !== name) {
    state.dataset.state = name;
    state.textContent = WORDS[name];
  }
}

function draw() {
  if (fresh && !paused && document.visibilityState === 'visible') {
    fresh = false;
    figures.show(newest, fps);
    charts.draw();
  }
}

function schedule() {
  setTimeout(() => requestAnimationFrame(() => {
    draw();
    schedule();
  }), calm.matches ? CALM_DRAW_MS : DRAW_MS);
}

function listen() {
  const source = new EventSource('events');
  const on = (name, action) => source.addEventListener(name, (message) => action(JSON.parse(message.data)));
  on('hello', (hello) => {
    fps = hello.fps;
    at('title').textContent = hello.title;
    document.title = `${hello.title} – Tendon`;
    events.clear();
  });
  on('scene', (scene) => {
    charts = new Charts(scene, fps, at('joints'), at('timing'));
    charts.show(Number(at('window').value));
    cameras = new Cameras(scene.cameras, at('cameras-section'), at('cameras'));
  });
  on('samples', (samples) => {
    charts.add(samples);
    newest = samples.now;
    fresh = true;
  });
  on('event', (event) => events.add(event));
  on('status', (status) => {
    tell(status.state);
    if (cameras && !paused && status.state !== 'ended') {
      cameras.update(status.pictures);
    }
  });
  on('end', () => {
    source.close();
    tell('ended');
    cameras?.over();
    draw();
  });
  source.addEventListener('error', () => tell('lost'));
}

pause.addEventListener('click', () => {
  paused = !paused;
  pause.setAttribute('aria-pressed', `${paused}`);
  pause.textContent = paused ? 'Paused' : 'Pause';
});

at('window').addEventListener('change', (change) => {
  charts?.show(Number(change.target.value));
  charts?.draw();
});

window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => charts?.redraw());

listen();
schedule();
