// Moments as the device's clock says them. The server corrects them; here they are only told and subtracted.

const pad = (number, width = 2) => String(number).padStart(width, "0");

// ISO 8601 with the device's own offset: 2026-09-14T10:15:02.480-05:00
export function stamp(date = new Date()) {
  const minutes = -date.getTimezoneOffset();
  const offset = `${minutes < 0 ? "-" : "+"}${pad(Math.floor(Math.abs(minutes) / 60))}:${pad(Math.abs(minutes) % 60)}`;
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return `${day}T${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}.${pad(date.getMilliseconds(), 3)}${offset}`;
}

// A start that survives a reload and a locked screen, and a clock that is set back meanwhile.
const thisPage = Math.round(performance.timeOrigin);

export function beginning() {
  return { wall: Date.now(), page: thisPage, ticks: performance.now() };
}

// Seconds since a beginning. A sleeping tablet stops its ticks; a clock set back makes the wall go wrong: the longer one is true.
export function seconds(since) {
  const wall = Date.now() - since.wall;
  const ticks = since.page === thisPage ? performance.now() - since.ticks : 0;
  return Math.max(0, wall, ticks) / 1000;
}

// 75 → 1:15
export function told(number) {
  const whole = Math.floor(number);
  return `${Math.floor(whole / 60)}:${pad(whole % 60)}`;
}
