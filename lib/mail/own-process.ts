import { startWorker } from "./worker";

startWorker({ holdsProcess: true });
