// How the minutes of a day differ: nervous and busy after the open, quiet at noon, busy again before the close, which brings
// volume but hardly more movement. The curves follow the means of some six hundred days of Korean minute bars.

/** Volume of a minute against the mean of the day, before it is scaled; minutes are counted from the open. */
function volumeCurve(minute: number, minutes: number): number {
  const end = minute - minutes;
  return (
    0.5 +
    1.3 * Math.exp(-minute / 70) +
    2.5 * Math.exp(-minute / 10) +
    0.2 * (minute / minutes) ** 2 +
    0.4 * Math.exp(end / 18)
  );
}

/** How far a minute moves against the mean of the day, before it is scaled. */
function movementCurve(minute: number): number {
  return 0.8 + 0.9 * Math.exp(-minute / 50) + 1.2 * Math.exp(-minute / 12) + 2.2 * Math.exp(-minute / 2);
}

/** The minutes of a day. */
export interface DayShape {
  /** Volume of each minute against the mean; averages 1. */
  readonly volume: Float64Array;
  /** Deviation of each minute against that of the day's mean variance; its square averages 1. */
  readonly movement: Float64Array;
}

const SHAPES = new Map<number, DayShape>();

/** Of a day with this many minutes of continuous trading. */
export function dayShape(minutes: number): DayShape {
  const known = SHAPES.get(minutes);
  if (known !== undefined) return known;
  const curve = (height: (minute: number) => number): Float64Array =>
    Float64Array.from({ length: minutes }, (_, minute) => height(minute + 0.5));
  const volume = curve((minute) => volumeCurve(minute, minutes));
  const movement = curve(movementCurve);
  const volumeMean = volume.reduce((sum, each) => sum + each, 0) / minutes;
  const variance = movement.reduce((sum, each) => sum + each * each, 0) / minutes;
  const shape = {
    volume: volume.map((each) => each / volumeMean),
    movement: movement.map((each) => each / Math.sqrt(variance)),
  };
  SHAPES.set(minutes, shape);
  return shape;
}
