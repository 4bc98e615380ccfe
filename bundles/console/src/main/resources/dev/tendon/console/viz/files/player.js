// Pictures in step: one frame is the present one; videos and pictures follow it while it is stepped or sought, and lead it
// while it plays.

'use strict';

(() => {
  const { element } = TendonViz;
  /** A video that is further off than this is put right at once; one that is less far goes a little faster or slower. */
  const JUMP_S = 0.15;
  const NUDGE = 0.1;

  /** A camera's box. */
  class Picture {
    constructor(parent, camera) {
      this.camera = camera;
      this.figure = element('figure', 'picture');
      this.frame = element('div', 'frame');
      this.note = element('p', 'note');
      this.note.hidden = true;
      const caption = element('figcaption');
      const short = camera.name.replace(/^observation\.(images\.)?/, '');
      const name = element('strong', '', short);
      name.title = camera.name;
      this.facts = element('span', 'soft', camera.width ? `${camera.width}x${camera.height}` : '');
      caption.append(name, this.facts);
      if (camera.width && camera.height) {
        this.frame.style.aspectRatio = `${camera.width} / ${camera.height}`;
      }
      this.frame.append(this.note);
      this.figure.append(this.frame, caption);
      parent.append(this.figure);
    }

    tell(problem) {
      this.note.textContent = problem;
      this.note.hidden = !problem;
      this.figure.classList.toggle('without', !!problem);
    }
  }

  class Video extends Picture {
    #video = element('video');
    #part = null;
    #src = '';
    #times = null;
    #half = 0;
    #wanted = null;
    #failed = false;

    constructor(parent, camera, fps) {
      super(parent, camera);
      this.#half = 0.5 / fps;
      const video = this.#video;
      video.muted = true;
      video.playsInline = true;
      video.preload = 'auto';
      video.disablePictureInPicture = true;
      video.setAttribute('aria-label', `Video of ${camera.name}`);
      video.addEventListener('seeked', () => this.#seekOn());
      video.addEventListener('loadedmetadata', () => {
        if (!camera.width) {
          this.facts.textContent = `${video.videoWidth}x${video.videoHeight}`;
        }
        this.#seekOn();
      });
      video.addEventListener('error', () => this.#refused());
      this.frame.prepend(video);
    }

    #refused() {
      if (!this.#src) {
        return;
      }
      this.#failed = true;
      const code = this.#video.error ? this.#video.error.code : 0;
      this.tell(code === 4 || code === 3
        ? 'This browser cannot play this video: its codec is not known here, or the file is damaged.'
        : 'This video cannot be loaded. If the page came from tendon dataset viz, is it still running?');
    }

    show(part, times) {
      this.#part = part;
      this.#times = times;
      this.#wanted = null;
      const src = part.problem ? '' : part.src;
      this.tell(part.problem ? `No video: ${part.problem}` : '');
      this.#video.hidden = !src;
      if (src === this.#src) {
        if (this.#failed) {
          this.#refused();
        }
        return;
      }
      this.#src = src;
      this.#failed = false;
      if (src) {
        this.#video.src = src;
      } else {
        this.#video.removeAttribute('src');
      }
      this.#video.load();
    }

    get usable() {
      return this.#src !== '' && !this.#failed;
    }

    /** Time since the episode's start, in its own video. */
    get time() {
      return this.#video.currentTime - this.#part.from_s;
    }

    get waits() {
      return this.#video.seeking || this.#video.readyState < 2;
    }

    get over() {
      return this.#video.ended;
    }

    /** The middle of a frame's time: from there, no rounding leads to its neighbour. */
    seek(frame) {
      if (this.usable) {
        this.#wanted = this.#part.from_s + this.#times[frame] + this.#half;
        if (!this.waits || this.#video.readyState >= 2 && !this.#video.seeking) {
          this.#seekOn();
        }
      }
    }

    #seekOn() {
      if (this.#wanted !== null && this.#video.readyState >= 1) {
        const to = Math.min(this.#wanted, Math.max(0, this.#video.duration - 1e-3));
        this.#wanted = null;
        if (Math.abs(this.#video.currentTime - to) > 1e-4) {
          this.#video.currentTime = to;
        }
      }
    }

    jump(time) {
      if (this.usable && !this.waits) {
        this.#video.currentTime = this.#part.from_s + time;
      }
    }

    play(speed) {
      if (this.usable) {
        this.#video.playbackRate = speed;
        this.#video.play().catch(() => undefined); // paused meanwhile, or refused: its error event tells
      }
    }

    pause() {
      this.#video.pause();
    }

    /** Goes after the leader. */
    follow(time, speed) {
      if (!this.usable || this.waits || this.over) {
        return;
      }
      const ahead = this.time - time;
      if (Math.abs(ahead) > JUMP_S * Math.max(1, speed)) {
        this.jump(time);
      } else {
        const nudge = Math.abs(ahead) > this.#half ? Math.max(-NUDGE, Math.min(NUDGE, -ahead * 2)) : 0;
        const rate = speed * (1 + nudge);
        if (Math.abs(this.#video.playbackRate - rate) > 1e-3) {
          this.#video.playbackRate = rate;
        }
      }
    }
  }

  /** Files, one a frame. */
  class Images extends Picture {
    #canvas = element('canvas');
    #folder = '';
    #length = 0;
    #ready = new Map();
    #wanted = 0;
    #shown = -1;
    #playing = false;

    constructor(parent, camera) {
      super(parent, camera);
      this.#canvas.setAttribute('role', 'img');
      this.#canvas.setAttribute('aria-label', `Picture of ${camera.name}`);
      this.frame.prepend(this.#canvas);
    }

    show(part, times) {
      if (this.#folder !== part.src) {
        this.#ready.clear();
        this.#shown = -1;
      }
      this.#folder = part.src;
      this.#length = times.length;
      this.tell(part.problem ? `No pictures: ${part.problem}` : '');
    }

    get usable() {
      return false; // never leads
    }

    seek(frame) {
      this.#wanted = frame;
      const ahead = this.#playing ? 12 : 2;
      for (let i = frame; i <= Math.min(frame + ahead, this.#length - 1); i++) {
        this.#prepare(i);
      }
      this.#draw(frame);
    }

    #prepare(frame) {
      if (this.#ready.has(frame)) {
        return;
      }
      const image = new Image();
      this.#ready.set(frame, image);
      while (this.#ready.size > 64) {
        this.#ready.delete(this.#ready.keys().next().value);
      }
      image.addEventListener('load', () => this.#draw(frame));
      image.addEventListener('error', () => {
        if (frame === this.#wanted) {
          this.tell('This picture cannot be loaded.');
        }
      });
      image.src = `${this.#folder}${String(frame).padStart(6, '0')}.png`;
    }

    #draw(frame) {
      const image = this.#ready.get(frame);
      if (frame !== this.#wanted || frame === this.#shown || !image || !image.complete || !image.naturalWidth) {
        return;
      }
      this.#shown = frame;
      this.tell('');
      if (this.#canvas.width !== image.naturalWidth || this.#canvas.height !== image.naturalHeight) {
        this.#canvas.width = image.naturalWidth;
        this.#canvas.height = image.naturalHeight;
      }
      this.#canvas.dataset.frame = `${frame}`;
      this.#canvas.getContext('2d').drawImage(image, 0, 0);
    }

    play() {
      this.#playing = true;
    }

    pause() {
      this.#playing = false;
    }

    follow() {
      // It is sought, frame by frame.
    }
  }

  class Player {
    #pictures = [];
    #fps;
    #times = new Float64Array(1);
    #frame = 0;
    #playing = false;
    #speed = 1;
    #tick = 0;
    #startedAt = 0;
    #startedTime = 0;
    #onFrame;
    #onPlaying;

    constructor(box, cameras, fps, { onFrame, onPlaying }) {
      this.#fps = fps;
      this.#onFrame = onFrame;
      this.#onPlaying = onPlaying;
      this.#pictures = cameras.map((camera) => (camera.video ? new Video(box, camera, fps) : new Images(box, camera)));
    }

    show(episode, frame) {
      this.pause();
      this.#times = episode.times;
      this.#pictures.forEach((picture, i) => picture.show(episode.pictures[i], episode.times));
      this.seek(frame);
    }

    get frame() {
      return this.#frame;
    }

    get last() {
      return this.#times.length - 1;
    }

    get playing() {
      return this.#playing;
    }

    get fps() {
      return this.#fps;
    }

    /** Frame whose time it is. Time stamps are float32 in most datasets, so a little before is in time, too. */
    frameAt(time) {
      let low = 0;
      let high = this.#times.length;
      const latest = time + 0.1 / this.#fps;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (this.#times[middle] <= latest) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return low;
    }

    /** The frame nearest to a time. */
    nearest(time) {
      return this.frameAt(time + 0.4 / this.#fps);
    }

    seek(frame) {
      this.#frame = Math.max(0, Math.min(this.last, frame));
      this.#pictures.forEach((picture) => picture.seek(this.#frame));
      this.#startClock();
      this.#onFrame(this.#frame);
    }

    step(frames) {
      this.pause();
      this.seek(this.#frame + frames);
    }

    toggle() {
      if (this.#playing) {
        this.pause();
      } else {
        this.play();
      }
    }

    play() {
      if (this.#playing || this.last < 1) {
        return;
      }
      if (this.#frame >= this.last) {
        this.seek(0);
      }
      this.#playing = true;
      this.#startClock();
      this.#pictures.forEach((picture) => picture.play(this.#speed));
      this.#onPlaying(true);
      this.#schedule();
    }

    pause() {
      if (!this.#playing) {
        return;
      }
      this.#playing = false;
      cancelAnimationFrame(this.#tick);
      this.#pictures.forEach((picture) => picture.pause());
      this.seek(this.#frame); // each onto the same frame
      this.#onPlaying(false);
    }

    set speed(speed) {
      this.#speed = speed;
      this.#startClock();
      if (this.#playing) {
        this.#pictures.forEach((picture) => picture.play(speed));
      }
    }

    #startClock() {
      this.#startedAt = performance.now();
      this.#startedTime = this.#times[this.#frame];
    }

    #schedule() {
      this.#tick = requestAnimationFrame(() => {
        if (this.#playing) {
          this.#advance();
          if (this.#playing) {
            this.#schedule();
          }
        }
      });
    }

    #advance() {
      const leader = this.#pictures.find((picture) => picture.usable);
      if (leader?.waits) {
        this.#startClock();
        return;
      }
      const time = leader
        ? leader.time
        : this.#startedTime + (performance.now() - this.#startedAt) / 1000 * this.#speed;
      const end = this.#times[this.last] + 0.5 / this.#fps;
      const frame = this.frameAt(time);
      if (time >= end || leader?.over) {
        this.#frame = this.last;
        this.pause();
        return;
      }
      for (const picture of this.#pictures) {
        if (picture !== leader) {
          picture.follow(time, this.#speed);
        }
      }
      if (frame !== this.#frame) {
        this.#frame = frame;
        this.#pictures.forEach((picture) => picture instanceof Images && picture.seek(frame));
        this.#onFrame(frame);
      }
    }
  }

  TendonViz.Player = Player;
})();
