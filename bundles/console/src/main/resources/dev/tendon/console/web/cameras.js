// Pictures: each camera's newest is fetched when there is a new one and the last is shown, so that a slow page skips some.

const QUIET_MS = 2000;
const ASK_AGAIN_MS = 500;

class Camera {
  #index;
  #image;
  #none;
  #facts;
  #shown = 0;
  #busy = false;
  #askedAt = 0;
  #newAt = 0;
  #url = null;
  #arrivals = [];

  constructor(parent, index, camera) {
    this.#index = index;
    const figure = document.createElement('figure');
    figure.className = 'camera';
    const picture = document.createElement('div');
    picture.className = 'picture';
    this.#image = document.createElement('img');
    this.#image.width = camera.width;
    this.#image.height = camera.height;
    this.#image.alt = `Newest picture of camera ${camera.name}`;
    this.#none = document.createElement('p');
    this.#none.className = 'none';
    this.#none.textContent = camera.showable ? 'no picture yet' : 'pictures of this kind cannot be shown';
    picture.append(this.#image, this.#none);
    const caption = document.createElement('figcaption');
    const name = document.createElement('strong');
    name.textContent = camera.name;
    this.#facts = document.createElement('span');
    this.#facts.textContent = `${camera.width}x${camera.height}`;
    caption.append(name, this.#facts);
    figure.append(picture, caption);
    parent.append(figure);
    this.size = `${camera.width}x${camera.height}`;
    this.showable = camera.showable;
  }

  /** Asking is what makes Tendon encode, so a page that is not seen asks for nothing. */
  update(number) {
    const now = performance.now();
    if (this.showable && !this.#busy && (number !== this.#shown || now - this.#askedAt > ASK_AGAIN_MS)) {
      this.#fetch();
    }
    this.#tell(number, now);
  }

  async #fetch() {
    this.#busy = true;
    this.#askedAt = performance.now();
    try {
      const answer = await fetch(`camera/${this.#index}`, { cache: 'no-store' });
      const number = Number(answer.headers.get('Tendon-Picture'));
      if (answer.status === 200 && number !== this.#shown) {
        await this.#show(await answer.blob(), number);
      } else if (answer.status === 204) {
        this.#shown = 0;
      }
    } catch {
      // The page's state says that Tendon does not answer.
    } finally {
      this.#busy = false;
    }
  }

  async #show(blob, number) {
    const url = URL.createObjectURL(blob);
    const old = this.#url;
    this.#image.src = url;
    this.#url = url;
    await this.#image.decode();
    if (old) {
      URL.revokeObjectURL(old);
    }
    this.#shown = number;
    this.#newAt = performance.now();
    this.#arrivals.push(this.#newAt);
    if (this.#arrivals.length > 30) {
      this.#arrivals.shift();
    }
  }

  #tell(number, now) {
    if (!this.showable) {
      return;
    }
    const lost = number === 0 && this.#shown === 0;
    const quiet = now - this.#newAt > QUIET_MS;
    this.#none.hidden = !(lost || quiet);
    if (lost) {
      this.#none.textContent = this.#newAt ? 'the camera delivers no picture' : 'no picture yet';
    } else if (quiet) {
      this.#none.textContent = `no new picture for ${Math.round((now - this.#newAt) / 1000)} s`;
    }
    const recent = this.#arrivals.filter((time) => now - time < QUIET_MS);
    const rate = recent.length / (QUIET_MS / 1000);
    this.#facts.textContent = `${this.size}, ${rate.toFixed(0)} shown per second`;
  }

  over() {
    this.#none.hidden = true;
  }
}

export class Cameras {
  #cameras = [];

  constructor(cameras, section, box) {
    box.replaceChildren();
    section.hidden = cameras.length === 0;
    this.#cameras = cameras.map((camera, index) => new Camera(box, index, camera));
  }

  update(numbers) {
    if (document.visibilityState === 'visible') {
      this.#cameras.forEach((camera, index) => camera.update(numbers[index] ?? 0));
    }
  }

  over() {
    this.#cameras.forEach((camera) => camera.over());
  }
}
