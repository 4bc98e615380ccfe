// The page: puts an episode before the viewer, and takes keys.

'use strict';

(() => {
  const { element, textAt } = TendonViz;
  const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 4, 8];
  const at = (id) => document.getElementById(id);
  const dataset = TendonViz.description();

  if (!dataset) {
    at('failure').textContent = 'The data of this page is missing: data/dataset.js. Copy the whole folder, or keep tendon dataset viz running.';
    at('failure').hidden = false;
    at('layout').hidden = true;
    return;
  }

  const count = (n, what) => `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`;
  at('title').textContent = dataset.title;
  document.title = `${dataset.title} – Tendon`;
  at('facts').textContent = [
    dataset.robot, count(dataset.total_episodes, 'episode'), count(dataset.total_frames, 'frame'), `${dataset.fps} fps`, dataset.format,
  ].filter((fact) => fact).join(' · ');

  let episode = null;
  let wanted = -1;
  const texts = dataset.features.map((feature, index) => ({ feature, index })).filter(({ feature }) => feature.dtype === 'string' && feature.plotted)
    .map(({ feature, index }) => {
      const value = element('dd');
      at('texts').append(element('dt', '', feature.name), value);
      return { index, value };
    });
  at('texts').hidden = texts.length === 0;

  const plots = new TendonViz.Plots(at('plots'), dataset.features, (time) => player.seek(player.nearest(time)));
  const statistics = new TendonViz.Statistics(at('statistics'), dataset);
  const player = new TendonViz.Player(at('pictures'), dataset.cameras, dataset.fps, {
    onFrame: (frame) => point(frame),
    onPlaying: (playing) => {
      at('play').textContent = playing ? 'Pause' : 'Play';
      at('play').setAttribute('aria-pressed', `${playing}`);
      document.body.dataset.playing = `${playing}`;
    },
  });
  at('pictures').dataset.count = `${dataset.cameras.length}`;
  const episodes = new TendonViz.Episodes(at('episodes'), at('episodes-count'), at('find'), dataset, (index) => show(index, 0));

  function point(frame) {
    const time = episode.times[frame];
    at('position').value = `${frame}`;
    at('position').setAttribute('aria-valuetext', `frame ${frame} of ${player.last}, ${time.toFixed(2)} seconds`);
    at('seconds').textContent = `${time.toFixed(3)} s`;
    at('frame').textContent = `${frame} / ${player.last}`;
    const task = textAt(episode.tasks, frame);
    if (at('task').textContent !== task) {
      at('task').textContent = task;
    }
    for (const { index, value } of texts) {
      const runs = episode.columns.get(index)?.texts ?? [];
      const text = textAt(runs, frame);
      if (value.textContent !== text) {
        value.textContent = text;
      }
    }
    plots.point(frame);
    document.body.dataset.frame = `${frame}`;
  }

  async function show(index, frame) {
    wanted = index;
    player.pause();
    episodes.mark(index);
    at('episode-heading').textContent = `Episode ${index}`;
    document.body.dataset.loading = 'true';
    try {
      const loaded = await TendonViz.load(index);
      if (wanted !== index) {
        return;
      }
      episode = loaded;
      at('problem').hidden = true;
      at('position').max = `${loaded.length - 1}`;
      at('episode-facts').textContent = `${(loaded.length / dataset.fps).toFixed(1)} s, ${count(loaded.length, 'frame')}`;
      at('told').textContent = `Episode ${index}, ${count(loaded.length, 'frame')}`;
      plots.show(loaded);
      statistics.show(loaded);
      player.show(loaded, frame);
      document.body.dataset.episode = `${index}`;
      remember();
    } catch (problem) {
      if (wanted === index) {
        at('problem').textContent = problem.message;
        at('problem').hidden = false;
        document.body.dataset.episode = `failed ${index}`;
      }
    } finally {
      if (wanted === index) {
        delete document.body.dataset.loading;
      }
    }
  }

  /** So that the address leads here again. */
  function remember() {
    try {
      history.replaceState(null, '', `#episode=${episode.index}`);
    } catch {
      // A browser may forbid it to a page from a disk.
    }
  }

  /** #episode=3&frame=12 */
  function asked() {
    const given = new URLSearchParams(location.hash.slice(1));
    const index = Number(given.get('episode') ?? NaN);
    const known = dataset.episodes.some(([number]) => number === index);
    return [known ? index : dataset.first, known ? Number(given.get('frame')) || 0 : 0];
  }

  function speed(step) {
    const select = at('speed');
    const to = Math.max(0, Math.min(SPEEDS.length - 1, SPEEDS.indexOf(Number(select.value)) + step));
    select.value = `${SPEEDS[to]}`;
    player.speed = SPEEDS[to];
  }

  function tab(name) {
    for (const each of ['plots', 'statistics']) {
      const chosen = each === name;
      at(`tab-${each}`).setAttribute('aria-selected', `${chosen}`);
      at(`tab-${each}`).tabIndex = chosen ? 0 : -1;
      at(`${each}-panel`).hidden = !chosen;
    }
    at('zoom').hidden = name !== 'plots';
    statistics.visible = name === 'statistics';
  }

  at('play').addEventListener('click', () => episode && player.toggle());
  at('back').addEventListener('click', () => episode && player.step(-1));
  at('forth').addEventListener('click', () => episode && player.step(1));
  at('position').addEventListener('input', () => episode && player.seek(Number(at('position').value)));
  at('speed').addEventListener('change', () => {
    player.speed = Number(at('speed').value);
  });
  at('zoom-in').addEventListener('click', () => episode && plots.zoomBy(0.5));
  at('zoom-out').addEventListener('click', () => episode && plots.zoomBy(2));
  at('zoom-all').addEventListener('click', () => episode && plots.zoomAll());
  for (const name of ['plots', 'statistics']) {
    at(`tab-${name}`).addEventListener('click', () => tab(name));
    at(`tab-${name}`).addEventListener('keydown', (event) => {
      if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
        const other = name === 'plots' ? 'statistics' : 'plots';
        tab(other);
        at(`tab-${other}`).focus();
        event.stopPropagation();
      }
    });
  }
  at('episodes-button').addEventListener('click', () => {
    const open = at('episodes-button').getAttribute('aria-expanded') !== 'true';
    at('episodes-button').setAttribute('aria-expanded', `${open}`);
    at('episodes-panel').classList.toggle('open', open);
    if (open) {
      at('episodes').focus();
    }
  });
  at('keys-button').addEventListener('click', () => at('keys').showModal());

  const KEYS = {
    ' ': () => player.toggle(),
    ArrowLeft: (event) => player.step(event.shiftKey ? -Math.round(dataset.fps) : -1),
    ArrowRight: (event) => player.step(event.shiftKey ? Math.round(dataset.fps) : 1),
    Home: () => player.step(-Infinity),
    End: () => player.step(Infinity),
    ',': () => speed(-1),
    '.': () => speed(1),
    n: () => episodes.next(1),
    p: () => episodes.next(-1),
    '+': () => plots.zoomBy(0.5),
    '=': () => plots.zoomBy(0.5),
    '-': () => plots.zoomBy(2),
    0: () => plots.zoomAll(),
    '?': () => at('keys').showModal(),
  };

  document.addEventListener('keydown', (event) => {
    const { target } = event;
    const types = target instanceof HTMLInputElement && target.type !== 'range';
    const presses = event.key === ' ' && (target instanceof HTMLButtonElement || target instanceof HTMLSelectElement);
    const slides = target instanceof HTMLInputElement && target.type === 'range' && event.key !== ' ' && event.key.length > 1 && !event.shiftKey;
    const picks = target instanceof HTMLSelectElement && event.key.length > 1;
    if (event.ctrlKey || event.metaKey || event.altKey || types || presses || slides || picks || at('keys').open || !episode) {
      return;
    }
    const action = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (action) {
      event.preventDefault();
      action(event);
    }
  });

  window.addEventListener('hashchange', () => {
    const [index, frame] = asked();
    if (index !== wanted || frame) {
      show(index, frame);
    }
  });

  TendonViz.player = player;
  TendonViz.plots = plots;
  show(...asked());
})();
