// Configurations as text, for the tests that read them.

export const FILE = 'shop/hwangso.yaml';

/** A valid configuration with `extra` lines in front; its strategies section is always the last. */
export function configText(extra: string, strategy: Partial<Record<string, string>> = {}): string {
  const fields = {
    name: 'one',
    module: 'volatility-breakout',
    symbols: "['005930']",
    capital: '20000000',
    ...strategy,
  };
  const lines = Object.entries(fields).map(([key, value]) => `    ${key}: ${value}`);
  return `${extra}\nstrategies:\n  -\n${lines.join('\n')}\n`;
}
