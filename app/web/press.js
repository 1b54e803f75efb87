// What moves the page by itself, and presses that would hit what has moved.
//
// People press twice out of habit, or because a hand trembles. By the time of the second press
// another control may lie under the pointer: the page has changed, or scrolled. So a press that
// follows another one at the same place within half a second does nothing, nor does one while the
// page scrolls by itself. Whoever has scrolled in between means another place of the page.
// Keyboards and assistive technology click without a press and are not touched; nor are selecting
// text and the arrows of a number field, which need no click.
(() => {
  const PAUSE = 500; // milliseconds from the end of a press to the next one that is meant
  const GLIDE = 160; // milliseconds
  const KEY = 'assay/press';
  const root = document.documentElement;
  const on = (name, hear) => addEventListener(name, hear, { capture: true, passive: name === 'wheel' || name === 'touchstart' });
  const epoch = event => performance.timeOrigin + event.timeStamp;

  // Whether the page has moved or changed by itself since the last press that was meant.
  let moved = true;
  let frame = 0;
  const stop = () => { cancelAnimationFrame(frame); frame = 0; };
  // Says that the page moves by itself; with a height it is scrolled there in a short motion, which
  // gives way to the reader's own.
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

  // The last press: where on the screen (a frame may be moved by the page around it) and on the
  // page, when, on what.
  let last = null;
  try {
    // A page of the site that was left by a press.
    last = JSON.parse(sessionStorage.getItem(KEY));
    sessionStorage.removeItem(KEY);
  } catch { /* storage may be refused */ }
  let ignored = false;
  let other = false;
  const follows = (event, reach) => {
    const far = (x, y) => Math.hypot(x, y) > reach;
    if (!last || epoch(event) - last.at > PAUSE || far(event.screenX - last.x, event.screenY - last.y)) return false;
    // A page that became shorter has moved, too, where its end is in view.
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
  // It became a scroll of the reader's.
  on('pointercancel', () => { last = null; });
  // The focus and the lists of what lies there now.
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
    // A key that is held presses once. In a text it writes on.
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
