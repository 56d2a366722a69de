/** What the driver throws: the system's code, or the SQLSTATE of the server, or words alone. */
type Thrown = Error & { code?: string; syscall?: string };

/** Codes of our own, beside the system's and the SQLSTATEs. */
export const LOST = 'DVCQ_LOST';
export const NEWER = 'DVCQ_NEWER';
export const NOT_UTF8 = 'DVCQ_NOT_UTF8';
export const NO_PASSWORD = 'DVCQ_NO_PASSWORD';
export const NO_TLS = 'DVCQ_NO_TLS';
export const NO_TRUST = 'DVCQ_NO_TRUST';

/** Connections that were refused, cut off or not answered; a server that starts, stops or has no place left. */
const UNREACHABLE = /^(?:E(?:CONN\w+|PIPE|TIMEDOUT|HOST\w+|NET\w+|NOTFOUND|AI_AGAIN)|08\w{3}|57P0[1-5]|53300)$/;
const CUT_OFF = /^(?:Connection terminated|timeout expired|Client has encountered|Client was closed)/;

/** Those that one of two writers may get through no fault of his. */
const COLLISION = /^40/;

/** Whether the same may succeed a little later. */
export const isPassing = (error: unknown): boolean => {
  const { code = '', message } = error as Thrown;
  return isNoSocket(error) || UNREACHABLE.test(code) || COLLISION.test(code) || CUT_OFF.test(message);
};

/** A server on this machine that does not run has no socket, or one from before. */
const isNoSocket = (error: unknown): boolean => {
  const { code, syscall } = error as Thrown;
  return code === 'ENOENT' && syscall === 'connect';
};

/** Codes that the command has words for. */
const SPOKEN = /^(?:E[A-Z_]+|DVCQ_\w+|28\w{3}|3D000|42501|53[13]00|25006|57P03)$/;

/** Codes of a server, of the system or of TLS; what else is thrown is not the driver's. */
const DRIVER = /^[A-Z0-9]/;

/** What TLS says of a certificate. */
const CERTIFICATE = /^(?:DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|CERT_|ERR_TLS)/;

/** What has no code, or one that others share. */
const words: [RegExp, string][] = [
  [/^SASL.*password/, NO_PASSWORD],
  [/^timeout expired/, 'ETIMEDOUT'],
  [/not support SSL/, NO_TLS],
  [CUT_OFF, LOST],
];

/** An error whose code the command has words for, or that has none and speaks for itself. */
export function toldAs(error: unknown): unknown {
  const { code = '', message } = error as Thrown;
  const worded = words.find(([pattern]) => pattern.test(message))?.[1];
  if (worded) return withCode(worded);
  if (isNoSocket(error)) return withCode('ECONNREFUSED');
  if (CERTIFICATE.test(code)) return withCode(NO_TRUST);
  if (SPOKEN.test(code)) return withCode(code);
  return DRIVER.test(code) ? new Error(message) : error;
}

/** An error that the command has words for. */
export const withCode = (code: string): Error => Object.assign(new Error(code), { code });
