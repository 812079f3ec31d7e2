/**
 * Asks the terminal to put text on its clipboard (OSC 52). Most take it, tmux where `set-clipboard` is `on`; none says whether it did.
 * Nothing is written to what is no terminal.
 */
export function copyByTerminal(stdout: NodeJS.WriteStream, text: string): void {
  if (stdout.isTTY !== true) return;
  stdout.write(`\u001b]52;c;${Buffer.from(text).toString('base64')}\u0007`);
}
