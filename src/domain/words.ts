// Texts for people, in the two languages of the program. Errors that reach a person carry one of these.

export type Lang = 'ko' | 'en';

/** One text in both languages. */
export type Words = Readonly<Record<Lang, string>>;

/** `place: text` in both languages. */
export function placed(place: string, { ko, en }: Words): Words {
  return { ko: `${place}: ${ko}`, en: `${place}: ${en}` };
}
