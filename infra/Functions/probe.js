// Asks a workload over HTTPS, as its clients and load balancer do; throwing fails the run of the canary.
const https = require('node:https');

const TIMEOUT_MS = 10_000;

exports.handler = async () => {
  const { PROBE_HOST: host, PROBE_PORT: port, PROBE_PATH: path, PROBE_SERVER_NAME: servername } = process.env;
  const started = Date.now();
  const status = await ask({ host, port: Number(port), path, servername });
  if (status !== 200) {
    throw new Error(`${host}:${port}${path}: answered ${status}`);
  }
  return `${host}:${port}${path} answered after ${Date.now() - started} ms`;
};

// The certificate is not checked: one that expired is the same in both Regions, and a failover would not cure it.
const ask = ({ host, port, path, servername }) => new Promise((resolve, reject) => {
  const request = https.get({ host, port, path, servername, headers: { host: servername }, rejectUnauthorized: false, agent: false }, response => {
    response.resume();
    response.once('end', () => resolve(response.statusCode));
  });
  // Of the whole answer, not of one silence in it.
  const limit = setTimeout(() => request.destroy(new Error(`no answer within ${TIMEOUT_MS} ms`)), TIMEOUT_MS);
  // An answer that is cut off ends in no error of the request.
  request.once('close', () => {
    clearTimeout(limit);
    reject(new Error(`${host}:${port}${path}: hung up before the whole answer was there`));
  });
  request.once('error', error => reject(new Error(`${host}:${port}${path}: ${error.message}`)));
});
