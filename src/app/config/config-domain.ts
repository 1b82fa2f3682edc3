// Which world a broker address belongs to. Mistaking the real domain for a mock one costs money, so every host of
// Kiwoom's that is not known to be the mock domain counts as real.

/** Where orders go. `custom` is anything that speaks Kiwoom's protocol, such as `hwangso exchange`. */
export type Domain = 'mock' | 'real' | 'custom';

/** Addresses of Kiwoom's own domains (guide, overview: 운영 도메인, 모의투자 도메인). */
export const DOMAIN_URLS = {
  real: { restUrl: 'https://api.kiwoom.com', wsUrl: 'wss://api.kiwoom.com:10000/api/dostk/websocket' },
  mock: {
    restUrl: 'https://mockapi.kiwoom.com',
    wsUrl: 'wss://mockapi.kiwoom.com:10000/api/dostk/websocket',
  },
} as const;

/** The domain that the host of `url` belongs to. */
export function domainOfUrl(url: string): Domain {
  const host = hostOf(url);
  if (host === 'mockapi.kiwoom.com') return 'mock';
  return host === 'kiwoom.com' || host.endsWith('.kiwoom.com') ? 'real' : 'custom';
}

/** Host name of a valid address, in lower case and without a closing dot. */
function hostOf(url: string): string {
  return new URL(url).hostname.toLowerCase().replace(/\.$/, '');
}

/** True for names and numbers of this machine itself. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
