/** A PostgreSQL database to write to, as `postgres://user:password@host/database?schema=name` says it. */
export interface Address {
  /** For the driver; it holds the password. */
  url: string;
  schema: string;
  /** Seconds that a connection may take, and that a lost one is waited for. */
  patience: number;
  /** How it is told of: without the password. */
  shown: string;
  /** How the files and folders on this machine are named that go with it. */
  local: string;
}

/** Long enough for a server that is started anew. */
const PATIENCE = 60;

/** Whether an output or a store is a PostgreSQL database. */
export const isPostgres = (name: string): boolean => /^postgres(?:ql)?:\/\//i.test(name);

/** The parts of an address; `null` where it is none. */
export function addressOf(text: string): Address | null {
  const url = urlOf(text);
  if (!url) return null;
  const { searchParams: options } = url;
  const schema = options.get('schema') ?? 'dvcq';
  const patience = Number(options.get('connect_timeout') ?? PATIENCE);
  if (!schema || !(patience > 0)) return null;
  for (const ours of ['schema', 'connect_timeout']) options.delete(ours);
  // As psql means it: the driver would take `require` for a full check of certificates.
  if (options.has('sslmode') && !options.has('uselibpqcompat')) options.set('uselibpqcompat', 'true');
  return { url: url.href, schema, patience, ...namesOf(url, schema) };
}

/** @throws Error where it is none */
export function addressIn(text: string): Address {
  const address = addressOf(text);
  if (!address) throw new Error(`no address of a database: ${withoutPasswords(text)}`);
  return address;
}

function urlOf(text: string): URL | null {
  try {
    // `user:password@/database?host=/folder`: a host that is none, which the option takes the place of.
    const url = new URL(text.replace(/^(\w+:\/\/[^/]*@)(?=\/)/, '$1localhost'));
    decodeURIComponent(url.username + url.password + url.pathname);
    return url;
  } catch {
    return null;
  }
}

function namesOf(url: URL, schema: string): Pick<Address, 'shown' | 'local'> {
  const option = (name: string) => url.searchParams.get(name) ?? '';
  const user = option('user') || decodeURIComponent(url.username);
  const host = option('host') || decodeURIComponent(url.hostname) || 'localhost';
  const port = option('port') || url.port;
  const database = decodeURIComponent(url.pathname.slice(1)) || user;
  const named = schema === 'dvcq' ? '' : schema;
  const parts = [host, port === '5432' ? '' : port, database, named].filter(Boolean);
  return {
    shown: `postgres://${user && `${user}@`}${host}${port && `:${port}`}/${database}${named && `?schema=${named}`}`,
    local: parts
      .join('-')
      .replace(/[^\p{L}\p{N}._-]+/gu, '_')
      .replace(/^[._-]+/, '')
      .slice(0, 100),
  };
}

/** A text without the passwords of addresses in it, whatever they hold. */
export const withoutPasswords = (text: string): string =>
  text.replace(/(postgres(?:ql)?:\/\/[^:@/?#]*):.*@/gi, '$1@').replace(/([?&]password=)[^&\s]*/gi, '$1');
