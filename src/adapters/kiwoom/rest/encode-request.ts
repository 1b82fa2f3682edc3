// From our names to a request body, checked against the catalogue first: a request that breaks a rule of the guide never
// leaves, and the error names the field and the rule.

import type { InputField, Tr } from '../catalogue/definition.ts';
import { ownError } from '../errors/errors.ts';

/** The body of a request, as JSON text. Throws a definite `bad-request` for what the catalogue forbids. */
export function encodeRequest(tr: Tr, inputs: Readonly<Record<string, string | number | undefined>>): string {
  const body: Record<string, string> = {};
  for (const field of tr.request) {
    const value = inputs[field.name];
    const text = value === undefined ? '' : String(value);
    const fault = faultOf(field, text);
    if (fault !== null) throw refused(tr, `${field.name} (${field.label}, ${field.element}) ${fault}`);
    if (value !== undefined) body[field.element] = text;
  }
  for (const name of Object.keys(inputs)) {
    if (inputs[name] !== undefined && !tr.request.some((field) => field.name === name)) {
      throw refused(tr, `${name} is no field of this TR`);
    }
  }
  return JSON.stringify(body);
}

function faultOf(field: InputField, text: string): string | null {
  if (text === '') return field.need === 'required' ? 'is required' : null;
  if (field.maxLength !== null && text.length > field.maxLength) {
    return `may have ${field.maxLength} characters, found ${text.length}`;
  }
  if (field.allowed !== null && !field.allowed.includes(text)) {
    return `must be one of ${field.allowed.join(', ')}, found ${text}`;
  }
  return null;
}

function refused(tr: Tr, detail: string): Error {
  return ownError('bad-request', tr.id, { retryable: false, definite: true }, detail);
}
