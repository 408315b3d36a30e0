import {clearLine, cursorTo} from 'node:readline'
import type {WriteStream} from 'node:tty'

/** Prints lines; where somebody watches, a line of progress stays only until the next line. */
export function showProgress(terminal: WriteStream) {
  const isWatched = terminal.isTTY
  return {
    say(line: string): void {
      clear()
      console.log(line)
    },
    progress(line: string): void {
      if (!isWatched) return
      clear()
      terminal.write(line.slice(0, terminal.columns - 1))
    },
  }

  function clear(): void {
    if (!isWatched) return
    clearLine(terminal, 0)
    cursorTo(terminal, 0)
  }
}
