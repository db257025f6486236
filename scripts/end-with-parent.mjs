/** Loaded into the web process: when the start script is killed, its channel closes and the web process ends too. */
process.on("disconnect", () => process.exit(1));
