// Loaded into a server before its own code. The channel to the script that started it closes when that script ends, however
// it ends: a server must not stay behind on its port.
if (process.channel) {
  process.channel.unref();
  process.once("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(143), 3000).unref();
  });
}
