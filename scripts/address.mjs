import { connect, createServer } from "node:net";
import { PhaseError } from "./phase.mjs";

const loopback = /^(?:127(?:\.\d{1,3}){3}|localhost|::1|\[::1\])$/i;

/** Where the server listens, from HOST and PORT. Throws a `PhaseError` that names the variable. */
export async function readAddress(env = process.env) {
  const host = (env.HOST || "127.0.0.1").replace(/^\[|\]$/g, "");
  if (!loopback.test(host)) {
    throw new PhaseError(
      `HOST is ${host}, and CloudViz listens on this machine only (127.0.0.1, localhost or ::1): it has no sign-in yet, so anyone who reached it would own it. Leave HOST out.`,
    );
  }
  const text = env.PORT || "3000";
  const wanted = Number(text);
  if (!/^\d+$/.test(text) || wanted > 65535) throw new PhaseError(`PORT is ${text}; it must be a number from 1 to 65535 (0 picks a free one).`);
  const port = wanted === 0 ? await freePort(host) : wanted;
  return { host, port, url: `http://${host.includes(":") ? `[${host}]` : host}:${port}` };
}

/** A free port; with a range, the first free one in it. */
export async function freePort(host = "127.0.0.1", range = null) {
  if (range === null) return listen(host, 0);
  for (let port = range[0]; port <= range[1]; port++) {
    const free = await listen(host, port).catch(() => null);
    if (free !== null) return free;
  }
  throw new PhaseError(`No port from ${range[0]} to ${range[1]} is free.`);
}

/** Throws a `PhaseError` that names the port when something listens there already. */
export async function assertFree({ host, port }) {
  // Binding alone is not enough: macOS and Windows let two programs share a port when one of them listens on all addresses.
  const isTaken = (await answers(host, port)) || (await listen(host, port).then(() => false, (error) => fail(error, port)));
  if (isTaken) {
    const other = port === 65535 ? 3000 : port + 1;
    const command = process.platform === "win32" ? `$env:PORT=${other}; npm start` : `PORT=${other} npm start`;
    throw new PhaseError(`Port ${port} on ${host} is already in use, by another program or another CloudViz. Stop that one, or choose another port:\n\n  ${command}`);
  }
}

function fail(error, port) {
  if (error.code === "EADDRINUSE") return true;
  if (error.code === "EACCES") throw new PhaseError(`Port ${port} needs rights this user does not have. Choose one above 1023: PORT=3000 npm start`);
  throw new PhaseError(`Port ${port} cannot be used: ${error.message}`);
}

function listen(host, port) {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen({ host, port, exclusive: true }, () => {
      const { port: given } = server.address();
      server.close(() => resolve(given));
    });
  });
}

function answers(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    for (const event of ["error", "timeout"]) socket.once(event, () => resolve(false) || socket.destroy());
    socket.once("connect", () => resolve(true) || socket.destroy());
  });
}
