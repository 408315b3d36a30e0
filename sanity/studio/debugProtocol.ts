/**
 * Tells the Studio that HTTP/2 is spoken. It warns of HTTP/1.1, whose six connections a document's event streams use
 * up; ours share one WebSocket. A browser that keeps no storage shows the warning; it throws at the very mention of it.
 */
export function silenceProtocolWarning(storageOf: () => Pick<Storage, 'setItem'>): void {
  try {
    storageOf().setItem('_sanity_debugProtocol', 'h2')
  } catch (error) {
    console.info('The Studio may warn of an outdated HTTP protocol, because storage is switched off', error)
  }
}
