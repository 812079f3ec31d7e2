const zeroWidth = /[\p{M}\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{1f000}-\u{3ffff}]/gu;

/**
 * A name from a file as text whose every character takes one cell: marks and control characters (escape codes among them) are dropped,
 * characters two cells wide become `?`.
 */
export function safeText(text: string): string {
  return text.normalize('NFC').replace(zeroWidth, '').replace(wide, '?');
}

/** The same for terminals that show ASCII only: accents are dropped, other characters become `?`. */
export function asciiText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(zeroWidth, '')
    .replace(/[^\x20-\x7e]/gu, '?');
}
