// Opens a TLS connection to a workload's name in the other Region; throwing fails the run of the canary.
const tls = require('node:tls');

const CONNECT_TIMEOUT_MS = 10_000;

exports.handler = async () => {
  const host = process.env.PROBE_HOST;
  const port = Number(process.env.PROBE_PORT);
  const started = Date.now();
  await handshake(host, port, process.env.PROBE_SERVER_NAME);
  return `${host}:${port} answered after ${Date.now() - started} ms`;
};

// The handshake is made by the workload itself, since its load balancer passes TCP through. The certificate is not checked: one
// that expired is the same in both Regions, and a failover would not cure it.
const handshake = (host, port, servername) => new Promise((resolve, reject) => {
  const socket = tls.connect({ host, port, servername, rejectUnauthorized: false });
  const end = (settle, result) => {
    socket.destroy();
    settle(result);
  };
  socket.setTimeout(CONNECT_TIMEOUT_MS, () => end(reject, new Error(`${host}:${port}: no answer within ${CONNECT_TIMEOUT_MS} ms`)));
  // Ended, not cut off: else the workload would log a broken handshake every minute.
  socket.once('secureConnect', () => socket.end(() => end(resolve)));
  socket.once('error', error => end(reject, new Error(`${host}:${port}: ${error.message}`)));
});
