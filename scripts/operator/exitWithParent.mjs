// Preloaded into every child: a killed supervisor must not leave a server behind that holds the port.
const STOP_WITHIN_MS = 10_000

// A child's own workers inherit this preload, and live and die by their own parent.
if (process.ppid === Number(process.env.OCTAVO_SUPERVISOR)) {
  process.once('disconnect', () => {
    const stopsItself = process.listenerCount('disconnect') > 0
    setTimeout(() => process.exit(1), stopsItself ? STOP_WITHIN_MS : 0)
  })
  // The channel alone must not keep a program alive that has done its work.
  process.channel?.unref()
}
