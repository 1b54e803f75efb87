// Ignores the second press of a double press after the page has moved.
//
// Some people press twice out of habit or with a tremor. At the second press another control may be
// under the pointer, since the page has changed or scrolled. A press that follows another one at the
// same place within half a second has no effect, nor has one while the page scrolls by itself. After
// the reader has scrolled, a press is always effective. Clicks of keyboards and assistive technology
// come without a press and are not ignored; selecting text and the arrows of a number field need no
// click.
(() => {
  const PAUSE = 500; // milliseconds from the end of a press to the next effective one
  const GLIDE = 160; // milliseconds
  const KEY = 'assay/press';
  const root = document.documentElement;
  const on = (name, hear) => addEventListener(name, hear, { capture: true, passive: name === 'wheel' || name === 'touchstart' });
  const epoch = event => performance.timeOrigin + event.timeStamp;

  // Whether the page has moved or changed by itself since the last effective press.
  let moved = true;
  let frame = 0;
  const stop = () => { cancelAnimationFrame(frame); frame = 0; };
  // Called when the page moves by itself. With a position it scrolls there in a short motion, which
  // ends when the reader scrolls.
  root.assayMove = to => {
    moved = true;
    if (to === undefined) return;
    stop();
    const from = scrollY;
    let begun;
    const step = now => {
      const part = Math.min(1, (now - (begun ??= now)) / GLIDE);
      frame = part < 1 ? requestAnimationFrame(step) : 0;
      scrollTo(0, from + (to - from) * part * (2 - part));
    };
    frame = requestAnimationFrame(step);
  };
  on('hashchange', () => { moved = true; });

  // The last press: its position on the screen (the page around a frame may move it) and on the
  // page, its time, its target.
  let last = null;
  try {
    // The press that led from another page of the site.
    last = JSON.parse(sessionStorage.getItem(KEY));
    sessionStorage.removeItem(KEY);
  } catch { /* storage may be refused */ }
  let ignored = false;
  let other = false;
  const follows = (event, reach) => {
    const far = (x, y) => Math.hypot(x, y) > reach;
    if (!last || epoch(event) - last.at > PAUSE || far(event.screenX - last.x, event.screenY - last.y)) return false;
    // A page that became shorter has moved too if its end is in view.
    const shorter = root.scrollHeight < last.height && scrollY + innerHeight > root.scrollHeight - 2;
    return moved || shorter || !far(event.pageX - last.pageX, event.pageY - last.pageY);
  };
  on('pointerdown', event => {
    if (event.button || !event.isTrusted) return;
    ignored = follows(event, event.pointerType === 'mouse' ? 12 : 24) || frame > 0;
    other = ignored && event.target !== last?.target;
    if (!ignored) moved = false;
    const { screenX: x, screenY: y, pageX, pageY, target, pointerId: id } = event;
    last = { x, y, pageX, pageY, target, id, at: epoch(event), height: root.scrollHeight };
    stop();
  });
  on('pointerup', event => { if (last?.id === event.pointerId) last.at = epoch(event); });
  // It became a scroll.
  on('pointercancel', () => { last = null; });
  // Would focus the control that is there now, or open its list.
  on('mousedown', event => { if (other) event.preventDefault(); });
  on('click', event => {
    if (!ignored || !event.isTrusted || !event.detail) return;
    ignored = false;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
  on('keydown', event => {
    stop();
    ignored = false;
    // A held key presses once; in a text area it repeats.
    if (event.repeat && event.key === 'Enter' && !event.target.closest?.('textarea')) event.preventDefault();
  });
  on('wheel', stop);
  on('touchstart', stop);
  addEventListener('pagehide', () => {
    try {
      if (last) sessionStorage.setItem(KEY, JSON.stringify({ x: last.x, y: last.y, at: last.at }));
    } catch { /* storage may be refused */ }
  });
})();
