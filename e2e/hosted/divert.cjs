// Preloaded into a site built for a hosted project: its connections to Sanity end at a recorder on this machine.
// CommonJS, because Next merges a second --import into the first.
const net = require('node:net')
const tls = require('node:tls')

const connect = tls.connect
const recorderPort = Number(process.env.OCTAVO_RECORDER_PORT)

tls.connect = (options, ...rest) => {
  const host = options?.servername || options?.host || ''
  if (typeof options !== 'object' || host === '') return connect(options, ...rest)
  const socket = net.connect({host: '127.0.0.1', port: recorderPort})
  socket.once('connect', () => socket.emit('secureConnect'))
  socket.alpnProtocol = false
  return socket
}
