// Preloaded into every child: a killed supervisor must not leave a server behind that holds the port.
process.once('disconnect', () => process.exit(1))
// The channel alone must not keep a program alive that has done its work.
process.channel?.unref()
