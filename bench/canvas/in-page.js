/**
 * Runs in every measured page before the page's own scripts: notes frames, and when the first card can be read. Plain
 * JavaScript, since it is handed to the browser as it stands.
 */
{
  /** A card of ours, of React Flow or of tldraw; Excalidraw has none and is judged by its pixels. */
  const cardSelector = ".react-flow__node, .tl-shape, [aria-roledescription][data-kind]";
  // Cards fill about half of a sampled canvas, links and grid dots some hundredths.
  const filledShare = 0.08;
  const sample = { width: 64, height: 40 };

  let frames = [];
  let isOn = false;
  const probe = document.createElement("canvas");
  probe.width = sample.width;
  probe.height = sample.height;
  const pen = probe.getContext("2d", { willReadFrequently: true });
  pen.imageSmoothingEnabled = false;

  const meter = {
    /** Milliseconds from the start of the navigation to the frame after a card was first there. */
    firstPaint: undefined,
    /** The same for the map itself, where a still picture of it comes first. */
    whole: undefined,
    start() {
      frames = [];
      isOn = true;
      requestAnimationFrame(note);
    },
    stop() {
      isOn = false;
      return frames;
    },
    /** What stands on the page now; for waiting until a program has drawn anything at all. */
    hasCard: () => hasReadableCard() || hasFilledCanvas(),
  };
  window.meter = meter;

  function note(time) {
    if (!isOn) return;
    frames.push(time);
    requestAnimationFrame(note);
  }

  function watch() {
    if (meter.firstPaint === undefined && meter.hasCard()) noteAs("firstPaint");
    if (hasReadableCard() || (document.querySelector(".excalidraw") && hasFilledCanvas())) noteAs("whole");
    else requestAnimationFrame(watch);
  }

  /** Drawn at the end of this frame, hence seen by the next. */
  function noteAs(name) {
    requestAnimationFrame(() => {
      meter[name] ??= performance.now();
    });
  }
  requestAnimationFrame(watch);

  function hasReadableCard() {
    for (const card of document.querySelectorAll(cardSelector)) {
      if (card.textContent.length < 40 || !isOnScreen(card)) continue;
      if (card.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return true;
    }
    return false;
  }

  function isOnScreen(element) {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
  }

  function hasFilledCanvas() {
    for (const canvas of document.querySelectorAll("canvas")) {
      if (canvas.width < 400 || canvas.height < 300) continue;
      pen.clearRect(0, 0, sample.width, sample.height);
      pen.drawImage(canvas, 0, 0, sample.width, sample.height);
      const { data } = pen.getImageData(0, 0, sample.width, sample.height);
      if (shareUnlikeCorner(data) > filledShare) return true;
    }
    return false;
  }

  function shareUnlikeCorner(data) {
    const pixels = new Uint32Array(data.buffer);
    let unlike = 0;
    for (const pixel of pixels) if (pixel !== pixels[0]) unlike++;
    return unlike / pixels.length;
  }
}
