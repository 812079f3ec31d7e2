/** Seconds as people say them: `40 s`, `14 min`, `3.5 h`. */
export function timeWords(seconds: number): string {
  if (seconds < 120) return `${Math.ceil(seconds)} s`;
  return seconds < 7200 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

/** A range of time: `40 s to 2 min`; one time where both ends read alike. */
export function spanWords(lo: number, hi: number): string {
  const [least, most] = [timeWords(lo), timeWords(hi)];
  return least === most ? most : `${least} to ${most}`;
}

/** Seconds as a clock shows them: `0:07`, `6:12`, `26:03:40`. */
export function clockWords(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const tail = String(whole % 60).padStart(2, '0');
  return hours === 0 ? `${minutes}:${tail}` : `${hours}:${String(minutes).padStart(2, '0')}:${tail}`;
}

/** Runs a second: one decimal below 10. */
export function rateWords(rate: number): string {
  return rate < 10 ? rate.toFixed(1) : Math.round(rate).toLocaleString('en');
}

/** Bytes as people say them: `61 MB`, `3.2 GB`; a started megabyte counts. */
export function diskWords(bytes: number): string {
  const megabytes = Math.ceil(bytes / 1e6);
  return megabytes < 2000 ? `${megabytes} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
